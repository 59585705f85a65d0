---
code: E0515
---
#[derive(Debug, Clone)]
pub struct Vial {
    pub project: String,
    pub number: u32,
    pub volatile: bool,
}

impl Vial {
    /// The barcode text: project in capitals, number with five digits.
    pub fn barcode(&self) -> &str {
        let text = format!("{}-{:05}", self.project.to_uppercase(), self.number);
        text.as_str()
    }
}

/// The print job of a tray, volatile vials marked with an exclamation mark.
pub fn print_job(tray: &[Vial]) -> String {
    let mut job = String::new();
    for vial in tray {
        job.push_str(&vial.barcode());
        if vial.volatile {
            job.push('!');
        }
        job.push('\n');
    }
    job
}

pub fn find<'a>(tray: &'a [Vial], scanned: &str) -> Option<&'a Vial> {
    tray.iter().find(|vial| &vial.barcode()[..] == scanned)
}
==== fixed
#[derive(Debug, Clone)]
pub struct Vial {
    pub project: String,
    pub number: u32,
    pub volatile: bool,
}

impl Vial {
    /// The barcode text: project in capitals, number with five digits.
    pub fn barcode(&self) -> String {
        let text = format!("{}-{:05}", self.project.to_uppercase(), self.number);
        text
    }
}

/// The print job of a tray, volatile vials marked with an exclamation mark.
pub fn print_job(tray: &[Vial]) -> String {
    let mut job = String::new();
    for vial in tray {
        job.push_str(&vial.barcode());
        if vial.volatile {
            job.push('!');
        }
        job.push('\n');
    }
    job
}

pub fn find<'a>(tray: &'a [Vial], scanned: &str) -> Option<&'a Vial> {
    tray.iter().find(|vial| &vial.barcode()[..] == scanned)
}
==== tests
fn tray() -> Vec<Vial> {
    vec![
        Vial { project: "ph7".into(), number: 12, volatile: false },
        Vial { project: "ox".into(), number: 123_456, volatile: true },
    ]
}

#[test]
fn job_lists_every_vial() {
    assert_eq!(print_job(&tray()), "PH7-00012\nOX-123456!\n");
}

#[test]
fn scanning_finds_the_vial() {
    let t = tray();
    assert_eq!(find(&t, "OX-123456").map(|v| v.number), Some(123_456));
    assert!(find(&t, "ox-123456").is_none());
}
