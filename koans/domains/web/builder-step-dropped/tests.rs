#[test]
fn permanent_redirects_may_be_cached() {
    assert_eq!(redirect("/new", true).names(), ["location", "cache-control"]);
    assert_eq!(redirect("/new", true).status, 308);
    assert_eq!(redirect("/x", false), Response::new(307).header("location", "/x"));
}
