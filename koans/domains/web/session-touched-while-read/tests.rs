#[test]
fn expired_sessions_are_gone_and_audited() {
    let mut sessions = Sessions::default();
    sessions.login(5, "mira", 100);
    assert_eq!(sessions.expire(5, 160), Some("mira".to_string()));
    assert_eq!(sessions.expire(5, 161), None);
    assert_eq!(sessions.audit(), ["mira left after 60s"]);
}
