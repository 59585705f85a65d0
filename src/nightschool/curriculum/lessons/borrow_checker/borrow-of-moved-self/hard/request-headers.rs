---
code: E0382
---
//! Builds the text of simple HTTP requests.

#[derive(Debug, Clone)]
pub struct Request {
    method: &'static str,
    path: String,
    headers: Vec<(String, String)>,
}

impl Request {
    pub fn get(path: &str) -> Self {
        Request { method: "GET", path: path.to_string(), headers: Vec::new() }
    }

    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_string(), value.to_string()));
        self
    }

    pub fn render(&self) -> String {
        let mut text = format!("{} {} HTTP/1.1\n", self.method, self.path);
        for (name, value) in &self.headers {
            text.push_str(&format!("{name}: {value}\n"));
        }
        text
    }
}

/// The request for a page, in the user's language if there is one.
pub fn page_request(host: &str, path: &str, language: Option<&str>) -> String {
    let request = Request::get(path).header("Host", host);
    if let Some(language) = language {
        request.header("Accept-Language", language);
    }
    request.render()
}
==== fixed
//! Builds the text of simple HTTP requests.

#[derive(Debug, Clone)]
pub struct Request {
    method: &'static str,
    path: String,
    headers: Vec<(String, String)>,
}

impl Request {
    pub fn get(path: &str) -> Self {
        Request { method: "GET", path: path.to_string(), headers: Vec::new() }
    }

    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_string(), value.to_string()));
        self
    }

    pub fn render(&self) -> String {
        let mut text = format!("{} {} HTTP/1.1\n", self.method, self.path);
        for (name, value) in &self.headers {
            text.push_str(&format!("{name}: {value}\n"));
        }
        text
    }
}

/// The request for a page, in the user's language if there is one.
pub fn page_request(host: &str, path: &str, language: Option<&str>) -> String {
    let mut request = Request::get(path).header("Host", host);
    if let Some(language) = language {
        request = request.header("Accept-Language", language);
    }
    request.render()
}
==== tests
#[test]
fn asks_for_the_language() {
    assert_eq!(
        page_request("example.org", "/tea", Some("fr")),
        "GET /tea HTTP/1.1\nHost: example.org\nAccept-Language: fr\n"
    );
}

#[test]
fn without_a_language() {
    assert_eq!(page_request("example.org", "/", None), "GET / HTTP/1.1\nHost: example.org\n");
}
