#[test]
fn sizes_are_scaled_and_bad_ratios_say_nothing() {
    let mut console = Console { lines: vec![] };
    let _ = scale(&mut console, "3/4", &[8.0, 10.0]);
    let _ = scale(&mut console, "3:4", &[8.0]);
    let _ = scale(&mut console, "1/0", &[8.0]);
    assert_eq!(console.lines, ["6.0", "7.5"]);
}
