---
code: E0369
---
#[derive(Debug, Clone, PartialEq)]
pub struct Span<T> {
    pub low: T,
    pub high: T,
}

impl<T: Copy> Span<T> {
    pub fn at(value: T) -> Span<T> {
        Span { low: value, high: value }
    }

    /// Widens the span so that it holds `value`.
    pub fn include(&mut self, value: T) {
        if value < self.low {
            self.low = value;
        }
        if value > self.high {
            self.high = value;
        }
    }

    pub fn over(values: &[T]) -> Option<Span<T>> {
        let (first, rest) = values.split_first()?;
        let mut span = Span::at(*first);
        for value in rest {
            span.include(*value);
        }
        Some(span)
    }
}

pub struct DayForecast {
    pub hourly_celsius: Vec<f64>,
    pub hourly_rain_mm: Vec<u32>,
}

impl DayForecast {
    pub fn summary(&self) -> Option<String> {
        let temperature = Span::over(&self.hourly_celsius)?;
        let rain = Span::over(&self.hourly_rain_mm)?;
        Some(format!(
            "{:.1}..{:.1} C, rain {}..{} mm",
            temperature.low, temperature.high, rain.low, rain.high
        ))
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Span<T> {
    pub low: T,
    pub high: T,
}

impl<T: Copy + PartialOrd> Span<T> {
    pub fn at(value: T) -> Span<T> {
        Span { low: value, high: value }
    }

    /// Widens the span so that it holds `value`.
    pub fn include(&mut self, value: T) {
        if value < self.low {
            self.low = value;
        }
        if value > self.high {
            self.high = value;
        }
    }

    pub fn over(values: &[T]) -> Option<Span<T>> {
        let (first, rest) = values.split_first()?;
        let mut span = Span::at(*first);
        for value in rest {
            span.include(*value);
        }
        Some(span)
    }
}

pub struct DayForecast {
    pub hourly_celsius: Vec<f64>,
    pub hourly_rain_mm: Vec<u32>,
}

impl DayForecast {
    pub fn summary(&self) -> Option<String> {
        let temperature = Span::over(&self.hourly_celsius)?;
        let rain = Span::over(&self.hourly_rain_mm)?;
        Some(format!(
            "{:.1}..{:.1} C, rain {}..{} mm",
            temperature.low, temperature.high, rain.low, rain.high
        ))
    }
}
==== tests
#[test]
fn floats_and_integers() {
    let day = DayForecast { hourly_celsius: vec![3.5, -1.0, 8.25], hourly_rain_mm: vec![0, 4, 2] };
    assert_eq!(day.summary().as_deref(), Some("-1.0..8.2 C, rain 0..4 mm"));
}

#[test]
fn spans() {
    assert_eq!(Span::over(&[5, 2, 9, 3]), Some(Span { low: 2, high: 9 }));
    assert_eq!(Span::<i32>::over(&[]), None);
    let mut s = Span::at('m');
    s.include('c');
    assert_eq!(s, Span { low: 'c', high: 'm' });
}
