pub struct Cookie<'a> {
    pub name: &'a str,
    pub value: &'a str,
}

pub fn cookies(header: &str) -> impl Iterator<Item = Cookie<'_>> {
    header.split(';').filter_map(|part| {
        let (name, value) = part.split_once('=')?;
        Some(Cookie { name: name.trim(), value: value.trim() })
    })
}

pub fn cookie_value<'h>(header: &'h str, name: &str) -> Option<&'h str> {
    cookies(header).find(|cookie| cookie.name == name).map(|cookie| cookie.value)
}

pub fn is_signed_in(header: &str) -> bool {
    cookie_value(header, "sid").is_some_and(|sid| sid.len() >= 8)
}
