#[test]
fn live_keys_are_counted_and_placed() {
    let heap = Heap::new(vec![vec![5, 90], vec![], vec![41, 2], vec![1]]);
    assert_eq!(heap.live_keys(40), (2, 2));
    let mut seen = Vec::new();
    heap.scan(|page, key| seen.push((page, key)));
    assert_eq!(seen.last(), Some(&(3, 1)));
}
