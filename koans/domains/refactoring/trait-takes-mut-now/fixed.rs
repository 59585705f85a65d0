pub trait Sink {
    fn accept(&mut self, value: i64) -> bool;
}

pub struct Limited {
    pub left: i64,
}

impl Sink for Limited {
    fn accept(&mut self, value: i64) -> bool {
        self.left -= value.min(self.left);
        self.left > 0
    }
}

pub struct Even;

impl Sink for Even {
    fn accept(&mut self, value: i64) -> bool {
        value % 2 == 0
    }
}

pub fn feed(values: &[i64], sinks: &mut [Box<dyn Sink>]) -> Vec<usize> {
    values.iter().map(|&value| sinks.iter_mut().filter_map(|sink| sink.accept(value).then_some(())).count()).collect()
}
