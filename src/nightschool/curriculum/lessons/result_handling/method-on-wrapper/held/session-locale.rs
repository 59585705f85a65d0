---
code: E0599
---
use std::collections::HashMap;

#[derive(Debug, Clone, Default)]
pub struct Session {
    pub locale: Option<String>,
    pub data: HashMap<String, String>,
}

#[derive(Debug, Default)]
pub struct Sessions {
    by_id: HashMap<String, Session>,
}

impl Sessions {
    pub fn open(&mut self, id: &str, locale: Option<&str>) {
        let session = Session {
            locale: locale.map(str::to_string),
            data: HashMap::new(),
        };
        self.by_id.insert(id.to_string(), session);
    }

    pub fn get_mut(&mut self, id: &str) -> Option<&mut Session> {
        self.by_id.get_mut(id)
    }

    /// The language part of a session's locale (`de` of `de-AT`), lower case.
    /// Sessions that are unknown or did not choose a locale speak `en`.
    pub fn language(&self, id: &str) -> String {
        let locale = self.by_id.get(id).and_then(|s| s.locale.as_deref());
        let language = locale.split('-').next();
        language.unwrap_or("en").to_ascii_lowercase()
    }
}
==== fixed
use std::collections::HashMap;

#[derive(Debug, Clone, Default)]
pub struct Session {
    pub locale: Option<String>,
    pub data: HashMap<String, String>,
}

#[derive(Debug, Default)]
pub struct Sessions {
    by_id: HashMap<String, Session>,
}

impl Sessions {
    pub fn open(&mut self, id: &str, locale: Option<&str>) {
        let session = Session {
            locale: locale.map(str::to_string),
            data: HashMap::new(),
        };
        self.by_id.insert(id.to_string(), session);
    }

    pub fn get_mut(&mut self, id: &str) -> Option<&mut Session> {
        self.by_id.get_mut(id)
    }

    /// The language part of a session's locale (`de` of `de-AT`), lower case.
    /// Sessions that are unknown or did not choose a locale speak `en`.
    pub fn language(&self, id: &str) -> String {
        let locale = self.by_id.get(id).and_then(|s| s.locale.as_deref());
        let language = locale.and_then(|l| l.split('-').next());
        language.unwrap_or("en").to_ascii_lowercase()
    }
}
==== tests
    #[test]
    fn language_of_locale() {
        let mut s = Sessions::default();
        s.open("a", Some("DE-at"));
        s.open("b", Some("fr"));
        assert_eq!(s.language("a"), "de");
        assert_eq!(s.language("b"), "fr");
    }
    #[test]
    fn falls_back() {
        let mut s = Sessions::default();
        s.open("a", None);
        assert_eq!(s.language("a"), "en");
        assert_eq!(s.language("zzz"), "en");
        s.get_mut("a").unwrap().locale = Some("pt-BR".into());
        assert_eq!(s.language("a"), "pt");
    }
