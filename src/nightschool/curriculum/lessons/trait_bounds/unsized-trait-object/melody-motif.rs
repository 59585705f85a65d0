---
code: E0277
---
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Note {
    pub pitch: i16,
    pub beats: u8,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Melody {
    notes: Vec<Note>,
}

/// Steps from note to note, which stay the same when a motif is transposed.
fn contour(notes: &[Note]) -> Vec<i16> {
    notes.windows(2).map(|pair| pair[1].pitch - pair[0].pitch).collect()
}

impl Melody {
    pub fn new(notes: &[(i16, u8)]) -> Self {
        let notes = notes.iter().map(|&(pitch, beats)| Note { pitch, beats }).collect();
        Melody { notes }
    }

    pub fn beats(&self) -> u32 {
        self.notes.iter().map(|note| u32::from(note.beats)).sum()
    }

    /// Where the first `length` notes come back later, transposed or not, as
    /// indices of the notes that begin them. The notes may overlap the motif.
    pub fn returns_of_opening(&self, length: usize) -> Vec<usize> {
        if length == 0 || length > self.notes.len() {
            return Vec::new();
        }
        let motif = self.notes[..length];
        let shape = contour(&motif);
        (1..=self.notes.len() - length)
            .filter(|&start| {
                let candidate = self.notes[start..start + length];
                contour(&candidate) == shape
            })
            .collect()
    }
}
==== fixed
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Note {
    pub pitch: i16,
    pub beats: u8,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Melody {
    notes: Vec<Note>,
}

/// Steps from note to note, which stay the same when a motif is transposed.
fn contour(notes: &[Note]) -> Vec<i16> {
    notes.windows(2).map(|pair| pair[1].pitch - pair[0].pitch).collect()
}

impl Melody {
    pub fn new(notes: &[(i16, u8)]) -> Self {
        let notes = notes.iter().map(|&(pitch, beats)| Note { pitch, beats }).collect();
        Melody { notes }
    }

    pub fn beats(&self) -> u32 {
        self.notes.iter().map(|note| u32::from(note.beats)).sum()
    }

    /// Where the first `length` notes come back later, transposed or not, as
    /// indices of the notes that begin them. The notes may overlap the motif.
    pub fn returns_of_opening(&self, length: usize) -> Vec<usize> {
        if length == 0 || length > self.notes.len() {
            return Vec::new();
        }
        let motif = &self.notes[..length];
        let shape = contour(motif);
        (1..=self.notes.len() - length)
            .filter(|&start| {
                let candidate = &self.notes[start..start + length];
                contour(candidate) == shape
            })
            .collect()
    }
}
==== tests
fn melody(pitches: &[i16]) -> Melody {
    Melody::new(&pitches.iter().map(|&p| (p, 2)).collect::<Vec<_>>())
}

#[test]
fn transposed_returns() {
    let tune = melody(&[60, 62, 64, 70, 67, 69, 71, 60, 62, 64]);
    assert_eq!(tune.returns_of_opening(3), vec![4, 7]);
    assert_eq!(tune.beats(), 20);
}

#[test]
fn overlaps_count() {
    assert_eq!(melody(&[1, 2, 3, 4]).returns_of_opening(2), vec![1, 2]);
}

#[test]
fn too_short() {
    assert!(melody(&[1, 2]).returns_of_opening(3).is_empty());
    assert!(melody(&[1, 2]).returns_of_opening(0).is_empty());
    assert!(melody(&[1, 2]).returns_of_opening(2).is_empty());
}
