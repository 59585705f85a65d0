---
code: E0596
---
#[derive(Debug, Clone, PartialEq)]
pub struct Beam {
    pub azimuth: u16,
    pub signal: i32,
}

pub trait Antenna {
    fn point(&mut self, azimuth: u16);
    fn strength(&self) -> i32;
}

/// Points the antenna at every step of the circle and keeps the beams above the noise,
/// the strongest first. The antenna is left at the strongest beam, if there is one.
pub fn sweep<A: Antenna>(antenna: &mut A, step: u16, noise: i32) -> Vec<Beam> {
    let beams = Vec::new();
    let mut azimuth = 0;
    while azimuth < 360 {
        antenna.point(azimuth);
        let signal = antenna.strength();
        if signal > noise {
            beams.push(Beam { azimuth, signal });
        }
        azimuth += step;
    }
    beams.sort_by_key(|beam| std::cmp::Reverse(beam.signal));
    if let Some(best) = beams.first() {
        antenna.point(best.azimuth);
    }
    beams
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Beam {
    pub azimuth: u16,
    pub signal: i32,
}

pub trait Antenna {
    fn point(&mut self, azimuth: u16);
    fn strength(&self) -> i32;
}

/// Points the antenna at every step of the circle and keeps the beams above the noise,
/// the strongest first. The antenna is left at the strongest beam, if there is one.
pub fn sweep<A: Antenna>(antenna: &mut A, step: u16, noise: i32) -> Vec<Beam> {
    let mut beams = Vec::new();
    let mut azimuth = 0;
    while azimuth < 360 {
        antenna.point(azimuth);
        let signal = antenna.strength();
        if signal > noise {
            beams.push(Beam { azimuth, signal });
        }
        azimuth += step;
    }
    beams.sort_by_key(|beam| std::cmp::Reverse(beam.signal));
    if let Some(best) = beams.first() {
        antenna.point(best.azimuth);
    }
    beams
}
==== tests
struct Fake {
    at: u16,
}

impl Antenna for Fake {
    fn point(&mut self, azimuth: u16) {
        self.at = azimuth;
    }
    fn strength(&self) -> i32 {
        match self.at {
            90 => -40,
            180 => -70,
            270 => -35,
            _ => -120,
        }
    }
}

#[test]
fn strongest_first() {
    let mut a = Fake { at: 7 };
    let got: Vec<u16> = sweep(&mut a, 45, -100).iter().map(|b| b.azimuth).collect();
    assert_eq!(got, [270, 90, 180]);
    assert_eq!(a.at, 270);
}

#[test]
fn nothing_above_the_noise() {
    let mut a = Fake { at: 7 };
    assert!(sweep(&mut a, 90, 0).is_empty());
    assert_eq!(a.at, 270);
    assert_eq!(sweep(&mut a, 90, -36), [Beam { azimuth: 270, signal: -35 }]);
}
