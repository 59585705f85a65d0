---
code: E0277
---
//! Alarms of a heating plant.

/// How bad it is. The panel lists these from top to bottom as written here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Severity {
    Shutdown,
    Fault,
    Notice,
}

impl Severity {
    pub const ALL: [Severity; 3] = [Severity::Shutdown, Severity::Fault, Severity::Notice];

    /// The number that the siren understands: the greater, the worse.
    pub fn level(self) -> u8 {
        match self {
            Severity::Shutdown => 90,
            Severity::Fault => 50,
            Severity::Notice => 10,
        }
    }
}

pub struct Alarm {
    pub boiler: u8,
    pub severity: Severity,
}

/// The worst that any alarm of this boiler says, for the lamp above its door.
pub fn lamp(alarms: &[Alarm], boiler: u8) -> Option<Severity> {
    alarms
        .iter()
        .filter(|alarm| alarm.boiler == boiler)
        .map(|alarm| alarm.severity)
        .max()
}

/// What the lamp shows, as text for the log.
pub fn lamp_text(alarms: &[Alarm], boiler: u8) -> String {
    match lamp(alarms, boiler) {
        Some(severity) => format!("boiler {boiler}: {severity:?} ({})", severity.level()),
        None => format!("boiler {boiler}: off"),
    }
}
==== fixed
//! Alarms of a heating plant.

/// How bad it is. The panel lists these from top to bottom as written here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Severity {
    Shutdown,
    Fault,
    Notice,
}

impl Severity {
    pub const ALL: [Severity; 3] = [Severity::Shutdown, Severity::Fault, Severity::Notice];

    /// The number that the siren understands: the greater, the worse.
    pub fn level(self) -> u8 {
        match self {
            Severity::Shutdown => 90,
            Severity::Fault => 50,
            Severity::Notice => 10,
        }
    }
}

pub struct Alarm {
    pub boiler: u8,
    pub severity: Severity,
}

/// The worst that any alarm of this boiler says, for the lamp above its door.
pub fn lamp(alarms: &[Alarm], boiler: u8) -> Option<Severity> {
    alarms
        .iter()
        .filter(|alarm| alarm.boiler == boiler)
        .map(|alarm| alarm.severity)
        .max_by_key(|severity| severity.level())
}

/// What the lamp shows, as text for the log.
pub fn lamp_text(alarms: &[Alarm], boiler: u8) -> String {
    match lamp(alarms, boiler) {
        Some(severity) => format!("boiler {boiler}: {severity:?} ({})", severity.level()),
        None => format!("boiler {boiler}: off"),
    }
}
==== tests
fn alarms() -> Vec<Alarm> {
    let alarm = |boiler, severity| Alarm { boiler, severity };
    vec![
        alarm(1, Severity::Notice),
        alarm(2, Severity::Notice),
        alarm(1, Severity::Shutdown),
        alarm(1, Severity::Fault),
    ]
}

#[test]
fn the_lamp_shows_the_worst() {
    assert_eq!(lamp(&alarms(), 1), Some(Severity::Shutdown));
    assert_eq!(lamp(&alarms()[3..], 1), Some(Severity::Fault));
    assert_eq!(lamp(&alarms(), 2), Some(Severity::Notice));
    assert_eq!(lamp(&alarms(), 3), None);
}

#[test]
fn the_log_has_it_in_words() {
    assert_eq!(lamp_text(&alarms(), 1), "boiler 1: Shutdown (90)");
    assert_eq!(lamp_text(&alarms(), 7), "boiler 7: off");
}
