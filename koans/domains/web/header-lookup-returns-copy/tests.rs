#[test]
fn names_match_in_any_case() {
    let headers = Headers::parse("Host: example.org\nCONTENT-LENGTH: 42\nbroken line");
    assert_eq!(headers.get("host"), Some("example.org"));
    assert_eq!(headers.get("Accept"), None);
    assert_eq!(headers.content_length(), Some(42));
}
