---
code: E0308
---
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Method {
    Get,
    Post,
    Delete,
}

#[derive(Debug, PartialEq)]
pub enum Rejection {
    NotFound,
    MethodNotAllowed { allowed: Vec<Method> },
}

pub struct Endpoint {
    pub path: &'static str,
    pub methods: &'static [Method],
    pub handler: &'static str,
}

pub const ENDPOINTS: &[Endpoint] = &[
    Endpoint { path: "/users", methods: &[Method::Get, Method::Post], handler: "users" },
    Endpoint { path: "/health", methods: &[Method::Get], handler: "health" },
];

/// Finds the handler of a request, or says why there is none.
pub fn dispatch(method: Method, path: &str) -> Result<&'static str, Rejection> {
    let endpoint = match ENDPOINTS.iter().find(|e| e.path == path) {
        Some(endpoint) => endpoint,
        None => return Err(Rejection::NotFound),
    };
    if endpoint.methods.contains(&method) {
        return endpoint.handler;
    }
    Rejection::MethodNotAllowed {
        allowed: endpoint.methods.to_vec(),
    }
}

pub fn status(method: Method, path: &str) -> u16 {
    match dispatch(method, path) {
        Ok(_) => 200,
        Err(Rejection::NotFound) => 404,
        Err(Rejection::MethodNotAllowed { .. }) => 405,
    }
}
==== fixed
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Method {
    Get,
    Post,
    Delete,
}

#[derive(Debug, PartialEq)]
pub enum Rejection {
    NotFound,
    MethodNotAllowed { allowed: Vec<Method> },
}

pub struct Endpoint {
    pub path: &'static str,
    pub methods: &'static [Method],
    pub handler: &'static str,
}

pub const ENDPOINTS: &[Endpoint] = &[
    Endpoint { path: "/users", methods: &[Method::Get, Method::Post], handler: "users" },
    Endpoint { path: "/health", methods: &[Method::Get], handler: "health" },
];

/// Finds the handler of a request, or says why there is none.
pub fn dispatch(method: Method, path: &str) -> Result<&'static str, Rejection> {
    let endpoint = match ENDPOINTS.iter().find(|e| e.path == path) {
        Some(endpoint) => endpoint,
        None => return Err(Rejection::NotFound),
    };
    if endpoint.methods.contains(&method) {
        return Ok(endpoint.handler);
    }
    Err(Rejection::MethodNotAllowed {
        allowed: endpoint.methods.to_vec(),
    })
}

pub fn status(method: Method, path: &str) -> u16 {
    match dispatch(method, path) {
        Ok(_) => 200,
        Err(Rejection::NotFound) => 404,
        Err(Rejection::MethodNotAllowed { .. }) => 405,
    }
}
==== tests
    #[test]
    fn finds_handlers() {
        assert_eq!(dispatch(Method::Post, "/users"), Ok("users"));
        assert_eq!(status(Method::Get, "/health"), 200);
    }
    #[test]
    fn rejections() {
        assert_eq!(status(Method::Get, "/none"), 404);
        assert_eq!(
            dispatch(Method::Delete, "/users"),
            Err(Rejection::MethodNotAllowed { allowed: vec![Method::Get, Method::Post] })
        );
        assert_eq!(status(Method::Post, "/health"), 405);
    }
