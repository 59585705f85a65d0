#[test]
fn the_log_names_area_and_number() {
    let mut board = Board::default();
    board.close(Ticket::new("parser: panics on tabs", 0));
    board.close(Ticket::new("docs: typo", 2));
    board.close(Ticket::new("no area at all", 1));
    assert_eq!(
        board.log,
        ["parser closed as #1", "docs closed again as #2", "no area at all closed again as #3"]
    );
}

#[test]
fn closed_tickets_are_kept_in_order() {
    let mut board = Board::default();
    assert!(board.closed.is_empty() && board.log.is_empty());
    board.close(Ticket::new("net: slow", 0));
    board.close(Ticket::new("ui: blurry", 0));
    let areas: Vec<&str> = board.closed.iter().map(|ticket| ticket.area()).collect();
    assert_eq!(areas, ["net", "ui"]);
}
