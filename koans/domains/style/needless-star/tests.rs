#[test]
fn overlapping_spans_count_once() {
    let span = |start, end| Span { start, end };
    assert_eq!(covered(vec![span(5, 9), span(0, 3), span(8, 12), span(3, 4)]), 11);
    assert_eq!(merge(vec![span(2, 4), span(1, 2)]), [span(1, 4)]);
}
