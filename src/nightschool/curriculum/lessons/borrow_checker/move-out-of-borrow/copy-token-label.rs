---
code: E0507
---
/// A token on the map of a war game.
#[derive(Debug)]
pub struct Token {
    label: String,
    pub hex: (i8, i8),
    pub steps: u8,
}

#[derive(Debug, PartialEq)]
pub struct Report {
    pub unit: String,
    pub lost: bool,
}

impl Token {
    pub fn new(label: &str, hex: (i8, i8), steps: u8) -> Self {
        Token { label: label.to_string(), hex, steps }
    }

    pub fn label(&self) -> &str {
        &self.label
    }

    /// Takes step losses and reports them; the token keeps its name, for it
    /// may come back as a reinforcement.
    pub fn lose_steps(&mut self, losses: u8) -> Report {
        self.steps = self.steps.saturating_sub(losses);
        Report {
            unit: self.label,
            lost: self.steps == 0,
        }
    }
}

/// Every token in the hex loses a step.
pub fn barrage(tokens: &mut [Token], hex: (i8, i8)) -> Vec<Report> {
    tokens
        .iter_mut()
        .filter(|token| token.hex == hex)
        .map(|token| token.lose_steps(1))
        .collect()
}
==== fixed
/// A token on the map of a war game.
#[derive(Debug)]
pub struct Token {
    label: String,
    pub hex: (i8, i8),
    pub steps: u8,
}

#[derive(Debug, PartialEq)]
pub struct Report {
    pub unit: String,
    pub lost: bool,
}

impl Token {
    pub fn new(label: &str, hex: (i8, i8), steps: u8) -> Self {
        Token { label: label.to_string(), hex, steps }
    }

    pub fn label(&self) -> &str {
        &self.label
    }

    /// Takes step losses and reports them; the token keeps its name, for it
    /// may come back as a reinforcement.
    pub fn lose_steps(&mut self, losses: u8) -> Report {
        self.steps = self.steps.saturating_sub(losses);
        Report {
            unit: self.label.clone(),
            lost: self.steps == 0,
        }
    }
}

/// Every token in the hex loses a step.
pub fn barrage(tokens: &mut [Token], hex: (i8, i8)) -> Vec<Report> {
    tokens
        .iter_mut()
        .filter(|token| token.hex == hex)
        .map(|token| token.lose_steps(1))
        .collect()
}
==== tests
#[test]
fn reports_and_keeps_the_name() {
    let mut t = Token::new("7th Hussars", (1, 2), 2);
    assert_eq!(t.lose_steps(1), Report { unit: "7th Hussars".into(), lost: false });
    assert_eq!(t.lose_steps(4), Report { unit: "7th Hussars".into(), lost: true });
    assert_eq!(t.label(), "7th Hussars");
}
#[test]
fn barrages() {
    let mut ts = [Token::new("A", (0, 0), 1), Token::new("B", (0, 1), 1), Token::new("C", (0, 0), 2)];
    let r = barrage(&mut ts, (0, 0));
    assert_eq!(r, [Report { unit: "A".into(), lost: true }, Report { unit: "C".into(), lost: false }]);
    assert_eq!(ts[1].steps, 1);
    assert_eq!(ts[0].label(), "A");
}
