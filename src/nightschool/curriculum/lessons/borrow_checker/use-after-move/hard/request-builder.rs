---
code: E0382
---
//! Requests for a small HTTP client.

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Request {
    pub path: String,
    pub headers: Vec<(String, String)>,
    pub body: Option<String>,
}

impl Request {
    pub fn to(path: &str) -> Self {
        Request { path: path.to_string(), ..Request::default() }
    }

    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_string(), value.to_string()));
        self
    }

    pub fn body(mut self, text: &str) -> Self {
        self.body = Some(text.to_string());
        self
    }
}

pub struct Client {
    pub token: Option<String>,
}

impl Client {
    /// Builds the upload of a note; clients that are signed in send their token along.
    pub fn upload(&self, title: &str, text: &str) -> Request {
        let request = Request::to("/notes").header("x-title", title);
        if let Some(token) = &self.token {
            request.header("authorization", &format!("Bearer {token}"));
        }
        request.body(text)
    }
}
==== fixed
//! Requests for a small HTTP client.

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Request {
    pub path: String,
    pub headers: Vec<(String, String)>,
    pub body: Option<String>,
}

impl Request {
    pub fn to(path: &str) -> Self {
        Request { path: path.to_string(), ..Request::default() }
    }

    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_string(), value.to_string()));
        self
    }

    pub fn body(mut self, text: &str) -> Self {
        self.body = Some(text.to_string());
        self
    }
}

pub struct Client {
    pub token: Option<String>,
}

impl Client {
    /// Builds the upload of a note; clients that are signed in send their token along.
    pub fn upload(&self, title: &str, text: &str) -> Request {
        let mut request = Request::to("/notes").header("x-title", title);
        if let Some(token) = &self.token {
            request = request.header("authorization", &format!("Bearer {token}"));
        }
        request.body(text)
    }
}
==== tests
#[test]
fn a_signed_in_client_sends_its_token() {
    let client = Client { token: Some("k7".to_string()) };
    let request = client.upload("milk", "two pints");
    let names: Vec<&str> = request.headers.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["x-title", "authorization"]);
    assert_eq!(request.headers[1].1, "Bearer k7");
    assert_eq!(request.body.as_deref(), Some("two pints"));
    assert_eq!(request.path, "/notes");
}

#[test]
fn a_guest_sends_none() {
    let request = Client { token: None }.upload("milk", "two pints");
    assert_eq!(request.headers, [("x-title".to_string(), "milk".to_string())]);
    assert_eq!(request.body.as_deref(), Some("two pints"));
}
