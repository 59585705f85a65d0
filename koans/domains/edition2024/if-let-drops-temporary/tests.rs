#[test]
fn marks_hold_initials_and_subtitle() {
    let book = |title: &str, subtitle: Option<&str>| Book { title: title.into(), subtitle: subtitle.map(Into::into) };
    assert_eq!(book("The Long Road", Some("a history")).shelf_mark(), "TLR/a hist");
    assert_eq!(book("Emma", None).shelf_mark(), "E/none");
}
