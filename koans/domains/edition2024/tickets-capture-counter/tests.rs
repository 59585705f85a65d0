#[test]
fn tickets_are_numbered_in_order() {
    let mut counter = Counter::new("A");
    assert_eq!(pair(&mut counter, "Li", "Bo"), ["A-002 Bo", "A-001 Li"]);
    assert_eq!(counter.ticket()("Cy"), "A-003 Cy");
}
