#[test]
fn weights_of_one_name_add_up() {
    let tag = |name: &str, weight| Tag { name: name.into(), weight };
    let sums = tally(&[tag("rust", 200), tag("c", 7), tag("rust", 100)]);
    assert_eq!(sums, [(tag("rust", 200), Weight(300)), (tag("c", 7), Weight(7))]);
}
