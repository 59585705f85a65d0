#[test]
fn fading_shows_each_step_in_percent() {
    let mut dimmer = Dimmer::new(4);
    assert_eq!(dimmer.fade(9), [0, 25, 50, 75, 100]);
    assert_eq!(dimmer.fade(2), [100, 75, 50]);
}
