#[derive(Debug)]
pub struct Ticket {
    title: String,
    reopened: u32,
}

impl Ticket {
    pub fn new(title: &str, reopened: u32) -> Self {
        Ticket { title: title.to_string(), reopened }
    }

    /// The title up to the first colon.
    pub fn area(&self) -> &str {
        self.title.split(':').next().unwrap_or("")
    }
}

#[derive(Default)]
pub struct Board {
    pub closed: Vec<Ticket>,
    pub log: Vec<String>,
}

impl Board {
    pub fn close(&mut self, ticket: Ticket) {
        let area = ticket.area().to_string();
        let again = if ticket.reopened > 0 { " again" } else { "" };
        self.closed.push(ticket);
        self.log.push(format!("{area} closed{again} as #{}", self.closed.len()));
    }
}
