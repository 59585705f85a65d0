#[test]
fn the_last_setting_wins() {
    assert_eq!(log_target(&[Some("Syslog")]), "syslog");
    assert_eq!(log_target(&[Some("syslog"), None, Some(" /var/LOG ")]), "/var/log (set 2 times)");
    assert_eq!(log_target(&[Some("a"), Some("b"), Some("C")]), "c (set 3 times)");
}

#[test]
fn blank_and_absent_layers_do_not_count() {
    assert_eq!(log_target(&[]), "stderr");
    assert_eq!(log_target(&[None, Some("   "), None]), "stderr");
    assert_eq!(log_target(&[Some("Journal"), Some("")]), "journal");
}
