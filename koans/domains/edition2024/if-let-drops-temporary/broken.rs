pub struct Book {
    pub title: String,
    pub subtitle: Option<String>,
}

impl Book {
    fn short_subtitle(&self) -> Option<String> {
        self.subtitle.as_ref().map(|text| text.chars().take(6).collect())
    }

    pub fn shelf_mark(&self) -> String {
        mark(&self.title, if let Some(text) = self.short_subtitle().as_deref() { text } else { "none" })
    }
}

fn mark(title: &str, detail: &str) -> String {
    let initials: String = title.split(' ').filter_map(|word| word.chars().next()).collect();
    format!("{initials}/{detail}")
}
