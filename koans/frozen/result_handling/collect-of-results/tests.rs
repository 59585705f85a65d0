#[test]
fn rows_and_cells_are_read() {
    let matrix = parse_matrix("1, 2.5\n\n -3,4e1 \n").unwrap();
    assert_eq!(matrix.rows, [[1.0, 2.5], [-3.0, 40.0]]);
    assert_eq!(trace(&matrix), 41.0);
    assert!(parse_matrix("\n \n").unwrap().rows.is_empty());
}

#[test]
fn one_bad_cell_fails_the_whole() {
    assert!(parse_matrix("1,2\n3,x").is_err());
    assert!(parse_matrix("1,,2").is_err());
    assert_eq!(parse_matrix("a"), Err("a".parse::<f64>().unwrap_err()));
}

#[test]
fn ragged_rows_are_kept() {
    let matrix = parse_matrix("5\n1,6,2\n7").unwrap();
    assert_eq!(matrix.rows.iter().map(Vec::len).collect::<Vec<_>>(), [1, 3, 1]);
    assert_eq!(trace(&matrix), 11.0);
}
