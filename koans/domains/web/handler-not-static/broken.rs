use std::collections::HashMap;

pub struct Request {
    pub path: String,
    pub body: String,
}

type Handler = Box<dyn Fn(&Request) -> (u16, String)>;

#[derive(Default)]
pub struct Router {
    routes: HashMap<String, Handler>,
}

impl Router {
    pub fn route<F>(&mut self, path: &str, handler: F)
    where
        F: Fn(&Request) -> (u16, String),
    {
        self.routes.insert(path.to_owned(), Box::new(handler));
    }

    pub fn dispatch(&self, request: &Request) -> (u16, String) {
        match self.routes.get(&request.path) {
            Some(handler) => handler(request),
            None => (404, format!("no route for {}", request.path)),
        }
    }
}
