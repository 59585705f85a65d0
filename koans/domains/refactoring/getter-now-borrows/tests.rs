#[test]
fn toggling_keeps_the_old_theme() {
    let mut profile = Profile::new("mono");
    assert_eq!([profile.toggle(), profile.toggle(), profile.toggle()], [0, 1, 1]);
    assert_eq!(profile.theme(), &Theme { name: "mono".into(), dark: true });
}
