#[test]
fn comments_do_not_count() {
    assert_eq!(without_comments(&["1, 2", "# 9", "x", "30"]).collect::<Vec<_>>(), [1, 2, 30]);
    assert_eq!(checksum(&["5", "#", "7,1"]), 5 + 14 + 3);
}
