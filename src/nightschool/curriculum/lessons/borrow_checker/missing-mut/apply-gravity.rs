---
code: E0596
---
#[derive(Debug, Clone, PartialEq)]
pub struct Body {
    pub height: f64,
    pub velocity: f64,
}

impl Body {
    fn advance(&mut self, gravity: f64, dt: f64) {
        self.velocity -= gravity * dt;
        self.height = (self.height + self.velocity * dt).max(0.0);
    }
}

pub struct World {
    pub gravity: f64,
    pub bodies: Vec<Body>,
}

impl World {
    /// Advances every body of the world by `steps` steps of `dt` seconds.
    pub fn run(&mut self, steps: u32, dt: f64) {
        for _ in 0..steps {
            for body in self.bodies.iter() {
                body.advance(self.gravity, dt);
            }
        }
    }

    pub fn all_landed(&self) -> bool {
        self.bodies.iter().all(|body| body.height == 0.0)
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Body {
    pub height: f64,
    pub velocity: f64,
}

impl Body {
    fn advance(&mut self, gravity: f64, dt: f64) {
        self.velocity -= gravity * dt;
        self.height = (self.height + self.velocity * dt).max(0.0);
    }
}

pub struct World {
    pub gravity: f64,
    pub bodies: Vec<Body>,
}

impl World {
    /// Advances every body of the world by `steps` steps of `dt` seconds.
    pub fn run(&mut self, steps: u32, dt: f64) {
        for _ in 0..steps {
            for body in self.bodies.iter_mut() {
                body.advance(self.gravity, dt);
            }
        }
    }

    pub fn all_landed(&self) -> bool {
        self.bodies.iter().all(|body| body.height == 0.0)
    }
}
==== tests
fn world() -> World {
    let b = |height, velocity| Body { height, velocity };
    World { gravity: 10.0, bodies: vec![b(100.0, 0.0), b(0.5, 0.0)] }
}
#[test]
fn falls() {
    let mut w = world();
    w.run(2, 1.0);
    assert_eq!(w.bodies[0], Body { height: 70.0, velocity: -20.0 });
    assert_eq!(w.bodies[1].height, 0.0);
    assert!(!w.all_landed());
}
#[test]
fn lands() {
    let mut w = world();
    w.run(10, 1.0);
    assert!(w.all_landed());
}
