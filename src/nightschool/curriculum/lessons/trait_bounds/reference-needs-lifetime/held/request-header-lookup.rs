---
code: E0106
---
/// One parsed request header line.
#[derive(Debug, Clone, PartialEq)]
pub struct Header {
    pub name: String,
    pub value: String,
}

#[derive(Debug, Default)]
pub struct HeaderMap {
    entries: Vec<Header>,
}

impl HeaderMap {
    pub fn append(&mut self, name: &str, value: &str) {
        self.entries.push(Header {
            name: name.to_ascii_lowercase(),
            value: value.trim().to_string(),
        });
    }

    pub fn get(&self, name: &str) -> Option<&str> {
        self.entries
            .iter()
            .find(|h| h.name.eq_ignore_ascii_case(name))
            .map(|h| h.value.as_str())
    }
}

/// The header's value, borrowed from the map, or `fallback` if the request
/// did not carry it. The name is only used for the lookup.
pub fn header_or(headers: &HeaderMap, name: &str, fallback: &str) -> &str {
    headers.get(name).unwrap_or(fallback)
}

pub fn accepts_json(headers: &HeaderMap) -> bool {
    let accept = header_or(headers, "accept", "*/*");
    accept.split(',').any(|kind| {
        let kind = kind.split(';').next().unwrap_or("").trim();
        kind == "application/json" || kind == "*/*"
    })
}
==== fixed
/// One parsed request header line.
#[derive(Debug, Clone, PartialEq)]
pub struct Header {
    pub name: String,
    pub value: String,
}

#[derive(Debug, Default)]
pub struct HeaderMap {
    entries: Vec<Header>,
}

impl HeaderMap {
    pub fn append(&mut self, name: &str, value: &str) {
        self.entries.push(Header {
            name: name.to_ascii_lowercase(),
            value: value.trim().to_string(),
        });
    }

    pub fn get(&self, name: &str) -> Option<&str> {
        self.entries
            .iter()
            .find(|h| h.name.eq_ignore_ascii_case(name))
            .map(|h| h.value.as_str())
    }
}

/// The header's value, borrowed from the map, or `fallback` if the request
/// did not carry it. The name is only used for the lookup.
pub fn header_or<'a>(headers: &'a HeaderMap, name: &str, fallback: &'a str) -> &'a str {
    headers.get(name).unwrap_or(fallback)
}

pub fn accepts_json(headers: &HeaderMap) -> bool {
    let accept = header_or(headers, "accept", "*/*");
    accept.split(',').any(|kind| {
        let kind = kind.split(';').next().unwrap_or("").trim();
        kind == "application/json" || kind == "*/*"
    })
}
==== tests
    #[test]
    fn json_is_recognised() {
        let mut h = HeaderMap::default();
        h.append("Accept", "text/html, application/json;q=0.8");
        assert!(accepts_json(&h));
    }
    #[test]
    fn html_only_is_refused() {
        let mut h = HeaderMap::default();
        h.append("Accept", " text/html ");
        assert!(!accepts_json(&h));
        assert_eq!(h.get("ACCEPT"), Some("text/html"));
    }
    #[test]
    fn missing_header_accepts_all() {
        assert!(accepts_json(&HeaderMap::default()));
    }
