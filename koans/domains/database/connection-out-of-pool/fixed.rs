#[derive(Debug)]
pub struct Connection {
    pub id: u8,
    pub queries: u32,
}

pub struct Pool {
    slot: Option<Connection>,
    opened: u8,
}

impl Pool {
    pub fn new() -> Self {
        Pool { slot: None, opened: 0 }
    }

    pub fn checkout(&mut self) -> Connection {
        if self.slot.is_some() {
            return self.slot.take().unwrap();
        }
        self.opened += 1;
        Connection { id: self.opened, queries: 0 }
    }

    pub fn give_back(&mut self, mut connection: Connection) {
        connection.queries += 1;
        self.slot = Some(connection);
    }
}
