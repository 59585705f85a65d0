#[test]
fn the_bar_fills_up() {
    let show = progress("copy".to_string(), 8, Bar { width: 4, filled: '#' });
    assert_eq!(show(0), "copy [....]   0%");
    assert_eq!(show(4), "copy [##..]  50%");
    assert_eq!(show(99), "copy [####] 100%");
}
