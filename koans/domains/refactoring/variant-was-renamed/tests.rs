#[test]
fn a_job_runs_until_it_is_finished() {
    assert_eq!(advance(State::Queued, 30), State::Running { percent: 30 });
    assert_eq!(steps_left(State::Queued, 30), 4);
    assert_eq!(steps_left(State::Running { percent: 90 }, 10), 1);
}
