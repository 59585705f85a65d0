use std::collections::HashMap;

pub struct Session {
    pub user: String,
    pub seen: u64,
}

#[derive(Default)]
pub struct Sessions {
    open: HashMap<u32, Session>,
    audit: Vec<String>,
}

impl Sessions {
    pub fn login(&mut self, token: u32, user: &str, now: u64) {
        self.open.insert(token, Session { user: user.to_string(), seen: now });
    }

    fn note(&mut self, line: String) {
        self.audit.push(line);
    }

    pub fn expire(&mut self, token: u32, now: u64) -> Option<String> {
        let session = self.open.remove(&token)?;
        self.note(format!("{} left after {}s", session.user, now - session.seen));
        Some(session.user)
    }

    pub fn audit(&self) -> &[String] {
        &self.audit
    }
}
