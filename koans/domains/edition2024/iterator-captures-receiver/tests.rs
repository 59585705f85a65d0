#[test]
fn padding_fills_the_last_window() {
    let mut track = Track::new(4);
    assert_eq!([3, 1, 4, 1, 5].map(|value| track.push(value)), [1, 2, 3, 4, 5]);
    assert_eq!(track.pad(), 2);
    assert_eq!(track.push(9), 9);
}
