#[test]
fn the_total_is_the_sum_of_what_was_added() {
    let mut summer = Summer::start();
    for number in 1..=10 {
        assert!(summer.add(number));
    }
    assert_eq!(summer.stop(), Some(55));
    let mut idle = Summer::start();
    assert_eq!(idle.stop(), Some(0));
}

#[test]
fn a_stopped_worker_takes_nothing_more() {
    let mut summer = Summer::start();
    assert!(summer.add(7));
    assert_eq!(summer.stop(), Some(7));
    assert!(!summer.add(1));
    assert_eq!(summer.stop(), None);
}
