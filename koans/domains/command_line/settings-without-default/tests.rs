#[test]
fn arguments_override_defaults() {
    let settings = from_args(&["--host", "db.local", "--port", "99", "--quiet"]);
    assert_eq!(settings, Settings { host: "db.local".into(), port: 99, retries: 3, quiet: true });
    let odd = from_args(&["--port", "many", "what"]);
    assert_eq!((odd.host.as_str(), odd.port, odd.retries, odd.quiet), ("", 8080, 2, false));
}
