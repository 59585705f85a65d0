#[test]
fn rows_are_summed_by_region_then_year() {
    let rows = [("North", 2021, 5), ("east", 2020, 4), ("north", 2021, 2), ("NORTH", 2019, 1)];
    let index = build_index(&rows);
    let seen: Vec<_> = index.iter().map(|(key, sum)| (key.region.as_str(), key.year, *sum)).collect();
    assert_eq!(seen, [("east", 2020, 4), ("north", 2019, 1), ("north", 2021, 7)]);
    assert_eq!(biggest(&rows).unwrap().year, 2021);
}
