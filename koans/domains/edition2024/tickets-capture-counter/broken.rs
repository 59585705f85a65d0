pub struct Counter {
    next: u32,
    prefix: &'static str,
}

impl Counter {
    pub fn new(prefix: &'static str) -> Self {
        Counter { next: 1, prefix }
    }

    pub fn ticket(&mut self) -> impl Fn(&str) -> String {
        let number = self.next;
        let prefix = self.prefix;
        self.next += 1;
        move |guest| format!("{prefix}-{number:03} {guest}")
    }
}

pub fn pair(counter: &mut Counter, first: &str, second: &str) -> [String; 2] {
    let one = counter.ticket();
    let two = counter.ticket();
    [two(second), one(first)]
}
