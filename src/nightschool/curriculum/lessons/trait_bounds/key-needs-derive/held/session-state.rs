---
code: E0277
---
#[derive(Debug, Clone, Copy)]
pub enum State {
    Anonymous,
    LoggedIn { second_factor: bool },
    Locked,
}

#[derive(Debug, Clone)]
pub struct Session {
    pub id: u32,
    pub state: State,
}

/// A page and the session states that may open it. Two login states that
/// differ in the second factor are different states.
pub struct Page {
    pub path: &'static str,
    pub open_to: Vec<State>,
}

impl Page {
    pub fn admits(&self, session: &Session) -> bool {
        self.open_to.contains(&session.state)
    }
}

/// The pages that a session may open, in menu order.
pub fn menu(pages: &[Page], session: &Session) -> Vec<&'static str> {
    pages
        .iter()
        .filter(|page| page.admits(session))
        .map(|page| page.path)
        .collect()
}

/// Ids of the sessions that may not open any page at all.
pub fn shut_out(pages: &[Page], sessions: &[Session]) -> Vec<u32> {
    sessions
        .iter()
        .filter(|session| menu(pages, session).is_empty())
        .map(|session| session.id)
        .collect()
}
==== fixed
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum State {
    Anonymous,
    LoggedIn { second_factor: bool },
    Locked,
}

#[derive(Debug, Clone)]
pub struct Session {
    pub id: u32,
    pub state: State,
}

/// A page and the session states that may open it. Two login states that
/// differ in the second factor are different states.
pub struct Page {
    pub path: &'static str,
    pub open_to: Vec<State>,
}

impl Page {
    pub fn admits(&self, session: &Session) -> bool {
        self.open_to.contains(&session.state)
    }
}

/// The pages that a session may open, in menu order.
pub fn menu(pages: &[Page], session: &Session) -> Vec<&'static str> {
    pages
        .iter()
        .filter(|page| page.admits(session))
        .map(|page| page.path)
        .collect()
}

/// Ids of the sessions that may not open any page at all.
pub fn shut_out(pages: &[Page], sessions: &[Session]) -> Vec<u32> {
    sessions
        .iter()
        .filter(|session| menu(pages, session).is_empty())
        .map(|session| session.id)
        .collect()
}
==== tests
    fn pages() -> Vec<Page> {
        let full = State::LoggedIn { second_factor: true };
        let half = State::LoggedIn { second_factor: false };
        vec![
            Page { path: "/login", open_to: vec![State::Anonymous, half] },
            Page { path: "/mail", open_to: vec![full, half] },
            Page { path: "/admin", open_to: vec![full] },
        ]
    }
    #[test]
    fn second_factor_matters() {
        let half = Session { id: 1, state: State::LoggedIn { second_factor: false } };
        let full = Session { id: 2, state: State::LoggedIn { second_factor: true } };
        assert_eq!(menu(&pages(), &half), vec!["/login", "/mail"]);
        assert_eq!(menu(&pages(), &full), vec!["/mail", "/admin"]);
    }
    #[test]
    fn locked_are_shut_out() {
        let all = [
            Session { id: 7, state: State::Locked },
            Session { id: 8, state: State::Anonymous },
        ];
        assert_eq!(shut_out(&pages(), &all), vec![7]);
        assert_eq!(shut_out(&[], &all), vec![7, 8]);
    }
