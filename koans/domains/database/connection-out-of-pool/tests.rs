#[test]
fn connections_are_used_again() {
    let mut pool = Pool::new();
    let first = pool.checkout();
    pool.give_back(first);
    let again = pool.checkout();
    assert_eq!((again.id, again.queries), (1, 1));
    assert_eq!(pool.checkout().id, 2);
}
