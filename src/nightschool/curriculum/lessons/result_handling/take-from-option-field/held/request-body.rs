---
code: E0507
---
#[derive(Debug, Clone, PartialEq)]
pub struct Body {
    pub kind: String,
    pub bytes: Vec<u8>,
}

#[derive(Debug, Default)]
pub struct Request {
    path: String,
    body: Option<Body>,
}

impl Request {
    pub fn get(path: &str) -> Self {
        Request {
            path: path.to_string(),
            body: None,
        }
    }

    pub fn post(path: &str, kind: &str, bytes: &[u8]) -> Self {
        Request {
            path: path.to_string(),
            body: Some(Body {
                kind: kind.to_string(),
                bytes: bytes.to_vec(),
            }),
        }
    }

    /// Size of the body for the access log, `None` without one.
    pub fn body_size(&self) -> Option<usize> {
        let body = self.body?;
        Some(body.bytes.len())
    }

    pub fn access_line(&self) -> String {
        match self.body_size() {
            Some(size) => format!("{} {size}", self.path),
            None => format!("{} -", self.path),
        }
    }

    pub fn body(&self) -> Option<&Body> {
        self.body.as_ref()
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Body {
    pub kind: String,
    pub bytes: Vec<u8>,
}

#[derive(Debug, Default)]
pub struct Request {
    path: String,
    body: Option<Body>,
}

impl Request {
    pub fn get(path: &str) -> Self {
        Request {
            path: path.to_string(),
            body: None,
        }
    }

    pub fn post(path: &str, kind: &str, bytes: &[u8]) -> Self {
        Request {
            path: path.to_string(),
            body: Some(Body {
                kind: kind.to_string(),
                bytes: bytes.to_vec(),
            }),
        }
    }

    /// Size of the body for the access log, `None` without one.
    pub fn body_size(&self) -> Option<usize> {
        let body = self.body.as_ref()?;
        Some(body.bytes.len())
    }

    pub fn access_line(&self) -> String {
        match self.body_size() {
            Some(size) => format!("{} {size}", self.path),
            None => format!("{} -", self.path),
        }
    }

    pub fn body(&self) -> Option<&Body> {
        self.body.as_ref()
    }
}
==== tests
    #[test]
    fn size_leaves_body_in_place() {
        let r = Request::post("/notes", "text/plain", b"hello");
        assert_eq!(r.access_line(), "/notes 5");
        assert_eq!(r.access_line(), "/notes 5");
        assert_eq!(r.body().unwrap().bytes, b"hello");
    }
    #[test]
    fn no_body() {
        assert_eq!(Request::get("/").access_line(), "/ -");
        assert_eq!(Request::post("/x", "a/b", b"").access_line(), "/x 0");
    }
