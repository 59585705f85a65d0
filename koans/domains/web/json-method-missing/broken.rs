pub trait ToJson {
    fn fields(&self) -> Vec<(&'static str, String)>;

    fn to_json(&self) -> String {
        let parts: Vec<String> = self.fields().into_iter().map(|(k, v)| format!("\"{k}\":{v}")).collect();
        format!("{{{}}}", parts.join(","))
    }
}

pub struct Page {
    pub slug: String,
    pub views: u64,
}

impl ToJson for Page {}

pub fn page_fields(page: &Page) -> Vec<(&'static str, String)> {
    vec![("slug", format!("{:?}", page.slug)), ("views", page.views.to_string())]
}

pub fn feed(pages: &[Page]) -> String {
    pages.iter().map(Page::to_json).collect::<Vec<_>>().join("\n")
}
