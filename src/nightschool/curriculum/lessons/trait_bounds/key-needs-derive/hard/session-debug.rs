---
code: E0277
---
//! Sessions of a chat server, and how they look in its log.

/// Lets whoever holds it speak for the user.
#[derive(Clone, PartialEq)]
pub struct Token(String);

impl Token {
    pub fn new(text: &str) -> Self {
        Token(text.to_string())
    }

    pub fn opens(&self, text: &str) -> bool {
        self.0 == text
    }
}

/// A user who is logged in.
#[derive(Clone, PartialEq)]
pub struct Session {
    pub user: String,
    pub token: Token,
    pub idle_minutes: u32,
}

/// The user, in quotes, and the idle time; nothing else of a session may be
/// seen in a log.
fn brief(session: &Session) -> String {
    format!("{:?} idle {}m", session.user, session.idle_minutes)
}

/// One log line for all sessions that were idle for too long, and the
/// sessions that remain.
pub fn expire(sessions: Vec<Session>, limit: u32) -> (String, Vec<Session>) {
    let (old, rest): (Vec<Session>, Vec<Session>) =
        sessions.into_iter().partition(|session| session.idle_minutes > limit);
    let lines: Vec<String> = old.iter().map(|session| format!("{session:?}")).collect();
    (format!("expired: {}", lines.join(", ")), rest)
}

/// For the operator's screen.
pub fn overview(sessions: &[Session]) -> String {
    sessions.iter().map(brief).collect::<Vec<_>>().join("\n")
}
==== fixed
//! Sessions of a chat server, and how they look in its log.

/// Lets whoever holds it speak for the user.
#[derive(Clone, PartialEq)]
pub struct Token(String);

impl Token {
    pub fn new(text: &str) -> Self {
        Token(text.to_string())
    }

    pub fn opens(&self, text: &str) -> bool {
        self.0 == text
    }
}

/// A user who is logged in.
#[derive(Clone, PartialEq)]
pub struct Session {
    pub user: String,
    pub token: Token,
    pub idle_minutes: u32,
}

/// The user, in quotes, and the idle time; nothing else of a session may be
/// seen in a log.
fn brief(session: &Session) -> String {
    format!("{:?} idle {}m", session.user, session.idle_minutes)
}

/// One log line for all sessions that were idle for too long, and the
/// sessions that remain.
pub fn expire(sessions: Vec<Session>, limit: u32) -> (String, Vec<Session>) {
    let (old, rest): (Vec<Session>, Vec<Session>) =
        sessions.into_iter().partition(|session| session.idle_minutes > limit);
    let lines: Vec<String> = old.iter().map(brief).collect();
    (format!("expired: {}", lines.join(", ")), rest)
}

/// For the operator's screen.
pub fn overview(sessions: &[Session]) -> String {
    sessions.iter().map(brief).collect::<Vec<_>>().join("\n")
}
==== tests
fn session(user: &str, secret: &str, idle_minutes: u32) -> Session {
    Session { user: user.to_string(), token: Token::new(secret), idle_minutes }
}

#[test]
fn the_log_line_tells_users_and_no_secrets() {
    let (line, rest) = expire(vec![session("mia", "s3cr3t", 45), session("tom", "hidden", 5), session("ugo", "k", 31)], 30);
    assert!(line.starts_with("expired: "));
    assert!(line.contains("\"mia\"") && line.contains("\"ugo\"") && !line.contains("tom"));
    assert!(line.contains("45") && !line.contains("s3cr3t"));
    assert_eq!(rest.len(), 1);
    assert!(rest[0].token.opens("hidden"));
}

#[test]
fn the_screen_shows_each_session() {
    let all = [session("mia", "a", 1), session("tom", "b", 2)];
    assert_eq!(overview(&all), "\"mia\" idle 1m\n\"tom\" idle 2m");
}
