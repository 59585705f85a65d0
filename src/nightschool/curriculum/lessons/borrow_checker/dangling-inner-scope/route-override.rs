---
code: E0597
---
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upstream {
    pub host: String,
    pub port: u16,
}

#[derive(Default)]
pub struct Router {
    upstreams: HashMap<String, Upstream>,
}

impl Router {
    pub fn add(&mut self, service: &str, host: &str, port: u16) {
        self.upstreams
            .insert(service.to_string(), Upstream { host: host.to_string(), port });
    }

    /// The address a request for `service` is sent to. An override such as
    /// `localhost:9000` from the request's header wins over the table.
    pub fn address(&self, service: &str, header: Option<&str>) -> Option<String> {
        let mut target = self.upstreams.get(service);
        if let Some((host, port)) = header.and_then(|h| h.split_once(':')) {
            if let Ok(port) = port.parse() {
                let custom = Upstream { host: host.to_string(), port };
                target = Some(&custom);
            }
        }
        let upstream = target?;
        Some(format!("http://{}:{}/{}", upstream.host, upstream.port, service))
    }
}
==== fixed
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upstream {
    pub host: String,
    pub port: u16,
}

#[derive(Default)]
pub struct Router {
    upstreams: HashMap<String, Upstream>,
}

impl Router {
    pub fn add(&mut self, service: &str, host: &str, port: u16) {
        self.upstreams
            .insert(service.to_string(), Upstream { host: host.to_string(), port });
    }

    /// The address a request for `service` is sent to. An override such as
    /// `localhost:9000` from the request's header wins over the table.
    pub fn address(&self, service: &str, header: Option<&str>) -> Option<String> {
        let mut target = self.upstreams.get(service);
        let custom;
        if let Some((host, port)) = header.and_then(|h| h.split_once(':')) {
            if let Ok(port) = port.parse() {
                custom = Upstream { host: host.to_string(), port };
                target = Some(&custom);
            }
        }
        let upstream = target?;
        Some(format!("http://{}:{}/{}", upstream.host, upstream.port, service))
    }
}
==== tests
fn router() -> Router {
    let mut router = Router::default();
    router.add("cart", "10.0.0.1", 80);
    router
}

#[test]
fn table_is_used_without_override() {
    assert_eq!(router().address("cart", None).as_deref(), Some("http://10.0.0.1:80/cart"));
    assert_eq!(router().address("mail", None), None);
}

#[test]
fn override_wins() {
    let got = router().address("cart", Some("localhost:9000"));
    assert_eq!(got.as_deref(), Some("http://localhost:9000/cart"));
    assert_eq!(router().address("mail", Some("m:1")).as_deref(), Some("http://m:1/mail"));
}

#[test]
fn malformed_override_is_ignored() {
    assert_eq!(router().address("cart", Some("localhost:x")).as_deref(), Some("http://10.0.0.1:80/cart"));
    assert_eq!(router().address("cart", Some("localhost")).as_deref(), Some("http://10.0.0.1:80/cart"));
}
