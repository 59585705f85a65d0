---
code: E0507
---
#[derive(Debug, Clone, PartialEq)]
pub struct Flash {
    pub level: u8,
    pub text: String,
}

#[derive(Debug, Default)]
pub struct Session {
    user: Option<String>,
    flash: Option<Flash>,
    pages: u32,
}

impl Session {
    pub fn login(&mut self, user: &str) {
        self.user = Some(user.to_string());
    }

    pub fn set_flash(&mut self, level: u8, text: &str) {
        self.flash = Some(Flash {
            level,
            text: text.to_string(),
        });
    }

    pub fn has_flash(&self) -> bool {
        self.flash.is_some()
    }

    /// Renders the next page. A pending flash message is shown once, on the
    /// first page after it was set, and is then gone.
    pub fn render(&mut self, body: &str) -> String {
        self.pages += 1;
        if !self.has_flash() {
            return body.to_string();
        }
        let flash = self.flash.unwrap();
        let marker = "!".repeat(flash.level as usize);
        format!("{marker}{}\n{body}", flash.text)
    }

    pub fn greeting(&self) -> String {
        match &self.user {
            Some(name) => format!("Hello {name} ({} pages)", self.pages),
            None => "Please log in".to_string(),
        }
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Flash {
    pub level: u8,
    pub text: String,
}

#[derive(Debug, Default)]
pub struct Session {
    user: Option<String>,
    flash: Option<Flash>,
    pages: u32,
}

impl Session {
    pub fn login(&mut self, user: &str) {
        self.user = Some(user.to_string());
    }

    pub fn set_flash(&mut self, level: u8, text: &str) {
        self.flash = Some(Flash {
            level,
            text: text.to_string(),
        });
    }

    pub fn has_flash(&self) -> bool {
        self.flash.is_some()
    }

    /// Renders the next page. A pending flash message is shown once, on the
    /// first page after it was set, and is then gone.
    pub fn render(&mut self, body: &str) -> String {
        self.pages += 1;
        if !self.has_flash() {
            return body.to_string();
        }
        let flash = self.flash.take().unwrap();
        let marker = "!".repeat(flash.level as usize);
        format!("{marker}{}\n{body}", flash.text)
    }

    pub fn greeting(&self) -> String {
        match &self.user {
            Some(name) => format!("Hello {name} ({} pages)", self.pages),
            None => "Please log in".to_string(),
        }
    }
}
==== tests
    #[test]
    fn flash_is_shown_once() {
        let mut s = Session::default();
        s.set_flash(2, "saved");
        assert_eq!(s.render("home"), "!!saved\nhome");
        assert!(!s.has_flash());
        assert_eq!(s.render("home"), "home");
    }
    #[test]
    fn second_flash_shows_again() {
        let mut s = Session::default();
        s.login("ann");
        s.set_flash(1, "a");
        s.render("x");
        s.set_flash(0, "b");
        assert_eq!(s.render("y"), "b\ny");
        assert_eq!(s.greeting(), "Hello ann (2 pages)");
    }
