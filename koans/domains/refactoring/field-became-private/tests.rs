#[test]
fn low_bins_are_listed_with_their_count() {
    let bins = [stock::Bin::new("bolt", 3), stock::Bin::new("nut", 80), stock::Bin::new("pin", 0)];
    assert_eq!(low_bins(&bins, 10), ["BOLT (3)", "PIN (0)"]);
}
