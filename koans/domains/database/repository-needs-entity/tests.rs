struct Customer(u32, &'static str);

impl Entity for Customer {
    fn id(&self) -> u32 {
        self.0
    }
}

#[test]
fn saving_again_replaces() {
    let mut customers = Repository::new();
    assert!(customers.save(Customer(4, "Ana")));
    assert!(!customers.save(Customer(4, "Anna")));
    assert_eq!(customers.find(4).map(|c| c.1), Some("Anna"));
    assert!(customers.find(5).is_none());
}
