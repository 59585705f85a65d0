#[test]
fn only_changed_cells_are_drawn() {
    let (old, new) = (Screen::from_text("night"), Screen::from_text("Nigth"));
    assert_eq!(old.changed(&new), [0, 3, 4]);
    assert_eq!(old.changed(&old), [0usize; 0]);
}
