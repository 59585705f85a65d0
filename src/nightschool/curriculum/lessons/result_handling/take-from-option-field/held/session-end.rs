---
code: E0507
---
#[derive(Debug, Clone, PartialEq)]
pub struct Session {
    pub operator: String,
    pub opened_at: u32,
    pub samples: Vec<String>,
}

#[derive(Debug, Default)]
pub struct Microscope {
    session: Option<Session>,
    pub minutes_used: u32,
}

impl Microscope {
    pub fn open(&mut self, operator: &str, now: u32) {
        self.session = Some(Session { operator: operator.to_string(), opened_at: now, samples: vec![] });
    }

    pub fn look_at(&mut self, sample: &str) -> Option<usize> {
        let session = self.session.as_mut()?;
        session.samples.push(sample.to_string());
        Some(session.samples.len())
    }

    /// The operator of the running session, which goes on.
    pub fn operator(&self) -> Option<String> {
        let session = self.session?;
        Some(session.operator)
    }

    pub fn close(&mut self, now: u32) -> Option<Session> {
        let session = self.session.take()?;
        self.minutes_used += now - session.opened_at;
        Some(session)
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Session {
    pub operator: String,
    pub opened_at: u32,
    pub samples: Vec<String>,
}

#[derive(Debug, Default)]
pub struct Microscope {
    session: Option<Session>,
    pub minutes_used: u32,
}

impl Microscope {
    pub fn open(&mut self, operator: &str, now: u32) {
        self.session = Some(Session { operator: operator.to_string(), opened_at: now, samples: vec![] });
    }

    pub fn look_at(&mut self, sample: &str) -> Option<usize> {
        let session = self.session.as_mut()?;
        session.samples.push(sample.to_string());
        Some(session.samples.len())
    }

    /// The operator of the running session, which goes on.
    pub fn operator(&self) -> Option<String> {
        let session = self.session.as_ref()?;
        Some(session.operator.clone())
    }

    pub fn close(&mut self, now: u32) -> Option<Session> {
        let session = self.session.take()?;
        self.minutes_used += now - session.opened_at;
        Some(session)
    }
}
==== tests
#[test]
fn asking_for_the_operator_keeps_the_session() {
    let mut m = Microscope::default();
    m.open("Curie", 10);
    assert_eq!(m.operator(), Some("Curie".to_string()));
    assert_eq!(m.look_at("onion"), Some(1));
    assert_eq!(m.operator(), Some("Curie".to_string()));
    let done = m.close(25).unwrap();
    assert_eq!((done.operator.as_str(), done.samples.len()), ("Curie", 1));
    assert_eq!(m.minutes_used, 15);
}

#[test]
fn without_a_session() {
    let mut m = Microscope::default();
    assert_eq!(m.operator(), None);
    assert_eq!(m.look_at("x"), None);
    assert_eq!(m.close(9), None);
}
