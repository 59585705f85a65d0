#[test]
fn values_outlive_the_name_asked_for() {
    let header = String::from("theme=dark; sid=abcdefgh12; lang=pt");
    let lang = {
        let wanted = String::from("lang");
        cookie_value(&header, &wanted)
    };
    assert_eq!(lang, Some("pt"));
    assert!(is_signed_in(&header));
    assert!(!is_signed_in("sid=short"));
}
