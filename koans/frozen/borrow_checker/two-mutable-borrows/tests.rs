fn warehouse() -> Warehouse {
    let mut warehouse = Warehouse::default();
    warehouse.receive("A1", 10);
    warehouse.receive("B2", 4);
    warehouse
}

#[test]
fn stock_leaves_one_bin_and_enters_the_other() {
    let mut w = warehouse();
    assert!(w.relocate("A1", "B2", 7));
    assert_eq!((w.stock("A1"), w.stock("B2")), (3, 11));
    assert!(w.relocate("B2", "C3", 11));
    assert_eq!((w.stock("B2"), w.stock("C3")), (0, 11));
}

#[test]
fn too_little_stock_moves_nothing() {
    let mut w = warehouse();
    assert!(!w.relocate("B2", "A1", 5));
    assert!(!w.relocate("Z9", "A1", 1));
    assert_eq!((w.stock("A1"), w.stock("B2"), w.stock("Z9")), (10, 4, 0));
    assert!(w.relocate("B2", "A1", 4));
    assert_eq!((w.stock("A1"), w.stock("B2")), (14, 0));
}

#[test]
fn relocating_within_a_bin_changes_nothing() {
    let mut w = warehouse();
    assert!(w.relocate("A1", "A1", 6));
    assert_eq!(w.stock("A1"), 10);
}
