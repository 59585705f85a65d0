#[test]
fn the_span_holds_all_values() {
    let span = Interval::spanning(&[4, -2, 9, 3]).unwrap();
    assert_eq!((span.low, span.high), (-2, 9));
    let span = Interval::spanning(&[0.5]).unwrap();
    assert_eq!((span.low, span.high), (0.5, 0.5));
    assert!(Interval::<u8>::spanning(&[]).is_none());
}

#[test]
fn widening_moves_one_end_at_most() {
    let mut interval = Interval { low: 'd', high: 'm' };
    interval.widen('k');
    assert_eq!((interval.low, interval.high), ('d', 'm'));
    interval.widen('b');
    interval.widen('x');
    assert_eq!((interval.low, interval.high), ('b', 'x'));
}

#[test]
fn intervals_that_touch_overlap() {
    let middle = Interval { low: 1.0, high: 2.0 };
    assert!(middle.overlaps(&Interval { low: 2.0, high: 3.0 }));
    assert!(middle.overlaps(&Interval { low: -5.0, high: 5.0 }));
    assert!(!middle.overlaps(&Interval { low: 2.1, high: 9.0 }));
    assert!(!middle.overlaps(&Interval { low: 0.0, high: 0.9 }));
}
