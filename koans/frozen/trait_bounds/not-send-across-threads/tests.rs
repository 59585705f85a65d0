#[test]
fn stop_words_are_not_counted() {
    let lines = ["The cat and the hat", "AND", "one two  three"];
    assert_eq!(count_content_words(&lines, &["the", "And"]), [2, 0, 3]);
    assert_eq!(count_content_words(&lines, &[]), [5, 1, 3]);
}

#[test]
fn each_line_has_its_count_in_order() {
    let lines: Vec<String> = (0..12).map(|n| "w ".repeat(n)).collect();
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    assert_eq!(count_content_words(&lines, &["x"]), (0..12).collect::<Vec<usize>>());
    assert!(count_content_words(&[], &["x"]).is_empty());
}
