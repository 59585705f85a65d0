---
code: E0277
---
use std::collections::HashSet;

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Hue {
    Red,
    Green,
    Blue,
    Grey,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Bucket {
    pub hue: Hue,
    pub light: bool,
}

pub fn bucket(rgb: [u8; 3]) -> Bucket {
    let [r, g, b] = rgb;
    let light = (u32::from(r) + u32::from(g) + u32::from(b)) / 3 >= 128;
    let hue = if r > g && r > b {
        Hue::Red
    } else if g > r && g > b {
        Hue::Green
    } else if b > r && b > g {
        Hue::Blue
    } else {
        Hue::Grey
    };
    Bucket { hue, light }
}

/// The buckets that occur in an image.
pub fn buckets(pixels: &[[u8; 3]]) -> HashSet<Bucket> {
    pixels.iter().map(|pixel| bucket(*pixel)).collect()
}

/// Two images look alike if the same buckets occur in both.
pub fn alike(a: &[[u8; 3]], b: &[[u8; 3]]) -> bool {
    buckets(a).eq(&buckets(b))
}
==== fixed
use std::collections::HashSet;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Hue {
    Red,
    Green,
    Blue,
    Grey,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Bucket {
    pub hue: Hue,
    pub light: bool,
}

pub fn bucket(rgb: [u8; 3]) -> Bucket {
    let [r, g, b] = rgb;
    let light = (u32::from(r) + u32::from(g) + u32::from(b)) / 3 >= 128;
    let hue = if r > g && r > b {
        Hue::Red
    } else if g > r && g > b {
        Hue::Green
    } else if b > r && b > g {
        Hue::Blue
    } else {
        Hue::Grey
    };
    Bucket { hue, light }
}

/// The buckets that occur in an image.
pub fn buckets(pixels: &[[u8; 3]]) -> HashSet<Bucket> {
    pixels.iter().map(|pixel| bucket(*pixel)).collect()
}

/// Two images look alike if the same buckets occur in both.
pub fn alike(a: &[[u8; 3]], b: &[[u8; 3]]) -> bool {
    buckets(a).eq(&buckets(b))
}
==== tests
#[test]
fn occurring_buckets() {
    let set = buckets(&[[255, 0, 0], [200, 10, 10], [250, 200, 200], [9, 9, 9]]);
    assert_eq!(set.len(), 3);
    assert!(set.contains(&Bucket { hue: Hue::Red, light: true }));
    assert!(set.contains(&Bucket { hue: Hue::Grey, light: false }));
}

#[test]
fn images() {
    assert!(alike(&[[0, 200, 0], [0, 0, 100]], &[[0, 0, 120], [0, 90, 0], [1, 0, 99]]));
    assert!(!alike(&[[0, 200, 0]], &[[0, 0, 120]]));
    assert!(!alike(&[[0, 100, 0]], &[[200, 255, 200]]));
}
