#[test]
fn timeouts_and_server_errors_are_tried_again() {
    assert_eq!(next_step(Err(FetchError::Timeout), 0), Next::RetryAfter(Duration::from_secs(1)));
    assert_eq!(next_step(Err(FetchError::Status(503)), 3), Next::RetryAfter(Duration::from_secs(8)));
    assert_eq!(next_step(Err(FetchError::Status(599)), 40), Next::RetryAfter(Duration::from_secs(64)));
}

#[test]
fn other_failures_are_final() {
    for status in [404, 499, 600, 0] {
        assert_eq!(next_step(Err(FetchError::Status(status)), 1), Next::GiveUp);
    }
    assert_eq!(next_step(Err(FetchError::TooLarge { bytes: 1 << 40 }), 1), Next::GiveUp);
}

#[test]
fn a_body_ends_it() {
    assert_eq!(next_step(Ok("hello".to_string()), 2), Next::Done("hello".to_string()));
}
