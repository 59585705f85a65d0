/// Builds a matcher for a word that may have a `*` at either end; case is ignored.
pub fn matcher(pattern: &str) -> impl Fn(&str) -> bool {
    let open_start = pattern.starts_with('*');
    let open_end = pattern.ends_with('*');
    let core = pattern.trim_matches('*').to_lowercase();
    |word: &str| {
        let word = word.to_lowercase();
        match (open_start, open_end) {
            (true, true) => word.contains(&core),
            (true, false) => word.ends_with(&core),
            (false, true) => word.starts_with(&core),
            (false, false) => word == core,
        }
    }
}

pub fn select<'a>(words: &[&'a str], patterns: &[&str]) -> Vec<&'a str> {
    let matchers: Vec<_> = patterns.iter().map(|pattern| matcher(pattern)).collect();
    words.iter().copied().filter(|word| matchers.iter().any(|fits| fits(word))).collect()
}
