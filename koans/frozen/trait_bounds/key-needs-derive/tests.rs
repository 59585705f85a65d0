fn seat(row: char, number: u16) -> Seat {
    Seat { row, number }
}

#[test]
fn a_taken_seat_is_refused() {
    let mut theatre = Theatre::default();
    assert_eq!(theatre.book(seat('C', 7), "Ada"), Ok(()));
    assert_eq!(theatre.book(seat('C', 7), "Bo"), Err("C7 is taken by Ada".to_string()));
    assert_eq!(theatre.book(seat('C', 8), "Bo"), Ok(()));
    assert_eq!(theatre.book(seat('D', 7), "Bo"), Ok(()));
}

#[test]
fn the_plan_runs_by_row_then_number() {
    let mut theatre = Theatre::default();
    assert!(theatre.plan().is_empty());
    for (row, number, guest) in [('B', 12, "d"), ('A', 30, "b"), ('B', 2, "c"), ('A', 4, "a")] {
        theatre.book(seat(row, number), guest).unwrap();
    }
    assert_eq!(theatre.plan(), ["A4 a", "A30 b", "B2 c", "B12 d"]);
}
