pub struct Outline {
    headings: Vec<String>,
    counters: [u32; 6],
}

impl Outline {
    pub fn new() -> Self {
        Outline { headings: Vec::new(), counters: [0; 6] }
    }

    pub fn push(&mut self, depth: i32, title: &str) {
        let depth = depth.clamp(0, 5);
        self.counters[depth] += 1;
        for deeper in self.counters.iter_mut().skip(depth as usize + 1) {
            *deeper = 0;
        }
        let number: Vec<String> =
            self.counters.iter().take(depth as usize + 1).map(|count| count.to_string()).collect();
        self.headings.push(format!("{} {title}", number.join(".")));
    }

    pub fn print(&self) -> String {
        self.headings.join("\n")
    }
}
