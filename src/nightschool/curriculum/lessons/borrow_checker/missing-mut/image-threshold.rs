---
code: E0596
---
#[derive(Debug, Clone, PartialEq)]
pub struct GrayImage {
    width: usize,
    pixels: Vec<u8>,
}

impl GrayImage {
    pub fn new(width: usize, pixels: Vec<u8>) -> Self {
        assert_eq!(pixels.len() % width, 0);
        GrayImage { width, pixels }
    }

    pub fn get(&self, x: usize, y: usize) -> u8 {
        self.pixels[y * self.width + x]
    }

    pub fn height(&self) -> usize {
        self.pixels.len() / self.width
    }

    fn row_mut(&self, y: usize) -> &mut [u8] {
        let start = y * self.width;
        &mut self.pixels[start..start + self.width]
    }

    /// Turns every pixel of a row black or white, in place.
    pub fn threshold_row(&self, y: usize, limit: u8) {
        for pixel in self.row_mut(y) {
            *pixel = if *pixel >= limit { 255 } else { 0 };
        }
    }

    pub fn threshold(&mut self, limit: u8) {
        for y in 0..self.height() {
            self.threshold_row(y, limit);
        }
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct GrayImage {
    width: usize,
    pixels: Vec<u8>,
}

impl GrayImage {
    pub fn new(width: usize, pixels: Vec<u8>) -> Self {
        assert_eq!(pixels.len() % width, 0);
        GrayImage { width, pixels }
    }

    pub fn get(&self, x: usize, y: usize) -> u8 {
        self.pixels[y * self.width + x]
    }

    pub fn height(&self) -> usize {
        self.pixels.len() / self.width
    }

    fn row_mut(&mut self, y: usize) -> &mut [u8] {
        let start = y * self.width;
        &mut self.pixels[start..start + self.width]
    }

    /// Turns every pixel of a row black or white, in place.
    pub fn threshold_row(&mut self, y: usize, limit: u8) {
        for pixel in self.row_mut(y) {
            *pixel = if *pixel >= limit { 255 } else { 0 };
        }
    }

    pub fn threshold(&mut self, limit: u8) {
        for y in 0..self.height() {
            self.threshold_row(y, limit);
        }
    }
}
==== tests
#[test]
fn whole_image() {
    let mut image = GrayImage::new(2, vec![10, 200, 128, 127]);
    image.threshold(128);
    assert_eq!(image, GrayImage::new(2, vec![0, 255, 255, 0]));
}

#[test]
fn one_row_only() {
    let mut image = GrayImage::new(2, vec![10, 200, 128, 127]);
    image.threshold_row(1, 100);
    assert_eq!(image.get(0, 0), 10);
    assert_eq!(image.get(1, 0), 200);
    assert_eq!(image.get(0, 1), 255);
    assert_eq!(image.get(1, 1), 255);
}
