#[test]
fn each_sink_says_whether_it_accepts() {
    let mut sinks: Vec<Box<dyn Sink>> = vec![Box::new(Limited { left: 10 }), Box::new(Even)];
    assert_eq!(feed(&[4, 3, 8, 2], &mut sinks), [2, 1, 1, 1]);
}
