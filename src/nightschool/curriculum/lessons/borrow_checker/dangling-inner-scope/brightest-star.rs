---
code: E0597
---
#[derive(Debug, Clone, PartialEq)]
pub struct Star {
    pub name: String,
    pub magnitude: f64,
}

pub struct Survey {
    pub field: String,
    pub lines: Vec<String>,
}

fn parse_line(line: &str) -> Option<Star> {
    let (name, magnitude) = line.rsplit_once(' ')?;
    Some(Star {
        name: name.trim().to_string(),
        magnitude: magnitude.parse().ok()?,
    })
}

/// Brightest star over all surveys (the smaller the magnitude, the brighter),
/// as `name in field`. Among equals the first one read counts.
pub fn brightest(surveys: &[Survey]) -> Option<String> {
    let mut best: Option<(&Star, &str)> = None;
    for survey in surveys {
        let stars: Vec<Star> = survey.lines.iter().filter_map(|l| parse_line(l)).collect();
        for star in &stars {
            let better = match best {
                Some((champion, _)) => star.magnitude < champion.magnitude,
                None => true,
            };
            if better {
                best = Some((star, &survey.field));
            }
        }
    }
    best.map(|(star, field)| format!("{} in {}", star.name, field))
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Star {
    pub name: String,
    pub magnitude: f64,
}

pub struct Survey {
    pub field: String,
    pub lines: Vec<String>,
}

fn parse_line(line: &str) -> Option<Star> {
    let (name, magnitude) = line.rsplit_once(' ')?;
    Some(Star {
        name: name.trim().to_string(),
        magnitude: magnitude.parse().ok()?,
    })
}

/// Brightest star over all surveys (the smaller the magnitude, the brighter),
/// as `name in field`. Among equals the first one read counts.
pub fn brightest(surveys: &[Survey]) -> Option<String> {
    let mut best: Option<(Star, &str)> = None;
    for survey in surveys {
        let stars: Vec<Star> = survey.lines.iter().filter_map(|l| parse_line(l)).collect();
        for star in stars {
            let better = match &best {
                Some((champion, _)) => star.magnitude < champion.magnitude,
                None => true,
            };
            if better {
                best = Some((star, &survey.field));
            }
        }
    }
    best.map(|(star, field)| format!("{} in {}", star.name, field))
}
==== tests
fn survey(field: &str, lines: &[&str]) -> Survey {
    Survey { field: field.to_string(), lines: lines.iter().map(|l| l.to_string()).collect() }
}

#[test]
fn smallest_magnitude_wins() {
    let surveys = [
        survey("Lyra", &["Vega 0.03", "Sheliak 3.52"]),
        survey("Canis Major", &["Sirius -1.46", "no star here"]),
        survey("Cygnus", &["Deneb 1.25"]),
    ];
    assert_eq!(brightest(&surveys), Some("Sirius in Canis Major".to_string()));
}

#[test]
fn first_among_equals() {
    let surveys = [survey("A", &["One 2.0", "Two 2.0"]), survey("B", &["Three 2.0"])];
    assert_eq!(brightest(&surveys), Some("One in A".to_string()));
}

#[test]
fn nothing_read() {
    assert_eq!(brightest(&[survey("Dark", &["cloud"])]), None);
}
