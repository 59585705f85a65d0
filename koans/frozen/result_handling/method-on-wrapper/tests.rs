fn table() -> Table {
    let mut table = Table::new(&["id", "name", "note"]);
    table.push(&["1", "Grace Hopper"]);
    table.push(&["10023", "Ada", "näïve"]);
    table.push(&[]);
    table
}

#[test]
fn the_widest_cell_decides() {
    assert_eq!(table().width(0), 5);
    assert_eq!(table().width(1), 12);
}

#[test]
fn short_rows_do_not_matter() {
    assert_eq!(table().width(2), 5);
    let mut narrow = Table::new(&["alpha", "b"]);
    narrow.push(&["x"]);
    assert_eq!(narrow.width(0), 5);
    assert_eq!(narrow.width(1), 1);
}

#[test]
fn a_table_without_rows_is_as_wide_as_its_header() {
    assert_eq!(Table::new(&["größe"]).width(0), 5);
}
