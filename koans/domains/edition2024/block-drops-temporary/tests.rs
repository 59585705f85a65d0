#[test]
fn frames_are_counted_and_spaces_are_not() {
    let banner = Banner { width: 7, frame: '*' };
    assert_eq!(banner.visible("a b", false), 4);
    assert_eq!(banner.visible("abc", true), 10);
    assert_eq!(banner.draw(&["abc"]), "*   abc   *");
}
