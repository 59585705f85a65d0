---
code: E0596
---
#[derive(Debug, Clone, PartialEq)]
pub struct Zone {
    pub name: String,
    pub x: std::ops::Range<i32>,
    pub y: std::ops::Range<i32>,
}

#[derive(Debug, Default, Clone)]
pub struct Fence {
    zones: Vec<Zone>,
    hits: u32,
}

impl Fence {
    pub fn with(mut self, name: &str, x: std::ops::Range<i32>, y: std::ops::Range<i32>) -> Self {
        self.zones.push(Zone { name: name.to_string(), x, y });
        self
    }

    fn zone_at(&self, x: i32, y: i32) -> Option<&Zone> {
        self.zones.iter().find(|z| z.x.contains(&x) && z.y.contains(&y))
    }

    /// Makes every zone larger by a margin on all its sides.
    pub fn grow(&mut self, margin: i32) {
        for zone in self.zones.iter() {
            for range in [&mut zone.x, &mut zone.y] {
                range.start -= margin;
                range.end += margin;
            }
        }
    }

    /// Tells the forbidden zone a drone is in and counts such hits.
    pub fn check(&mut self, x: i32, y: i32) -> Option<String> {
        let name = self.zone_at(x, y)?.name.clone();
        self.hits += 1;
        Some(name)
    }

    pub fn hits(&self) -> u32 {
        self.hits
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Zone {
    pub name: String,
    pub x: std::ops::Range<i32>,
    pub y: std::ops::Range<i32>,
}

#[derive(Debug, Default, Clone)]
pub struct Fence {
    zones: Vec<Zone>,
    hits: u32,
}

impl Fence {
    pub fn with(mut self, name: &str, x: std::ops::Range<i32>, y: std::ops::Range<i32>) -> Self {
        self.zones.push(Zone { name: name.to_string(), x, y });
        self
    }

    fn zone_at(&self, x: i32, y: i32) -> Option<&Zone> {
        self.zones.iter().find(|z| z.x.contains(&x) && z.y.contains(&y))
    }

    /// Makes every zone larger by a margin on all its sides.
    pub fn grow(&mut self, margin: i32) {
        for zone in self.zones.iter_mut() {
            for range in [&mut zone.x, &mut zone.y] {
                range.start -= margin;
                range.end += margin;
            }
        }
    }

    /// Tells the forbidden zone a drone is in and counts such hits.
    pub fn check(&mut self, x: i32, y: i32) -> Option<String> {
        let name = self.zone_at(x, y)?.name.clone();
        self.hits += 1;
        Some(name)
    }

    pub fn hits(&self) -> u32 {
        self.hits
    }
}
==== tests
fn fence() -> Fence {
    Fence::default().with("stadium", 0..10, 0..10).with("runway", 50..90, 5..8)
}

#[test]
fn grown_zones() {
    let mut f = fence();
    assert_eq!(f.check(11, 5), None);
    f.grow(3);
    assert_eq!(f.check(11, 5), Some("stadium".to_string()));
    assert_eq!(f.check(-3, 12), Some("stadium".to_string()));
    assert_eq!(f.check(70, 2), Some("runway".to_string()));
    assert_eq!(f.check(70, 11), None);
    assert_eq!(f.hits(), 3);
}

#[test]
fn grows_more_than_once() {
    let mut f = fence();
    f.grow(1);
    f.grow(1);
    assert_eq!(f.check(91, 9), Some("runway".to_string()));
    assert_eq!(f.check(92, 9), None);
}
