#[test]
fn each_window_is_averaged() {
    assert_eq!(moving_average(&[1.0, 3.0, 5.0, 7.0], 2)[..], [2.0, 4.0, 6.0]);
    assert_eq!(moving_average(&[2.0, 4.0, 9.0], 3)[..], [5.0]);
    assert_eq!(moving_average(&[8.0, -8.0], 1)[..], [8.0, -8.0]);
}

#[test]
fn a_window_that_does_not_fit_gives_nothing() {
    assert_eq!(moving_average(&[1.0, 2.0], 3).len(), 0);
    assert_eq!(moving_average(&[1.0, 2.0], 0).len(), 0);
    assert_eq!(moving_average(&[], 1).len(), 0);
}
