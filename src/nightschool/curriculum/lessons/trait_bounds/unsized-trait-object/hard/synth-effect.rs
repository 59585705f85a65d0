---
code: E0277
---
//! A synthesizer voice with an effect that may be switched on.

/// Changes one sample.
pub type Effect = dyn Fn(i32) -> i32;

pub struct Voice {
    pub volume: i32,
    effect: Option<Effect>,
}

impl Voice {
    pub fn plain(volume: i32) -> Self {
        Voice { volume, effect: None }
    }

    /// Cuts samples off at the limit, on both sides.
    pub fn clipped(volume: i32, limit: i32) -> Self {
        let effect = move |sample: i32| sample.clamp(-limit, limit);
        Voice { volume, effect: Some(effect) }
    }

    /// The volume is applied first, then the effect.
    pub fn play(&self, samples: &[i32]) -> Vec<i32> {
        let mut played = Vec::with_capacity(samples.len());
        for sample in samples {
            let loud = sample * self.volume;
            played.push(match &self.effect {
                Some(effect) => effect(loud),
                None => loud,
            });
        }
        played
    }
}
==== fixed
//! A synthesizer voice with an effect that may be switched on.

/// Changes one sample.
pub type Effect = dyn Fn(i32) -> i32;

pub struct Voice {
    pub volume: i32,
    effect: Option<Box<Effect>>,
}

impl Voice {
    pub fn plain(volume: i32) -> Self {
        Voice { volume, effect: None }
    }

    /// Cuts samples off at the limit, on both sides.
    pub fn clipped(volume: i32, limit: i32) -> Self {
        let effect = Box::new(move |sample: i32| sample.clamp(-limit, limit));
        Voice { volume, effect: Some(effect) }
    }

    /// The volume is applied first, then the effect.
    pub fn play(&self, samples: &[i32]) -> Vec<i32> {
        let mut played = Vec::with_capacity(samples.len());
        for sample in samples {
            let loud = sample * self.volume;
            played.push(match &self.effect {
                Some(effect) => effect(loud),
                None => loud,
            });
        }
        played
    }
}
==== tests
#[test]
fn plain_voices_only_scale() {
    assert_eq!(Voice::plain(3).play(&[1, -20, 400]), [3, -60, 1200]);
}

#[test]
fn the_limit_holds_after_the_volume() {
    let voice = Voice::clipped(2, 50);
    assert_eq!(voice.play(&[10, 30, -26, 25]), [20, 50, -50, 50]);
    assert_eq!(voice.volume, 2);
}
