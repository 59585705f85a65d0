---
code: E0505
---
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Connection {
    pub peer: String,
    pub served: u32,
}

#[derive(Default)]
pub struct Pool {
    idle: Vec<Connection>,
    retired: Vec<Connection>,
    limit: u32,
    journal: Vec<String>,
}

impl Pool {
    /// A pool whose connections are retired after `limit` requests.
    pub fn with_limit(limit: u32) -> Self {
        Pool { limit, ..Pool::default() }
    }

    /// Takes a connection back after one more request.
    pub fn release(&mut self, mut conn: Connection) {
        conn.served += 1;
        let peer = &conn.peer;
        if conn.served >= self.limit {
            self.retired.push(conn);
            self.journal.push(format!("retired {}", peer));
        } else {
            self.idle.push(conn);
            self.journal.push(format!("kept {}", peer));
        }
    }

    pub fn acquire(&mut self) -> Option<Connection> {
        self.idle.pop()
    }

    pub fn retired(&self) -> usize {
        self.retired.len()
    }

    pub fn journal(&self) -> &[String] {
        &self.journal
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Connection {
    pub peer: String,
    pub served: u32,
}

#[derive(Default)]
pub struct Pool {
    idle: Vec<Connection>,
    retired: Vec<Connection>,
    limit: u32,
    journal: Vec<String>,
}

impl Pool {
    /// A pool whose connections are retired after `limit` requests.
    pub fn with_limit(limit: u32) -> Self {
        Pool { limit, ..Pool::default() }
    }

    /// Takes a connection back after one more request.
    pub fn release(&mut self, mut conn: Connection) {
        conn.served += 1;
        let peer = &conn.peer;
        if conn.served >= self.limit {
            self.journal.push(format!("retired {}", peer));
            self.retired.push(conn);
        } else {
            self.journal.push(format!("kept {}", peer));
            self.idle.push(conn);
        }
    }

    pub fn acquire(&mut self) -> Option<Connection> {
        self.idle.pop()
    }

    pub fn retired(&self) -> usize {
        self.retired.len()
    }

    pub fn journal(&self) -> &[String] {
        &self.journal
    }
}
==== tests
#[test]
fn retires_at_the_limit() {
    let mut pool = Pool::with_limit(2);
    pool.release(Connection { peer: "db1".to_string(), served: 0 });
    let conn = pool.acquire().unwrap();
    assert_eq!(conn, Connection { peer: "db1".to_string(), served: 1 });
    pool.release(conn);
    assert!(pool.acquire().is_none());
    assert_eq!(pool.retired(), 1);
    assert_eq!(pool.journal(), ["kept db1", "retired db1"]);
}

#[test]
fn last_released_is_first_acquired() {
    let mut pool = Pool::with_limit(9);
    pool.release(Connection { peer: "a".to_string(), served: 3 });
    pool.release(Connection { peer: "b".to_string(), served: 4 });
    assert_eq!(pool.acquire().unwrap().served, 5);
    assert_eq!(pool.acquire().unwrap().peer, "a");
    assert_eq!(pool.retired(), 0);
}
