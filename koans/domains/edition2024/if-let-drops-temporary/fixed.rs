pub struct Book {
    pub title: String,
    pub subtitle: Option<String>,
}

impl Book {
    fn short_subtitle(&self) -> Option<String> {
        self.subtitle.as_ref().map(|text| text.chars().take(6).collect())
    }

    pub fn shelf_mark(&self) -> String {
        let subtitle = self.short_subtitle();
        mark(&self.title, subtitle.as_deref().unwrap_or("none"))
    }
}

fn mark(title: &str, detail: &str) -> String {
    let initials: String = title.split(' ').filter_map(|word| word.chars().next()).collect();
    format!("{initials}/{detail}")
}
