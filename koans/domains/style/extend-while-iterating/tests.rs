#[test]
fn rare_chores_come_twice() {
    let mut plan = Plan::new(&[("windows", 30), ("dishes", 1)]);
    plan.double_rare();
    assert_eq!(plan.names(), ["windows", "dishes", "windows again"]);
    assert_eq!(plan.chores[2].every, 15);
}
