---
code: E0599
---
#[derive(Debug, Clone, PartialEq)]
pub struct Guide {
    pub name: String,
    languages: Vec<String>,
}

impl Guide {
    pub fn new(name: &str, languages: &[&str]) -> Self {
        Guide { name: name.to_string(), languages: languages.iter().map(|l| l.to_string()).collect() }
    }

    pub fn speaks(&self, language: &str) -> bool {
        self.languages.iter().any(|l| l == language)
    }
}

/// The tours of one day at the museum; some have no guide yet.
pub struct Tour {
    pub hour: u8,
    pub guide: Option<Guide>,
}

/// The hours at which a visitor can be led in `language`.
/// A tour without a guide does not count.
pub fn hours_in(tours: &[Tour], language: &str) -> Vec<u8> {
    tours
        .iter()
        .filter(|tour| tour.guide.speaks(language))
        .map(|tour| tour.hour)
        .collect()
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Guide {
    pub name: String,
    languages: Vec<String>,
}

impl Guide {
    pub fn new(name: &str, languages: &[&str]) -> Self {
        Guide { name: name.to_string(), languages: languages.iter().map(|l| l.to_string()).collect() }
    }

    pub fn speaks(&self, language: &str) -> bool {
        self.languages.iter().any(|l| l == language)
    }
}

/// The tours of one day at the museum; some have no guide yet.
pub struct Tour {
    pub hour: u8,
    pub guide: Option<Guide>,
}

/// The hours at which a visitor can be led in `language`.
/// A tour without a guide does not count.
pub fn hours_in(tours: &[Tour], language: &str) -> Vec<u8> {
    tours
        .iter()
        .filter(|tour| tour.guide.as_ref().is_some_and(|guide| guide.speaks(language)))
        .map(|tour| tour.hour)
        .collect()
}
==== tests
#[test]
fn only_matching_guides() {
    let tours = [
        Tour { hour: 10, guide: Some(Guide::new("Uma", &["en", "fr"])) },
        Tour { hour: 12, guide: None },
        Tour { hour: 14, guide: Some(Guide::new("Vic", &["fr"])) },
    ];
    assert_eq!(hours_in(&tours, "fr"), [10, 14]);
    assert_eq!(hours_in(&tours, "en"), [10]);
    assert!(hours_in(&tours, "it").is_empty());
}
#[test]
fn nobody_guides() {
    assert!(hours_in(&[Tour { hour: 9, guide: None }], "en").is_empty());
}
