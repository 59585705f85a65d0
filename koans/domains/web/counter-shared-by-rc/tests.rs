#[test]
fn each_worker_counts_once() {
    let counted = crawl(&["/", "/about"], 3);
    assert_eq!(counted, [("/".to_string(), 3), ("/about".to_string(), 3)]);
}
