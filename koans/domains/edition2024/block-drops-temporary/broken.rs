pub struct Banner {
    pub width: usize,
    pub frame: char,
}

impl Banner {
    fn line(&self, text: &str) -> String {
        format!("{0} {text:^1$} {0}", self.frame, self.width)
    }

    pub fn visible(&self, text: &str, loud: bool) -> usize {
        let shown = { &self.line(text) }.replace(' ', "");
        if loud { shown.len() * 2 } else { shown.len() }
    }

    pub fn draw(&self, texts: &[&str]) -> String {
        texts.iter().map(|text| self.line(text)).collect::<Vec<_>>().join("\n")
    }
}
