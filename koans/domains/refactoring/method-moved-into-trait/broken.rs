pub mod geometry {
    pub trait Measured {
        fn area(&self) -> f64;
    }

    pub struct Disc {
        pub radius: f64,
    }

    impl Measured for Disc {
        fn area(&self) -> f64 {
            3.0 * self.radius * self.radius
        }
    }
}

use geometry::Disc;

pub fn paint_needed(discs: &[Disc], per_litre: f64) -> u32 {
    let total: f64 = discs.iter().map(|disc| disc.area()).sum();
    (total / per_litre).ceil() as u32
}
