---
code: E0053
---
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rgb(pub f32, pub f32, pub f32);

pub trait Blend {
    fn label(&self) -> String;
    /// Mixes the upper colour into the lower one, which is changed in place.
    fn onto(&self, upper: &Rgb, lower: &mut Rgb);
}

pub struct Multiply;

pub struct Mix {
    pub share: f32,
}

impl Blend for Multiply {
    fn label(&self) -> String {
        "multiply".to_string()
    }

    fn onto(&self, upper: &Rgb, lower: &mut Rgb) {
        lower.0 *= upper.0;
        lower.1 *= upper.1;
        lower.2 *= upper.2;
    }
}

impl Blend for Mix {
    fn label(&self) -> String {
        format!("mix {:.0} %", self.share * 100.0)
    }

    fn onto(&self, upper: &Rgb, mut lower: Rgb) {
        let keep = 1.0 - self.share;
        lower.0 = lower.0 * keep + upper.0 * self.share;
        lower.1 = lower.1 * keep + upper.1 * self.share;
        lower.2 = lower.2 * keep + upper.2 * self.share;
    }
}

/// Lays the layers on the ground one after another.
pub fn flatten(ground: Rgb, layers: &[(Box<dyn Blend>, Rgb)]) -> Rgb {
    let mut result = ground;
    for (blend, colour) in layers {
        blend.onto(colour, &mut result);
    }
    result
}

pub fn describe(layers: &[(Box<dyn Blend>, Rgb)]) -> String {
    layers.iter().map(|(b, _)| b.label()).collect::<Vec<_>>().join(", ")
}
==== fixed
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rgb(pub f32, pub f32, pub f32);

pub trait Blend {
    fn label(&self) -> String;
    /// Mixes the upper colour into the lower one, which is changed in place.
    fn onto(&self, upper: &Rgb, lower: &mut Rgb);
}

pub struct Multiply;

pub struct Mix {
    pub share: f32,
}

impl Blend for Multiply {
    fn label(&self) -> String {
        "multiply".to_string()
    }

    fn onto(&self, upper: &Rgb, lower: &mut Rgb) {
        lower.0 *= upper.0;
        lower.1 *= upper.1;
        lower.2 *= upper.2;
    }
}

impl Blend for Mix {
    fn label(&self) -> String {
        format!("mix {:.0} %", self.share * 100.0)
    }

    fn onto(&self, upper: &Rgb, lower: &mut Rgb) {
        let keep = 1.0 - self.share;
        lower.0 = lower.0 * keep + upper.0 * self.share;
        lower.1 = lower.1 * keep + upper.1 * self.share;
        lower.2 = lower.2 * keep + upper.2 * self.share;
    }
}

/// Lays the layers on the ground one after another.
pub fn flatten(ground: Rgb, layers: &[(Box<dyn Blend>, Rgb)]) -> Rgb {
    let mut result = ground;
    for (blend, colour) in layers {
        blend.onto(colour, &mut result);
    }
    result
}

pub fn describe(layers: &[(Box<dyn Blend>, Rgb)]) -> String {
    layers.iter().map(|(b, _)| b.label()).collect::<Vec<_>>().join(", ")
}
==== tests
fn layers() -> Vec<(Box<dyn Blend>, Rgb)> {
    vec![
        (Box::new(Mix { share: 0.25 }), Rgb(1.0, 0.0, 0.0)),
        (Box::new(Multiply), Rgb(0.5, 1.0, 0.0)),
    ]
}

#[test]
fn layers_are_laid_in_order() {
    assert_eq!(flatten(Rgb(0.0, 1.0, 1.0), &layers()), Rgb(0.125, 0.75, 0.0));
    assert_eq!(describe(&layers()), "mix 25 %, multiply");
}

#[test]
fn mix_changes_the_lower_colour() {
    let all: Vec<(Box<dyn Blend>, Rgb)> = vec![(Box::new(Mix { share: 0.5 }), Rgb(1.0, 1.0, 0.0))];
    assert_eq!(flatten(Rgb(0.0, 0.5, 1.0), &all), Rgb(0.5, 0.75, 0.5));
    assert_eq!(flatten(Rgb(0.1, 0.2, 0.3), &[]), Rgb(0.1, 0.2, 0.3));
}
