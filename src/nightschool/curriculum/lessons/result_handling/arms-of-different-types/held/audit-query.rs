---
code: E0308
---
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    pub id: u64,
    pub actor: String,
    pub action: String,
}

#[derive(Debug, Clone)]
pub enum Query {
    ById(u64),
    LatestOf(String),
    Latest,
}

#[derive(Debug, Default)]
pub struct Log {
    events: Vec<Event>,
}

impl Log {
    pub fn add(&mut self, actor: &str, action: &str) -> u64 {
        let id = self.events.len() as u64 + 1;
        self.events.push(Event {
            id,
            actor: actor.to_string(),
            action: action.to_string(),
        });
        id
    }

    /// The event a query asks for, if there is one.
    pub fn find(&self, query: &Query) -> Option<&Event> {
        match query {
            Query::ById(id) => self.events.iter().find(|e| e.id == *id),
            Query::LatestOf(actor) => self.events.iter().rev().find(|e| &e.actor == actor),
            Query::Latest => &self.events[self.events.len() - 1],
        }
    }

    pub fn answer(&self, query: &Query) -> String {
        match self.find(query) {
            Some(e) => format!("#{} {} {}", e.id, e.actor, e.action),
            None => String::from("no such event"),
        }
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    pub id: u64,
    pub actor: String,
    pub action: String,
}

#[derive(Debug, Clone)]
pub enum Query {
    ById(u64),
    LatestOf(String),
    Latest,
}

#[derive(Debug, Default)]
pub struct Log {
    events: Vec<Event>,
}

impl Log {
    pub fn add(&mut self, actor: &str, action: &str) -> u64 {
        let id = self.events.len() as u64 + 1;
        self.events.push(Event {
            id,
            actor: actor.to_string(),
            action: action.to_string(),
        });
        id
    }

    /// The event a query asks for, if there is one.
    pub fn find(&self, query: &Query) -> Option<&Event> {
        match query {
            Query::ById(id) => self.events.iter().find(|e| e.id == *id),
            Query::LatestOf(actor) => self.events.iter().rev().find(|e| &e.actor == actor),
            Query::Latest => self.events.last(),
        }
    }

    pub fn answer(&self, query: &Query) -> String {
        match self.find(query) {
            Some(e) => format!("#{} {} {}", e.id, e.actor, e.action),
            None => String::from("no such event"),
        }
    }
}
==== tests
    #[test]
    fn queries() {
        let mut log = Log::default();
        log.add("ann", "login");
        log.add("bob", "login");
        log.add("ann", "delete");
        log.add("bob", "logout");
        assert_eq!(log.answer(&Query::ById(2)), "#2 bob login");
        assert_eq!(log.answer(&Query::LatestOf("ann".into())), "#3 ann delete");
        assert_eq!(log.answer(&Query::Latest), "#4 bob logout");
    }
    #[test]
    fn empty_log() {
        let log = Log::default();
        assert_eq!(log.answer(&Query::Latest), "no such event");
        assert_eq!(log.answer(&Query::ById(1)), "no such event");
    }
