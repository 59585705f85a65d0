const RAW: &str = "Host: example.org\nContent-Length: 348\nhost: second\nEmpty:\nnonsense";

#[test]
fn the_first_header_of_the_name_is_found() {
    assert_eq!(header_value(RAW, "HOST"), Some("example.org"));
    assert_eq!(header_value(RAW, "empty"), Some(""));
    assert_eq!(header_value(RAW, "nonsense"), None);
    assert_eq!(header_value("", "host"), None);
}

#[test]
fn the_value_outlives_the_name_it_was_asked_by() {
    let text = String::from("ETag: abc");
    let value = {
        let name = format!("e{}", "tag");
        header_value(&text, &name)
    };
    assert_eq!(value, Some("abc"));
}

#[test]
fn content_length_defaults_to_zero() {
    assert_eq!(content_length(RAW), 348);
    assert_eq!(content_length("Content-Length: many"), 0);
    assert_eq!(content_length("Host: x"), 0);
}
