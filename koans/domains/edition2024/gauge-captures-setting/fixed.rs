pub struct Dimmer {
    level: u32,
    most: u32,
}

impl Dimmer {
    pub fn new(most: u32) -> Self {
        Dimmer { level: 0, most }
    }

    fn gauge(&self) -> impl Fn(u32) -> u32 + use<> {
        let most = self.most;
        move |level| level * 100 / most
    }

    pub fn fade(&mut self, target: u32) -> Vec<u32> {
        let gauge = self.gauge();
        let mut shown = vec![gauge(self.level)];
        while self.level != target.min(self.most) {
            self.level = if self.level < target { self.level + 1 } else { self.level - 1 };
            shown.push(gauge(self.level));
        }
        shown
    }
}
