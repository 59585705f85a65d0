#[test]
fn nicknames_come_first() {
    let member = |first: &str, nickname: Option<&str>| Member { first: first.into(), nickname: nickname.map(String::from) };
    let members = [member("Robert", Some("Bob")), member("Eve", None), member("Bobby", Some("Bob"))];
    assert_eq!(newsletter(&members), ["Hi Bob!", "Hello Eve."]);
}
