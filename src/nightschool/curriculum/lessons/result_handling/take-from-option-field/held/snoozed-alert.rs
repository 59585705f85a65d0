---
code: E0507
---
use std::collections::VecDeque;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alert {
    pub title: String,
    pub urgent: bool,
}

#[derive(Default)]
pub struct Tray {
    waiting: VecDeque<Alert>,
    shown: Option<Alert>,
    dismissed: Vec<Alert>,
}

impl Tray {
    pub fn post(&mut self, alert: Alert) {
        if alert.urgent {
            self.waiting.push_front(alert);
        } else {
            self.waiting.push_back(alert);
        }
        if self.shown.is_none() {
            self.advance();
        }
    }

    fn advance(&mut self) {
        self.shown = self.waiting.pop_front();
    }

    /// Puts the shown alert away and shows the next one. False when nothing was shown.
    pub fn dismiss(&mut self) -> bool {
        if self.shown.is_none() {
            return false;
        }
        let alert = self.shown.unwrap();
        self.dismissed.push(alert);
        self.advance();
        true
    }

    pub fn shown_title(&self) -> Option<&str> {
        self.shown.as_ref().map(|a| a.title.as_str())
    }

    pub fn history(&self) -> Vec<&str> {
        self.dismissed.iter().map(|a| a.title.as_str()).collect()
    }
}
==== fixed
use std::collections::VecDeque;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alert {
    pub title: String,
    pub urgent: bool,
}

#[derive(Default)]
pub struct Tray {
    waiting: VecDeque<Alert>,
    shown: Option<Alert>,
    dismissed: Vec<Alert>,
}

impl Tray {
    pub fn post(&mut self, alert: Alert) {
        if alert.urgent {
            self.waiting.push_front(alert);
        } else {
            self.waiting.push_back(alert);
        }
        if self.shown.is_none() {
            self.advance();
        }
    }

    fn advance(&mut self) {
        self.shown = self.waiting.pop_front();
    }

    /// Puts the shown alert away and shows the next one. False when nothing was shown.
    pub fn dismiss(&mut self) -> bool {
        if self.shown.is_none() {
            return false;
        }
        let alert = self.shown.take().unwrap();
        self.dismissed.push(alert);
        self.advance();
        true
    }

    pub fn shown_title(&self) -> Option<&str> {
        self.shown.as_ref().map(|a| a.title.as_str())
    }

    pub fn history(&self) -> Vec<&str> {
        self.dismissed.iter().map(|a| a.title.as_str()).collect()
    }
}
==== tests
fn alert(title: &str, urgent: bool) -> Alert {
    Alert { title: title.into(), urgent }
}

#[test]
fn dismissing_moves_on() {
    let mut tray = Tray::default();
    tray.post(alert("mail", false));
    tray.post(alert("update", false));
    tray.post(alert("fire", true));
    assert_eq!(tray.shown_title(), Some("mail"));
    assert!(tray.dismiss());
    assert_eq!(tray.shown_title(), Some("fire"));
    assert!(tray.dismiss());
    assert!(tray.dismiss());
    assert_eq!(tray.history(), ["mail", "fire", "update"]);
}

#[test]
fn nothing_left() {
    let mut tray = Tray::default();
    assert!(!tray.dismiss());
    tray.post(alert("a", false));
    assert!(tray.dismiss());
    assert_eq!(tray.shown_title(), None);
    assert!(!tray.dismiss());
    assert_eq!(tray.history().len(), 1);
}
