#[test]
fn warnings_count_when_strict() {
    let one = Summary { checked: 5, warnings: 1, failures: 0 };
    let two = Summary { checked: 2, warnings: 0, failures: 3 };
    assert_eq!((one.exit_code(false), one.exit_code(true)), (0, 4));
    assert_eq!(one.merge(two).exit_code(true), 6);
    assert_eq!(one.merge(two).checked, 7);
}
