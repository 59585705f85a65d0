#[test]
fn routes_reach_their_handlers() {
    let mut router = Router::default();
    router.route("/echo", |r| (200, r.body.to_uppercase()));
    router.route("/teapot", |_| (418, "short and stout".to_string()));
    let ask = |path: &str| router.dispatch(&Request { path: path.into(), body: "hey".into() });
    assert_eq!(ask("/echo"), (200, "HEY".to_string()));
    assert_eq!(ask("/teapot").0, 418);
    assert_eq!(ask("/none"), (404, "no route for /none".to_string()));
}
