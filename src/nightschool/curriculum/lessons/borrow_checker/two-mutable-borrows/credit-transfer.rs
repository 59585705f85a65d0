---
code: E0499
---
/// Send credits per stream of one multiplexed link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stream {
    pub id: u32,
    pub credits: u32,
}

#[derive(Default)]
pub struct Link {
    streams: Vec<Stream>,
}

impl Link {
    pub fn open(&mut self, id: u32, credits: u32) {
        self.streams.push(Stream { id, credits });
    }

    pub fn credits(&self, id: u32) -> Option<u32> {
        self.streams.iter().find(|s| s.id == id).map(|s| s.credits)
    }

    fn stream_mut(&mut self, id: u32) -> Option<&mut Stream> {
        self.streams.iter_mut().find(|s| s.id == id)
    }

    /// Moves up to `amount` credits from one stream to another and returns how
    /// many were moved. Nothing changes unless both streams exist.
    pub fn transfer(&mut self, from: u32, to: u32, amount: u32) -> Option<u32> {
        let source = self.stream_mut(from)?;
        let target = self.stream_mut(to)?;
        let moved = amount.min(source.credits);
        source.credits -= moved;
        target.credits += moved;
        Some(moved)
    }
}
==== fixed
/// Send credits per stream of one multiplexed link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stream {
    pub id: u32,
    pub credits: u32,
}

#[derive(Default)]
pub struct Link {
    streams: Vec<Stream>,
}

impl Link {
    pub fn open(&mut self, id: u32, credits: u32) {
        self.streams.push(Stream { id, credits });
    }

    pub fn credits(&self, id: u32) -> Option<u32> {
        self.streams.iter().find(|s| s.id == id).map(|s| s.credits)
    }

    fn stream_mut(&mut self, id: u32) -> Option<&mut Stream> {
        self.streams.iter_mut().find(|s| s.id == id)
    }

    /// Moves up to `amount` credits from one stream to another and returns how
    /// many were moved. Nothing changes unless both streams exist.
    pub fn transfer(&mut self, from: u32, to: u32, amount: u32) -> Option<u32> {
        self.credits(to)?;
        let source = self.stream_mut(from)?;
        let moved = amount.min(source.credits);
        source.credits -= moved;
        self.stream_mut(to)?.credits += moved;
        Some(moved)
    }
}
==== tests
fn link() -> Link {
    let mut link = Link::default();
    link.open(1, 10);
    link.open(2, 0);
    link
}

#[test]
fn moves_no_more_than_there_is() {
    let mut link = link();
    assert_eq!(link.transfer(1, 2, 4), Some(4));
    assert_eq!((link.credits(1), link.credits(2)), (Some(6), Some(4)));
    assert_eq!(link.transfer(1, 2, 40), Some(6));
    assert_eq!((link.credits(1), link.credits(2)), (Some(0), Some(10)));
}

#[test]
fn unknown_streams_change_nothing() {
    let mut link = link();
    assert_eq!(link.transfer(1, 9, 4), None);
    assert_eq!(link.transfer(9, 1, 4), None);
    assert_eq!(link.credits(1), Some(10));
}
