---
code: E0277
---
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conn {
    pub id: u32,
    pub host: String,
}

#[derive(Debug, PartialEq, Eq)]
pub enum PoolError {
    /// No pool was configured under that name.
    UnknownPool(String),
    /// The pool exists, but every connection is lent out.
    Exhausted,
}

#[derive(Default)]
pub struct Pools {
    idle: HashMap<String, Vec<Conn>>,
    next_id: u32,
}

impl Pools {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn open(&mut self, pool: &str, hosts: &[&str]) {
        let slot = self.idle.entry(pool.to_string()).or_default();
        for host in hosts {
            self.next_id += 1;
            slot.push(Conn { id: self.next_id, host: host.to_string() });
        }
    }

    /// Lends out the connection that was returned last.
    pub fn checkout(&mut self, pool: &str) -> Result<Conn, PoolError> {
        let slot = self.idle.get_mut(pool)?;
        let conn = slot.pop()?;
        Ok(conn)
    }

    pub fn give_back(&mut self, pool: &str, conn: Conn) {
        self.idle.entry(pool.to_string()).or_default().push(conn);
    }
}
==== fixed
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conn {
    pub id: u32,
    pub host: String,
}

#[derive(Debug, PartialEq, Eq)]
pub enum PoolError {
    /// No pool was configured under that name.
    UnknownPool(String),
    /// The pool exists, but every connection is lent out.
    Exhausted,
}

#[derive(Default)]
pub struct Pools {
    idle: HashMap<String, Vec<Conn>>,
    next_id: u32,
}

impl Pools {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn open(&mut self, pool: &str, hosts: &[&str]) {
        let slot = self.idle.entry(pool.to_string()).or_default();
        for host in hosts {
            self.next_id += 1;
            slot.push(Conn { id: self.next_id, host: host.to_string() });
        }
    }

    /// Lends out the connection that was returned last.
    pub fn checkout(&mut self, pool: &str) -> Result<Conn, PoolError> {
        let slot = self
            .idle
            .get_mut(pool)
            .ok_or_else(|| PoolError::UnknownPool(pool.to_string()))?;
        let conn = slot.pop().ok_or(PoolError::Exhausted)?;
        Ok(conn)
    }

    pub fn give_back(&mut self, pool: &str, conn: Conn) {
        self.idle.entry(pool.to_string()).or_default().push(conn);
    }
}
==== tests
#[test]
fn lends_the_last_returned() {
    let mut pools = Pools::new();
    pools.open("db", &["a", "b"]);
    let conn = pools.checkout("db").unwrap();
    assert_eq!(conn.host, "b");
    assert_eq!(pools.checkout("db").unwrap().host, "a");
    pools.give_back("db", conn);
    assert_eq!(pools.checkout("db").unwrap().id, 2);
}

#[test]
fn tells_unknown_from_exhausted() {
    let mut pools = Pools::new();
    pools.open("db", &["a"]);
    pools.checkout("db").unwrap();
    assert_eq!(pools.checkout("db"), Err(PoolError::Exhausted));
    assert_eq!(pools.checkout("mail"), Err(PoolError::UnknownPool("mail".to_string())));
}
