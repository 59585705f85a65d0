#[test]
fn paint_is_rounded_up() {
    assert_eq!(paint_needed(&[Disc { radius: 1.0 }, Disc { radius: 2.0 }], 10.0), 2);
    assert_eq!(paint_needed(&[Disc { radius: 2.0 }], 5.0), 3);
    assert_eq!(geometry::Measured::area(&Disc { radius: 1.0 }), 3.0);
}
