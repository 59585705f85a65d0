#[test]
fn pages_skip_the_ones_before() {
    assert_eq!(page_sql("users", 3, 20), "SELECT * FROM users LIMIT 20 OFFSET 60");
    let newest = Select { descending: true, limit: None, ..Select::page("logs", 0, 5) };
    assert_eq!(newest.sql(), "SELECT * FROM logs ORDER BY id DESC");
}
