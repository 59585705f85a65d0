fn network() -> Network {
    HashMap::from([
        ("north", vec!["centre", "harbour"]),
        ("centre", vec!["south", "north"]),
        ("harbour", vec!["south", "ferry"]),
        ("south", vec!["airport"]),
    ])
}

#[test]
fn the_shortest_way_is_counted() {
    assert_eq!(hops(&network(), "north", "airport"), Some(3));
    assert_eq!(hops(&network(), "centre", "harbour"), Some(2));
    assert_eq!(hops(&network(), "north", "ferry"), Some(2));
    assert_eq!(hops(&network(), "south", "south"), Some(0));
}

#[test]
fn dead_ends_do_not_stop_the_search() {
    assert_eq!(hops(&network(), "harbour", "airport"), Some(2));
    assert_eq!(hops(&network(), "ferry", "north"), None);
    assert_eq!(hops(&network(), "airport", "nowhere"), None);
    assert_eq!(hops(&Network::new(), "a", "b"), None);
}
