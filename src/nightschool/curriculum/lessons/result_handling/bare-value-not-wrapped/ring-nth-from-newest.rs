---
code: E0308
---
/// The last `N` samples of a signal.
pub struct Window<const N: usize> {
    samples: [f32; N],
    written: usize,
}

impl<const N: usize> Window<N> {
    pub fn new() -> Self {
        Window { samples: [0.0; N], written: 0 }
    }

    pub fn push(&mut self, sample: f32) {
        self.samples[self.written % N] = sample;
        self.written += 1;
    }

    pub fn len(&self) -> usize {
        self.written.min(N)
    }

    /// The sample that was pushed `age` pushes before the newest; `None` if it is gone or never was.
    pub fn sample(&self, age: usize) -> Option<f32> {
        if age >= self.len() {
            return None;
        }
        self.samples[(self.written - 1 - age) % N]
    }

    /// Newest minus oldest sample that is still there.
    pub fn trend(&self) -> Option<f32> {
        let newest = self.sample(0)?;
        let oldest = self.sample(self.len() - 1)?;
        newest - oldest
    }
}
==== fixed
/// The last `N` samples of a signal.
pub struct Window<const N: usize> {
    samples: [f32; N],
    written: usize,
}

impl<const N: usize> Window<N> {
    pub fn new() -> Self {
        Window { samples: [0.0; N], written: 0 }
    }

    pub fn push(&mut self, sample: f32) {
        self.samples[self.written % N] = sample;
        self.written += 1;
    }

    pub fn len(&self) -> usize {
        self.written.min(N)
    }

    /// The sample that was pushed `age` pushes before the newest; `None` if it is gone or never was.
    pub fn sample(&self, age: usize) -> Option<f32> {
        if age >= self.len() {
            return None;
        }
        Some(self.samples[(self.written - 1 - age) % N])
    }

    /// Newest minus oldest sample that is still there.
    pub fn trend(&self) -> Option<f32> {
        let newest = self.sample(0)?;
        let oldest = self.sample(self.len() - 1)?;
        Some(newest - oldest)
    }
}
==== tests
#[test]
fn looks_back() {
    let mut window: Window<3> = Window::new();
    for n in 1..=5 {
        window.push(n as f32);
    }
    assert_eq!(window.sample(0), Some(5.0));
    assert_eq!(window.sample(2), Some(3.0));
    assert_eq!(window.sample(3), None);
    assert_eq!(window.trend(), Some(2.0));
}

#[test]
fn young_windows() {
    let mut window: Window<4> = Window::new();
    assert_eq!(window.sample(0), None);
    assert_eq!(window.trend(), None);
    window.push(0.0);
    assert_eq!(window.sample(0), Some(0.0));
    assert_eq!(window.sample(1), None);
    assert_eq!(window.trend(), Some(0.0));
}
