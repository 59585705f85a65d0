#[test]
fn the_highest_id_of_each_dump_wins() {
    assert_eq!(newest_of_all(&["1,ada\n9,grace", "", "4,linus\nx,y\n2,ken"]), ["grace", "linus"]);
    assert_eq!(Table::load("3,z").newest(), Some("z"));
}
