#[test]
fn each_statement_holds_only_its_own_tokens() {
    let got = split_statements(&["let", "x", ";", "print", "x", ";"]);
    assert_eq!(got, vec![vec!["let", "x"], vec!["print", "x"]]);
}

#[test]
fn a_last_statement_without_semicolon_is_kept() {
    assert_eq!(split_statements(&["a", ";", "b", "c"]), vec![vec!["a"], vec!["b", "c"]]);
    assert_eq!(split_statements(&["only"]), vec![vec!["only"]]);
}

#[test]
fn empty_statements_between_semicolons_count() {
    let none: Vec<Vec<String>> = Vec::new();
    assert_eq!(split_statements(&[]), none);
    let got = split_statements(&["a", ";", ";", "b", ";"]);
    assert_eq!(got.iter().map(Vec::len).collect::<Vec<_>>(), [1, 0, 1]);
}
