#[test]
fn the_most_talkative_level_counts() {
    assert_eq!(loudest(&["--log=W", "--log=error", "--log=loud", "-i"]), Some(Level::Warn));
    assert_eq!("INFO".parse::<Level>(), Ok(Level::Info));
    assert_eq!("x".parse::<Level>(), Err("no level x".to_string()));
}
