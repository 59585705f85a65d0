#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verb {
    Get,
    Head,
    Post,
    Delete,
    Options,
}

impl Verb {
    pub fn parse(text: &str) -> Option<Verb> {
        let all = [Verb::Get, Verb::Head, Verb::Post, Verb::Delete, Verb::Options];
        all.into_iter().find(|verb| format!("{verb:?}").eq_ignore_ascii_case(text))
    }

    pub fn is_safe(self) -> bool {
        match self {
            Verb::Get | Verb::Head => true,
            Verb::Post | Verb::Delete => false,
        }
    }
}

pub fn count_safe(log: &str) -> usize {
    log.split_whitespace().filter_map(Verb::parse).filter(|verb| verb.is_safe()).count()
}
