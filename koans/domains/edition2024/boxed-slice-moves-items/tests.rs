#[test]
fn rounds_are_counted_after_the_best_is_found() {
    assert_eq!(summary(Scores::read("12 7 x 30")), "best 30 of 3 rounds, 49 in all");
}
