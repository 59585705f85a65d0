#[test]
fn versions_are_read_with_and_without_minor() {
    assert_eq!(parse("v1.74.2"), Some(Version { major: 1, minor: 74 }));
    assert!(matches!(parse("3"), None | Some(Version { major: 3, minor: 0 })));
    assert_eq!(parse("x.1"), None);
    assert!(compatible("1.80", "v1.62.1") && !compatible("1.2", "1.3"));
}
