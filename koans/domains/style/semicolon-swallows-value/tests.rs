#[test]
fn values_fall_between_bounds() {
    let mut histogram = Histogram::new(&[10, 100]);
    assert_eq!([5, 10, 99, 100].map(|value| histogram.add(value)), [0, 1, 1, 2]);
    assert_eq!(histogram.busiest(), Some(1));
}
