#[derive(Debug, Clone, PartialEq)]
pub struct Theme {
    pub name: String,
    pub dark: bool,
}

pub struct Profile {
    theme: Theme,
    saved: Vec<Theme>,
}

impl Profile {
    pub fn new(name: &str) -> Profile {
        Profile { theme: Theme { name: name.to_string(), dark: false }, saved: Vec::new() }
    }

    pub fn theme(&self) -> &Theme {
        &self.theme
    }

    pub fn toggle(&mut self) -> usize {
        let before: Theme = self.theme().clone();
        self.saved.push(before);
        self.theme.dark = !self.theme.dark;
        self.saved.iter().filter(|theme| theme.dark).count()
    }
}
