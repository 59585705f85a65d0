---
code: E0308
---
#[derive(Debug, Clone, PartialEq)]
pub struct Swatch {
    pub name: String,
    pub grey: u8,
}

#[derive(Debug, Clone, PartialEq)]
pub enum PickError {
    EmptyPalette,
    TooFaint { best: u8 },
}

fn distance(a: u8, b: u8) -> u8 {
    a.abs_diff(b)
}

/// The swatch that stands out most on a ground; the first one wins a tie.
pub fn text_colour(palette: &[Swatch], ground: u8, least: u8) -> Result<&Swatch, PickError> {
    let mut best = palette.first().ok_or(PickError::EmptyPalette)?;
    for swatch in palette {
        if distance(swatch.grey, ground) > distance(best.grey, ground) {
            best = swatch;
        }
    }
    if distance(best.grey, ground) < least {
        PickError::TooFaint { best: distance(best.grey, ground) }
    } else {
        best
    }
}

pub fn style(palette: &[Swatch], ground: u8) -> String {
    match text_colour(palette, ground, 64) {
        Ok(swatch) => format!("color: {}", swatch.name),
        Err(PickError::TooFaint { best }) => format!("color: inherit /* {best} */"),
        Err(PickError::EmptyPalette) => String::new(),
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Swatch {
    pub name: String,
    pub grey: u8,
}

#[derive(Debug, Clone, PartialEq)]
pub enum PickError {
    EmptyPalette,
    TooFaint { best: u8 },
}

fn distance(a: u8, b: u8) -> u8 {
    a.abs_diff(b)
}

/// The swatch that stands out most on a ground; the first one wins a tie.
pub fn text_colour(palette: &[Swatch], ground: u8, least: u8) -> Result<&Swatch, PickError> {
    let mut best = palette.first().ok_or(PickError::EmptyPalette)?;
    for swatch in palette {
        if distance(swatch.grey, ground) > distance(best.grey, ground) {
            best = swatch;
        }
    }
    if distance(best.grey, ground) < least {
        Err(PickError::TooFaint { best: distance(best.grey, ground) })
    } else {
        Ok(best)
    }
}

pub fn style(palette: &[Swatch], ground: u8) -> String {
    match text_colour(palette, ground, 64) {
        Ok(swatch) => format!("color: {}", swatch.name),
        Err(PickError::TooFaint { best }) => format!("color: inherit /* {best} */"),
        Err(PickError::EmptyPalette) => String::new(),
    }
}
==== tests
fn palette() -> Vec<Swatch> {
    [("ink", 10), ("mist", 200), ("slate", 90)].map(|(n, grey)| Swatch { name: n.into(), grey }).to_vec()
}

#[test]
fn strongest_contrast() {
    assert_eq!(style(&palette(), 250), "color: ink");
    assert_eq!(style(&palette(), 20), "color: mist");
    assert_eq!(text_colour(&palette(), 105, 10).unwrap().name, "ink");
}

#[test]
fn failures() {
    assert_eq!(text_colour(&palette(), 100, 101), Err(PickError::TooFaint { best: 100 }));
    assert_eq!(style(&palette()[2..], 100), "color: inherit /* 10 */");
    assert_eq!(style(&[], 100), "");
}
