#[test]
fn heating_starts_below_the_band() {
    let mut room = Thermostat::new(20.0, 1.5);
    assert!(room.heating_needed());
    room.record(19.0);
    assert!(!room.heating_needed());
    room.record(18.0);
    assert!(room.heating_needed());
    assert_eq!(room.coldest(), Some(18.0));
}
