#[test]
fn pages_are_read_or_refused() {
    assert_eq!(Query::parse("sort=asc&page=12").page(), Ok(12));
    assert_eq!(Query::parse("page=0").page(), Ok(1));
    assert_eq!(Query::parse("sort=asc").page(), Err(QueryError::Missing("page")));
    assert_eq!(Query::parse("page=two").page(), Err(QueryError::NotANumber("two".into())));
}
