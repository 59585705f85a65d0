#[test]
fn one_bad_row_refuses_the_dump() {
    assert_eq!(import("oslo;3.5\n\nrome; 20").unwrap().len(), 2);
    assert_eq!(warmest("oslo;3.5\nrome;20"), Ok(Some("rome".to_string())));
    assert_eq!(warmest("oslo;3.5\nrome"), Err("no column in \"rome\"".to_string()));
    assert_eq!(import("oslo;warm"), Err("no number in \"oslo;warm\"".to_string()));
}
