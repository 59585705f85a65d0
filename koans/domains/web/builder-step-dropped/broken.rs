#[derive(Debug, PartialEq)]
pub struct Response {
    status: u16,
    headers: Vec<(String, String)>,
}

impl Response {
    pub fn new(status: u16) -> Self {
        Response { status, headers: Vec::new() }
    }

    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_string(), value.to_string()));
        self
    }

    pub fn names(&self) -> Vec<&str> {
        self.headers.iter().map(|(name, _)| name.as_str()).collect()
    }
}

pub fn redirect(target: &str, permanent: bool) -> Response {
    let response = Response::new(if permanent { 308 } else { 307 }).header("location", target);
    if permanent {
        response.header("cache-control", "max-age=3600");
    }
    response
}
