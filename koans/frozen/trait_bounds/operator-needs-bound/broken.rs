#[derive(Debug, Clone, Copy)]
pub struct Interval<T> {
    pub low: T,
    pub high: T,
}

impl<T: Copy> Interval<T> {
    /// The smallest interval that holds all values; None if there are none.
    pub fn spanning(values: &[T]) -> Option<Self> {
        let (first, rest) = values.split_first()?;
        let mut span = Interval { low: *first, high: *first };
        for value in rest {
            span.widen(*value);
        }
        Some(span)
    }

    pub fn widen(&mut self, value: T) {
        if value < self.low {
            self.low = value;
        } else if value > self.high {
            self.high = value;
        }
    }

    pub fn overlaps(&self, other: &Interval<T>) -> bool {
        self.low <= other.high && other.low <= self.high
    }
}
