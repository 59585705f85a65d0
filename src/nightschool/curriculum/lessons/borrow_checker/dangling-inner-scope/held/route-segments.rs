---
code: E0597
---
#[derive(Debug, Clone, PartialEq)]
pub struct Stop {
    pub station: String,
    pub minute: u32,
}

fn parse_stop(text: &str) -> Option<Stop> {
    let (station, minute) = text.rsplit_once('@')?;
    Some(Stop { station: station.trim().to_string(), minute: minute.trim().parse().ok()? })
}

/// The longest ride between two neighbouring stops of a timetable line
/// like `Bern @ 0, Thun @ 18`. Entries that cannot be read are skipped.
pub fn longest_ride(line: &str) -> Option<(String, String, u32)> {
    let mut longest = None;
    let mut previous: Option<&Stop> = None;
    for entry in line.split(',') {
        if let Some(stop) = parse_stop(entry) {
            if let Some(from) = previous {
                let minutes = stop.minute.saturating_sub(from.minute);
                if longest.as_ref().is_none_or(|(_, _, m)| minutes > *m) {
                    longest = Some((from.station.clone(), stop.station.clone(), minutes));
                }
            }
            previous = Some(&stop);
        }
    }
    longest
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Stop {
    pub station: String,
    pub minute: u32,
}

fn parse_stop(text: &str) -> Option<Stop> {
    let (station, minute) = text.rsplit_once('@')?;
    Some(Stop { station: station.trim().to_string(), minute: minute.trim().parse().ok()? })
}

/// The longest ride between two neighbouring stops of a timetable line
/// like `Bern @ 0, Thun @ 18`. Entries that cannot be read are skipped.
pub fn longest_ride(line: &str) -> Option<(String, String, u32)> {
    let mut longest = None;
    let mut previous: Option<Stop> = None;
    for entry in line.split(',') {
        if let Some(stop) = parse_stop(entry) {
            if let Some(from) = &previous {
                let minutes = stop.minute.saturating_sub(from.minute);
                if longest.as_ref().is_none_or(|(_, _, m)| minutes > *m) {
                    longest = Some((from.station.clone(), stop.station.clone(), minutes));
                }
            }
            previous = Some(stop);
        }
    }
    longest
}
==== tests
#[test]
fn neighbours_are_compared() {
    let line = "Bern @ 0, Thun @ 18, Spiez @ 28, Visp @ 55, Brig @ 62";
    assert_eq!(longest_ride(line), Some(("Spiez".into(), "Visp".into(), 27)));
}

#[test]
fn unreadable_entries_are_skipped() {
    assert_eq!(longest_ride("A@1, ??, B@9, C@noon"), Some(("A".into(), "B".into(), 8)));
    assert_eq!(longest_ride("A@1"), None);
    assert_eq!(longest_ride(""), None);
}
