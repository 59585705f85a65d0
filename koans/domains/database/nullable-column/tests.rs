#[test]
fn a_missing_amount_means_one() {
    let record = |amount: Value, price: i64| Record {
        columns: vec![("amount".into(), amount), ("price".into(), Value::Int(price))],
    };
    assert_eq!(total_price(&[record(Value::Int(3), 20), record(Value::Null, 7)], 5), 72);
    assert_eq!(total_price(&[record(Value::Text("two".into()), 4)], 0), 4);
}
