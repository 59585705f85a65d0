pub struct Bar {
    pub width: usize,
    pub filled: char,
}

impl Bar {
    fn draw(&self, share: f64) -> String {
        let done = (share * self.width as f64).round() as usize;
        let full: String = std::iter::repeat_n(self.filled, done).collect();
        format!("{full:.<width$}", width = self.width)
    }
}

pub fn progress(label: String, total: u64, bar: Bar) -> impl Fn(u64) -> String {
    |done | {
        let share = done.min(total) as f64 / total as f64;
        format!("{label} [{}] {:3.0}%", bar.draw(share), share * 100.0)
    }
}
