#[test]
fn runs_carry_character_and_length() {
    let got: Vec<(char, u64)> = runs("aaabcc").map(|(c, n)| (c, n as u64)).collect();
    assert_eq!(got, [('a', 3), ('b', 1), ('c', 2)]);
    assert_eq!(runs("").count(), 0);
    assert_eq!(runs("zzzz").next().map(|(c, _)| c), Some('z'));
}

#[test]
fn encoding_leaves_single_characters_alone() {
    assert_eq!(encode("wwwwxyy"), "4wx2y");
    assert_eq!(encode("abc"), "abc");
    assert_eq!(encode(""), "");
    assert_eq!(encode(&"é".repeat(12)), "12é");
}
