---
code: E0004
---
#[derive(Debug, PartialEq)]
pub enum SampleError {
    TornStack,
    UnknownSymbol(u64),
    BufferFull { dropped: u32 },
}

#[derive(Debug, Default, PartialEq)]
pub struct Profile {
    pub samples: u32,
    pub torn: u32,
    pub unknown: Vec<u64>,
    pub dropped: u32,
}

impl Profile {
    /// Books the outcome of one sampling tick. A full buffer adds the number
    /// of samples it lost to `dropped`.
    pub fn record(&mut self, outcome: Result<usize, SampleError>) {
        match outcome {
            Ok(depth) if depth > 0 => self.samples += 1,
            Err(SampleError::TornStack) => self.torn += 1,
            Err(SampleError::UnknownSymbol(address)) => self.unknown.push(address),
            Ok(_) => {}
        }
    }

    /// Share of ticks that gave a usable sample, in whole percent.
    pub fn quality(&self) -> u32 {
        let ticks = self.samples + self.torn + self.unknown.len() as u32 + self.dropped;
        if ticks == 0 {
            return 100;
        }
        self.samples * 100 / ticks
    }
}
==== fixed
#[derive(Debug, PartialEq)]
pub enum SampleError {
    TornStack,
    UnknownSymbol(u64),
    BufferFull { dropped: u32 },
}

#[derive(Debug, Default, PartialEq)]
pub struct Profile {
    pub samples: u32,
    pub torn: u32,
    pub unknown: Vec<u64>,
    pub dropped: u32,
}

impl Profile {
    /// Books the outcome of one sampling tick. A full buffer adds the number
    /// of samples it lost to `dropped`.
    pub fn record(&mut self, outcome: Result<usize, SampleError>) {
        match outcome {
            Ok(depth) if depth > 0 => self.samples += 1,
            Err(SampleError::TornStack) => self.torn += 1,
            Err(SampleError::UnknownSymbol(address)) => self.unknown.push(address),
            Err(SampleError::BufferFull { dropped }) => self.dropped += dropped,
            Ok(_) => {}
        }
    }

    /// Share of ticks that gave a usable sample, in whole percent.
    pub fn quality(&self) -> u32 {
        let ticks = self.samples + self.torn + self.unknown.len() as u32 + self.dropped;
        if ticks == 0 {
            return 100;
        }
        self.samples * 100 / ticks
    }
}
==== tests
    #[test]
    fn dropped_are_counted() {
        let mut p = Profile::default();
        p.record(Ok(4));
        p.record(Err(SampleError::BufferFull { dropped: 3 }));
        p.record(Err(SampleError::BufferFull { dropped: 4 }));
        assert_eq!(p.dropped, 7);
        assert_eq!(p.quality(), 12);
    }
    #[test]
    fn other_outcomes() {
        let mut p = Profile::default();
        p.record(Ok(0));
        assert_eq!(p, Profile::default());
        p.record(Err(SampleError::UnknownSymbol(0xff)));
        p.record(Err(SampleError::TornStack));
        assert_eq!(p.unknown, vec![0xff]);
        assert_eq!((p.torn, p.dropped), (1, 0));
        assert_eq!(p.quality(), 0);
    }
