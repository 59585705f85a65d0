---
code: E0599
---
//! Metronome marks such as `q=120`.

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tempo {
    pub beats_per_minute: u32,
}

#[derive(Debug, PartialEq)]
pub enum TempoError {
    NoMark,
    NotANumber,
    TooFast(u32),
}

impl Tempo {
    pub fn parse(mark: &str) -> Result<Tempo, TempoError> {
        let digits = mark.strip_prefix("q=").ok_or(TempoError::NoMark)?;
        let beats_per_minute = digits.parse().map_err(|_| TempoError::NotANumber)?;
        Ok(Tempo { beats_per_minute })
    }

    fn percent(self, percent: u32) -> Tempo {
        Tempo { beats_per_minute: self.beats_per_minute * percent / 100 }
    }

    fn checked(self) -> Result<Tempo, TempoError> {
        match self.beats_per_minute {
            fast if fast > 300 => Err(TempoError::TooFast(fast)),
            _ => Ok(self),
        }
    }
}

/// The tempo to practise a piece at, slower or faster than its mark.
pub fn practice_tempo(mark: &str, percent: u32) -> Result<Tempo, TempoError> {
    let written = Tempo::parse(mark);
    written.percent(percent).checked()
}
==== fixed
//! Metronome marks such as `q=120`.

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tempo {
    pub beats_per_minute: u32,
}

#[derive(Debug, PartialEq)]
pub enum TempoError {
    NoMark,
    NotANumber,
    TooFast(u32),
}

impl Tempo {
    pub fn parse(mark: &str) -> Result<Tempo, TempoError> {
        let digits = mark.strip_prefix("q=").ok_or(TempoError::NoMark)?;
        let beats_per_minute = digits.parse().map_err(|_| TempoError::NotANumber)?;
        Ok(Tempo { beats_per_minute })
    }

    fn percent(self, percent: u32) -> Tempo {
        Tempo { beats_per_minute: self.beats_per_minute * percent / 100 }
    }

    fn checked(self) -> Result<Tempo, TempoError> {
        match self.beats_per_minute {
            fast if fast > 300 => Err(TempoError::TooFast(fast)),
            _ => Ok(self),
        }
    }
}

/// The tempo to practise a piece at, slower or faster than its mark.
pub fn practice_tempo(mark: &str, percent: u32) -> Result<Tempo, TempoError> {
    let written = Tempo::parse(mark);
    written?.percent(percent).checked()
}
==== tests
#[test]
fn scales_the_written_mark() {
    assert_eq!(practice_tempo("q=120", 75), Ok(Tempo { beats_per_minute: 90 }));
    assert_eq!(practice_tempo("q=100", 110), Ok(Tempo { beats_per_minute: 110 }));
}

#[test]
fn tells_what_is_wrong_with_the_mark() {
    assert_eq!(practice_tempo("120", 75), Err(TempoError::NoMark));
    assert_eq!(practice_tempo("q=allegro", 75), Err(TempoError::NotANumber));
}

#[test]
fn limits_the_practice_tempo_not_the_written_one() {
    assert_eq!(practice_tempo("q=320", 50), Ok(Tempo { beats_per_minute: 160 }));
    assert_eq!(practice_tempo("q=200", 160), Err(TempoError::TooFast(320)));
}
