#[test]
fn stars_open_the_ends() {
    assert!(matcher("read*")("README"));
    assert!(!matcher("read*")("unread"));
    assert!(matcher("*.rs")("Main.RS"));
    assert!(!matcher("*.rs")("main.rst"));
    assert!(matcher("*in*")("mains") && !matcher("*in*")("man"));
}

#[test]
fn without_a_star_the_whole_word_must_fit() {
    let exact = matcher("Build");
    assert!(exact("bUILD"));
    assert!(!exact("builds") && !exact(""));
}

#[test]
fn any_pattern_selects() {
    let words = ["alpha", "beta", "gamma", "delta"];
    assert_eq!(select(&words, &["*ta", "A*"]), ["alpha", "beta", "delta"]);
    assert!(select(&words, &[]).is_empty());
}
