/// Value of the first header of that name, compared without regard to case.
pub fn header_value<'a>(raw: &'a str, name: &str) -> Option<&'a str> {
    raw.lines().find_map(|line| {
        let (key, value) = line.split_once(':')?;
        if key.trim().eq_ignore_ascii_case(name) {
            Some(value.trim())
        } else {
            None
        }
    })
}

pub fn content_length(raw: &str) -> usize {
    let wanted = ["content", "length"].join("-");
    header_value(raw, &wanted).and_then(|value| value.parse().ok()).unwrap_or(0)
}
