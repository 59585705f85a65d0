fn close(got: Result<f64, String>, want: f64) -> bool {
    (got.unwrap() - want).abs() < 1e-9
}

#[test]
fn every_scale_is_converted() {
    assert!(close(to_kelvin(25.0, Scale::Celsius), 298.15));
    assert!(close(to_kelvin(-40.0, Scale::Fahrenheit), 233.15));
    assert!(close(to_kelvin(77.0, Scale::Kelvin), 77.0));
    assert!(close(to_kelvin(-273.15, Scale::Celsius), 0.0));
}

#[test]
fn nothing_is_colder_than_absolute_zero() {
    assert_eq!(to_kelvin(-1.0, Scale::Kelvin), Err("-1 is below absolute zero (0)".to_string()));
    assert_eq!(to_kelvin(-300.0, Scale::Celsius), Err("-300 is below absolute zero (-273.15)".to_string()));
    assert!(to_kelvin(-459.68, Scale::Fahrenheit).is_err());
    assert!(to_kelvin(-459.66, Scale::Fahrenheit).is_ok());
}
