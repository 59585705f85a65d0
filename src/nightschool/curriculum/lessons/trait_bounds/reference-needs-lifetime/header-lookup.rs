---
code: E0106
---
/// The headers of one request, in the order they arrived.
#[derive(Debug, Default)]
pub struct Headers {
    fields: Vec<(String, String)>,
}

impl Headers {
    pub fn parse(block: &str) -> Self {
        let fields = block
            .lines()
            .filter_map(|line| line.split_once(':'))
            .map(|(name, value)| (name.trim().to_ascii_lowercase(), value.trim().to_string()))
            .collect();
        Headers { fields }
    }

    pub fn get(&self, name: &str) -> Option<&str> {
        self.fields
            .iter()
            .find(|(field, _)| field.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
    }
}

/// The value of a header, from the request when it is there, otherwise from the
/// defaults of the server.
pub fn header_or_default(request: &Headers, defaults: &Headers, name: &str) -> Option<&str> {
    request.get(name).or_else(|| defaults.get(name))
}

/// The media type without its parameters.
pub fn media_type(headers: &Headers) -> Option<&str> {
    let value = headers.get("content-type")?;
    value.split(';').next().map(str::trim)
}
==== fixed
/// The headers of one request, in the order they arrived.
#[derive(Debug, Default)]
pub struct Headers {
    fields: Vec<(String, String)>,
}

impl Headers {
    pub fn parse(block: &str) -> Self {
        let fields = block
            .lines()
            .filter_map(|line| line.split_once(':'))
            .map(|(name, value)| (name.trim().to_ascii_lowercase(), value.trim().to_string()))
            .collect();
        Headers { fields }
    }

    pub fn get(&self, name: &str) -> Option<&str> {
        self.fields
            .iter()
            .find(|(field, _)| field.eq_ignore_ascii_case(name))
            .map(|(_, value)| value.as_str())
    }
}

/// The value of a header, from the request when it is there, otherwise from the
/// defaults of the server.
pub fn header_or_default<'h>(request: &'h Headers, defaults: &'h Headers, name: &str) -> Option<&'h str> {
    request.get(name).or_else(|| defaults.get(name))
}

/// The media type without its parameters.
pub fn media_type(headers: &Headers) -> Option<&str> {
    let value = headers.get("content-type")?;
    value.split(';').next().map(str::trim)
}
==== tests
#[test]
fn request_wins_over_defaults() {
    let request = Headers::parse("Accept: text/html\nHost: a");
    let defaults = Headers::parse("accept: */*\nX-Via: edge");
    assert_eq!(header_or_default(&request, &defaults, "ACCEPT").as_deref(), Some("text/html"));
    assert_eq!(header_or_default(&request, &defaults, "x-via").as_deref(), Some("edge"));
    assert_eq!(header_or_default(&request, &defaults, "etag"), None);
}

#[test]
fn result_outlives_the_name() {
    let request = Headers::parse("Host: a");
    let defaults = Headers::default();
    let value = {
        let name = String::from("host");
        header_or_default(&request, &defaults, &name)
    };
    assert_eq!(value.as_deref(), Some("a"));
}

#[test]
fn media_type_drops_parameters() {
    assert_eq!(media_type(&Headers::parse("Content-Type: text/plain ; charset=x")), Some("text/plain"));
}
