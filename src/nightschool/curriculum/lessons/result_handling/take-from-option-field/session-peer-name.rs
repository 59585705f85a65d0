---
code: E0507
---
/// What the peer told about itself in the handshake.
#[derive(Debug, PartialEq, Eq)]
pub struct PeerInfo {
    pub name: String,
    pub version: (u8, u8),
}

impl PeerInfo {
    fn supports(&self, major: u8, minor: u8) -> bool {
        self.version >= (major, minor)
    }
}

#[derive(Debug, PartialEq, Eq)]
pub enum SessionError {
    HandshakePending,
    Unsupported { peer: String },
}

#[derive(Default)]
pub struct Session {
    peer: Option<PeerInfo>,
    pub sent: Vec<String>,
}

impl Session {
    pub fn handshake(&mut self, name: &str, major: u8, minor: u8) {
        self.peer = Some(PeerInfo { name: name.to_string(), version: (major, minor) });
    }

    /// Sends a compressed message, which peers understand since version 2.1.
    pub fn send_compressed(&mut self, text: &str) -> Result<(), SessionError> {
        let peer = self.peer.ok_or(SessionError::HandshakePending)?;
        if !peer.supports(2, 1) {
            return Err(SessionError::Unsupported { peer: peer.name });
        }
        self.sent.push(format!("{}<~{}", peer.name, text));
        Ok(())
    }
}
==== fixed
/// What the peer told about itself in the handshake.
#[derive(Debug, PartialEq, Eq)]
pub struct PeerInfo {
    pub name: String,
    pub version: (u8, u8),
}

impl PeerInfo {
    fn supports(&self, major: u8, minor: u8) -> bool {
        self.version >= (major, minor)
    }
}

#[derive(Debug, PartialEq, Eq)]
pub enum SessionError {
    HandshakePending,
    Unsupported { peer: String },
}

#[derive(Default)]
pub struct Session {
    peer: Option<PeerInfo>,
    pub sent: Vec<String>,
}

impl Session {
    pub fn handshake(&mut self, name: &str, major: u8, minor: u8) {
        self.peer = Some(PeerInfo { name: name.to_string(), version: (major, minor) });
    }

    /// Sends a compressed message, which peers understand since version 2.1.
    pub fn send_compressed(&mut self, text: &str) -> Result<(), SessionError> {
        let peer = self.peer.as_ref().ok_or(SessionError::HandshakePending)?;
        if !peer.supports(2, 1) {
            return Err(SessionError::Unsupported { peer: peer.name.clone() });
        }
        self.sent.push(format!("{}<~{}", peer.name, text));
        Ok(())
    }
}
==== tests
#[test]
fn needs_a_handshake() {
    let mut session = Session::default();
    assert_eq!(session.send_compressed("x"), Err(SessionError::HandshakePending));
}

#[test]
fn a_session_sends_many_messages() {
    let mut session = Session::default();
    session.handshake("edge", 2, 1);
    assert_eq!(session.send_compressed("a"), Ok(()));
    assert_eq!(session.send_compressed("b"), Ok(()));
    assert_eq!(session.sent, ["edge<~a", "edge<~b"]);
}

#[test]
fn refusal_does_not_forget_the_peer() {
    let mut session = Session::default();
    session.handshake("old", 2, 0);
    for _ in 0..2 {
        assert_eq!(
            session.send_compressed("a"),
            Err(SessionError::Unsupported { peer: "old".to_string() })
        );
    }
}
