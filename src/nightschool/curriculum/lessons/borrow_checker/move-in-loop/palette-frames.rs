---
code: E0382
---
#[derive(Debug, Clone, PartialEq)]
pub struct Palette {
    colors: Vec<(u8, u8, u8)>,
}

impl Palette {
    pub fn new(colors: Vec<(u8, u8, u8)>) -> Self {
        Palette { colors }
    }

    pub fn set(&mut self, index: usize, color: (u8, u8, u8)) {
        self.colors[index] = color;
    }

    pub fn get(&self, index: usize) -> (u8, u8, u8) {
        self.colors[index]
    }
}

#[derive(Debug, PartialEq)]
pub struct Frame {
    pub palette: Palette,
    pub pixels: Vec<u8>,
}

impl Frame {
    pub fn color_at(&self, x: usize) -> (u8, u8, u8) {
        self.palette.get(self.pixels[x] as usize)
    }
}

/// One frame for each row of indices. Frames can be recoloured one by one
/// later, so every frame has a palette of its own.
pub fn frames_from(rows: &[&[u8]], colors: &[(u8, u8, u8)]) -> Vec<Frame> {
    let palette = Palette::new(colors.to_vec());
    let mut frames = Vec::with_capacity(rows.len());
    for row in rows {
        frames.push(Frame {
            palette,
            pixels: row.to_vec(),
        });
    }
    frames
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Palette {
    colors: Vec<(u8, u8, u8)>,
}

impl Palette {
    pub fn new(colors: Vec<(u8, u8, u8)>) -> Self {
        Palette { colors }
    }

    pub fn set(&mut self, index: usize, color: (u8, u8, u8)) {
        self.colors[index] = color;
    }

    pub fn get(&self, index: usize) -> (u8, u8, u8) {
        self.colors[index]
    }
}

#[derive(Debug, PartialEq)]
pub struct Frame {
    pub palette: Palette,
    pub pixels: Vec<u8>,
}

impl Frame {
    pub fn color_at(&self, x: usize) -> (u8, u8, u8) {
        self.palette.get(self.pixels[x] as usize)
    }
}

/// One frame for each row of indices. Frames can be recoloured one by one
/// later, so every frame has a palette of its own.
pub fn frames_from(rows: &[&[u8]], colors: &[(u8, u8, u8)]) -> Vec<Frame> {
    let palette = Palette::new(colors.to_vec());
    let mut frames = Vec::with_capacity(rows.len());
    for row in rows {
        frames.push(Frame {
            palette: palette.clone(),
            pixels: row.to_vec(),
        });
    }
    frames
}
==== tests
const RED: (u8, u8, u8) = (255, 0, 0);
const BLUE: (u8, u8, u8) = (0, 0, 255);

#[test]
fn each_frame_has_all_colors() {
    let frames = frames_from(&[&[0, 1], &[1, 0], &[1, 1]], &[RED, BLUE]);
    assert_eq!(frames.len(), 3);
    assert_eq!(frames[0].color_at(0), RED);
    assert_eq!(frames[1].color_at(0), BLUE);
    assert_eq!(frames[2].color_at(1), BLUE);
}

#[test]
fn recolouring_one_leaves_the_others() {
    let mut frames = frames_from(&[&[0], &[0]], &[RED]);
    frames[0].palette.set(0, BLUE);
    assert_eq!(frames[0].color_at(0), BLUE);
    assert_eq!(frames[1].color_at(0), RED);
}
