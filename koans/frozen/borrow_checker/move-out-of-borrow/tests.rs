fn sample(value: f64) -> Sample {
    Sample { metric: "load", value }
}

#[test]
fn a_batch_is_handed_out_when_full() {
    let mut batcher = Batcher::new(3);
    assert_eq!(batcher.offer(sample(1.0)), None);
    assert_eq!(batcher.offer(sample(2.0)), None);
    assert_eq!(batcher.waiting(), 2);
    let batch = batcher.offer(sample(3.0)).unwrap();
    assert_eq!(batch.iter().map(|s| s.value).collect::<Vec<_>>(), [1.0, 2.0, 3.0]);
}

#[test]
fn a_new_batch_begins_empty() {
    let mut batcher = Batcher::new(2);
    batcher.offer(sample(1.0));
    assert_eq!(batcher.offer(sample(2.0)).map(|b| b.len()), Some(2));
    assert_eq!(batcher.waiting(), 0);
    assert_eq!(batcher.offer(sample(3.0)), None);
    assert_eq!(batcher.offer(sample(4.0)), Some(vec![sample(3.0), sample(4.0)]));
    assert_eq!(batcher.waiting(), 0);
}
