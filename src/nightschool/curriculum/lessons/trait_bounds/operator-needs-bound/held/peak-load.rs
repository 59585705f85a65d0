---
code: E0369
---
use std::collections::VecDeque;

/// The last `size` measurements of a request handler, newest at the back.
pub struct Window<T> {
    size: usize,
    values: VecDeque<T>,
}

impl<T> Window<T> {
    pub fn new(size: usize) -> Self {
        Window {
            size,
            values: VecDeque::with_capacity(size),
        }
    }

    pub fn push(&mut self, value: T) {
        if self.values.len() == self.size {
            self.values.pop_front();
        }
        self.values.push_back(value);
    }

    pub fn len(&self) -> usize {
        self.values.len()
    }
}

impl<T: Copy> Window<T> {
    /// The largest measurement in the window; latencies are floats, counts
    /// are integers.
    pub fn peak(&self) -> Option<T> {
        let mut values = self.values.iter().copied();
        let mut best = values.next()?;
        for value in values {
            if value > best {
                best = value;
            }
        }
        Some(best)
    }

    pub fn above(&self, limit: T) -> usize {
        self.values.iter().filter(|v| **v > limit).count()
    }
}
==== fixed
use std::collections::VecDeque;

/// The last `size` measurements of a request handler, newest at the back.
pub struct Window<T> {
    size: usize,
    values: VecDeque<T>,
}

impl<T> Window<T> {
    pub fn new(size: usize) -> Self {
        Window {
            size,
            values: VecDeque::with_capacity(size),
        }
    }

    pub fn push(&mut self, value: T) {
        if self.values.len() == self.size {
            self.values.pop_front();
        }
        self.values.push_back(value);
    }

    pub fn len(&self) -> usize {
        self.values.len()
    }
}

impl<T: Copy + PartialOrd> Window<T> {
    /// The largest measurement in the window; latencies are floats, counts
    /// are integers.
    pub fn peak(&self) -> Option<T> {
        let mut values = self.values.iter().copied();
        let mut best = values.next()?;
        for value in values {
            if value > best {
                best = value;
            }
        }
        Some(best)
    }

    pub fn above(&self, limit: T) -> usize {
        self.values.iter().filter(|v| **v > limit).count()
    }
}
==== tests
    #[test]
    fn float_latencies() {
        let mut w = Window::new(3);
        for v in [9.5, 1.0, 2.5, 2.0] {
            w.push(v);
        }
        assert_eq!(w.len(), 3);
        assert_eq!(w.peak(), Some(2.5));
        assert_eq!(w.above(1.5), 2);
    }
    #[test]
    fn integer_counts() {
        let mut w: Window<u32> = Window::new(2);
        assert_eq!(w.peak(), None);
        w.push(4);
        w.push(7);
        assert_eq!(w.peak(), Some(7));
        assert_eq!(w.above(7), 0);
    }
