#[test]
fn reading_verbs_are_safe() {
    assert_eq!(count_safe("GET post OPTIONS delete head brew"), 3);
    assert!(Verb::Options.is_safe());
    assert!(!Verb::Delete.is_safe());
}
