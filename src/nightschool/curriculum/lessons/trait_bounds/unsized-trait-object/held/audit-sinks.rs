---
code: E0277
---
/// Receives finished audit lines.
pub trait Sink {
    fn write(&mut self, line: &str);
    fn written(&self) -> usize;
}

#[derive(Default)]
pub struct CountingSink(usize);

#[derive(Default)]
pub struct ByteSink(usize);

impl Sink for CountingSink {
    fn write(&mut self, _line: &str) {
        self.0 += 1;
    }
    fn written(&self) -> usize {
        self.0
    }
}

impl Sink for ByteSink {
    fn write(&mut self, line: &str) {
        self.0 += line.len();
    }
    fn written(&self) -> usize {
        self.0
    }
}

fn deliver(sinks: &mut [dyn Sink], line: &str) {
    for sink in sinks {
        sink.write(line);
    }
}

pub struct AuditTrail {
    sinks: Vec<Box<dyn Sink>>,
}

impl AuditTrail {
    /// A trail that reports to a line counter and a byte counter, in this order.
    pub fn counting() -> Self {
        AuditTrail {
            sinks: vec![
                Box::new(CountingSink::default()),
                Box::new(ByteSink::default()),
            ],
        }
    }

    pub fn log(&mut self, actor: &str, action: &str) {
        let line = format!("{actor} {action}");
        deliver(&mut self.sinks, &line);
    }

    pub fn totals(&self) -> Vec<usize> {
        self.sinks.iter().map(|s| s.written()).collect()
    }
}
==== fixed
/// Receives finished audit lines.
pub trait Sink {
    fn write(&mut self, line: &str);
    fn written(&self) -> usize;
}

#[derive(Default)]
pub struct CountingSink(usize);

#[derive(Default)]
pub struct ByteSink(usize);

impl Sink for CountingSink {
    fn write(&mut self, _line: &str) {
        self.0 += 1;
    }
    fn written(&self) -> usize {
        self.0
    }
}

impl Sink for ByteSink {
    fn write(&mut self, line: &str) {
        self.0 += line.len();
    }
    fn written(&self) -> usize {
        self.0
    }
}

fn deliver(sinks: &mut [Box<dyn Sink>], line: &str) {
    for sink in sinks {
        sink.write(line);
    }
}

pub struct AuditTrail {
    sinks: Vec<Box<dyn Sink>>,
}

impl AuditTrail {
    /// A trail that reports to a line counter and a byte counter, in this order.
    pub fn counting() -> Self {
        AuditTrail {
            sinks: vec![
                Box::new(CountingSink::default()),
                Box::new(ByteSink::default()),
            ],
        }
    }

    pub fn log(&mut self, actor: &str, action: &str) {
        let line = format!("{actor} {action}");
        deliver(&mut self.sinks, &line);
    }

    pub fn totals(&self) -> Vec<usize> {
        self.sinks.iter().map(|s| s.written()).collect()
    }
}
==== tests
    #[test]
    fn every_sink_sees_every_line() {
        let mut trail = AuditTrail::counting();
        trail.log("ann", "login");
        trail.log("bob", "delete");
        assert_eq!(trail.totals(), vec![2, 19]);
    }
    #[test]
    fn starts_at_zero() {
        assert_eq!(AuditTrail::counting().totals(), vec![0, 0]);
    }
