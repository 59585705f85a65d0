#[test]
fn every_request_is_logged_and_counted() {
    let one = |path: &str, size: usize| Request { verb: "PUT".into(), path: path.into(), payload: vec![7; size] };
    let mut log = Vec::new();
    assert_eq!(serve(vec![one("/a", 3), one("/b", 0), one("/c", 9)], &mut log), 12);
    assert_eq!(log, ["PUT /a 200", "PUT /b 204", "PUT /c 200"]);
}
