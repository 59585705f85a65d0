---
code: E0507
---
#[derive(Debug, Clone, PartialEq)]
pub struct Phrase {
    pub notes: Vec<u8>,
}

/// Collects notes into phrases; a rest ends the phrase that is open.
#[derive(Debug, Default)]
pub struct Recorder {
    open: Option<Phrase>,
    finished: Vec<Phrase>,
}

impl Recorder {
    pub fn note(&mut self, pitch: u8) {
        self.open
            .get_or_insert_with(|| Phrase { notes: Vec::new() })
            .notes
            .push(pitch);
    }

    /// Ends the open phrase and returns its length, `None` if none is open.
    pub fn rest(&mut self) -> Option<usize> {
        let phrase = self.open?;
        let length = phrase.notes.len();
        self.finished.push(phrase);
        Some(length)
    }

    pub fn is_open(&self) -> bool {
        self.open.is_some()
    }

    pub fn finished(&self) -> &[Phrase] {
        &self.finished
    }

    /// Greatest span between two notes of one finished phrase.
    pub fn widest_range(&self) -> u8 {
        let span = |p: &Phrase| p.notes.iter().max().zip(p.notes.iter().min()).map(|(hi, lo)| hi - lo);
        self.finished.iter().filter_map(span).max().unwrap_or(0)
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Phrase {
    pub notes: Vec<u8>,
}

/// Collects notes into phrases; a rest ends the phrase that is open.
#[derive(Debug, Default)]
pub struct Recorder {
    open: Option<Phrase>,
    finished: Vec<Phrase>,
}

impl Recorder {
    pub fn note(&mut self, pitch: u8) {
        self.open
            .get_or_insert_with(|| Phrase { notes: Vec::new() })
            .notes
            .push(pitch);
    }

    /// Ends the open phrase and returns its length, `None` if none is open.
    pub fn rest(&mut self) -> Option<usize> {
        let phrase = self.open.take()?;
        let length = phrase.notes.len();
        self.finished.push(phrase);
        Some(length)
    }

    pub fn is_open(&self) -> bool {
        self.open.is_some()
    }

    pub fn finished(&self) -> &[Phrase] {
        &self.finished
    }

    /// Greatest span between two notes of one finished phrase.
    pub fn widest_range(&self) -> u8 {
        let span = |p: &Phrase| p.notes.iter().max().zip(p.notes.iter().min()).map(|(hi, lo)| hi - lo);
        self.finished.iter().filter_map(span).max().unwrap_or(0)
    }
}
==== tests
#[test]
fn rest_closes_the_phrase() {
    let mut recorder = Recorder::default();
    recorder.note(60);
    recorder.note(67);
    assert_eq!(recorder.rest(), Some(2));
    assert!(!recorder.is_open());
    assert_eq!(recorder.rest(), None);
    assert_eq!(recorder.finished(), &[Phrase { notes: vec![60, 67] }]);
}

#[test]
fn phrases_do_not_run_together() {
    let mut recorder = Recorder::default();
    recorder.note(60);
    recorder.note(64);
    recorder.rest();
    recorder.note(80);
    assert_eq!(recorder.rest(), Some(1));
    assert_eq!(recorder.finished().len(), 2);
    assert_eq!(recorder.widest_range(), 4);
}
