---
code: E0277
---
#[derive(Debug, Clone, PartialEq)]
pub struct WindSample {
    pub direction_deg: f64,
    pub speed_ms: f64,
}

#[derive(Debug, PartialEq)]
pub struct ParseError(pub String);

pub fn parse_sample(line: &str) -> Result<WindSample, ParseError> {
    let bad = || ParseError(line.to_string());
    let (direction, speed) = line.split_once('@').ok_or_else(bad)?;
    Ok(WindSample {
        direction_deg: direction.trim().parse().map_err(|_| bad())?,
        speed_ms: speed.trim().parse().map_err(|_| bad())?,
    })
}

pub struct WindLog {
    samples: Vec<WindSample>,
    rejected: Vec<String>,
}

impl WindLog {
    /// Reads a station's log. Bad lines are no reason to give up: they are
    /// kept aside in the order they came.
    pub fn read(text: &str) -> WindLog {
        let mut log = WindLog { samples: Vec::new(), rejected: Vec::new() };
        for line in text.lines().filter(|l| !l.trim().is_empty()) {
            let sample = parse_sample(line)?;
            log.samples.push(sample);
        }
        log
    }

    pub fn rejected(&self) -> &[String] {
        &self.rejected
    }

    pub fn strongest(&self) -> Option<&WindSample> {
        self.samples.iter().max_by(|a, b| a.speed_ms.total_cmp(&b.speed_ms))
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct WindSample {
    pub direction_deg: f64,
    pub speed_ms: f64,
}

#[derive(Debug, PartialEq)]
pub struct ParseError(pub String);

pub fn parse_sample(line: &str) -> Result<WindSample, ParseError> {
    let bad = || ParseError(line.to_string());
    let (direction, speed) = line.split_once('@').ok_or_else(bad)?;
    Ok(WindSample {
        direction_deg: direction.trim().parse().map_err(|_| bad())?,
        speed_ms: speed.trim().parse().map_err(|_| bad())?,
    })
}

pub struct WindLog {
    samples: Vec<WindSample>,
    rejected: Vec<String>,
}

impl WindLog {
    /// Reads a station's log. Bad lines are no reason to give up: they are
    /// kept aside in the order they came.
    pub fn read(text: &str) -> WindLog {
        let mut log = WindLog { samples: Vec::new(), rejected: Vec::new() };
        for line in text.lines().filter(|l| !l.trim().is_empty()) {
            match parse_sample(line) {
                Ok(sample) => log.samples.push(sample),
                Err(ParseError(line)) => log.rejected.push(line),
            }
        }
        log
    }

    pub fn rejected(&self) -> &[String] {
        &self.rejected
    }

    pub fn strongest(&self) -> Option<&WindSample> {
        self.samples.iter().max_by(|a, b| a.speed_ms.total_cmp(&b.speed_ms))
    }
}
==== tests
#[test]
fn bad_lines_are_kept_aside() {
    let log = WindLog::read("270 @ 5.5\ncalm\n\n90 @ 12\nnorth @ 3\n");
    assert_eq!(log.rejected(), &["calm".to_string(), "north @ 3".to_string()]);
    assert_eq!(log.strongest(), Some(&WindSample { direction_deg: 90.0, speed_ms: 12.0 }));
}

#[test]
fn clean_log() {
    let log = WindLog::read("10 @ 1\n20 @ 4\n30 @ 2");
    assert!(log.rejected().is_empty());
    assert_eq!(log.strongest().unwrap().direction_deg, 20.0);
}
