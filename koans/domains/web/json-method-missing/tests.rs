#[test]
fn pages_become_objects() {
    let pages = [Page { slug: "home".into(), views: 10 }, Page { slug: "faq".into(), views: 2 }];
    assert_eq!(feed(&pages), "{\"slug\":\"home\",\"views\":10}\n{\"slug\":\"faq\",\"views\":2}");
    assert_eq!(page_fields(&pages[1])[1], ("views", "2".to_string()));
}
