#[test]
fn units_add_up() {
    assert_eq!(parse_duration("1h20m"), Ok(4800));
    assert_eq!(parse_duration(" 45s "), Ok(45));
    assert_eq!(parse_duration("2h0m5s"), Ok(7205));
    assert_eq!(parse_duration(""), Ok(0));
}

#[test]
fn malformed_numbers_are_errors() {
    assert!(parse_duration("xh").is_err());
    assert!(parse_duration("10m-3s").is_err());
    assert!(parse_duration("h").is_err());
    assert_eq!(parse_duration("1.5h").unwrap_err(), "1.5".parse::<u64>().unwrap_err());
}
