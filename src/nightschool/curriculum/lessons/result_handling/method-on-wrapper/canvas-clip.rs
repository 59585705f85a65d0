---
code: E0599
---
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rect {
    pub x: i32,
    pub y: i32,
    pub w: i32,
    pub h: i32,
}

impl Rect {
    pub fn new(x: i32, y: i32, w: i32, h: i32) -> Self {
        Rect { x, y, w, h }
    }

    /// The part that both rectangles cover, if they touch at all.
    pub fn intersect(&self, other: &Rect) -> Option<Rect> {
        let x = self.x.max(other.x);
        let y = self.y.max(other.y);
        let w = (self.x + self.w).min(other.x + other.w) - x;
        let h = (self.y + self.h).min(other.y + other.h) - y;
        (w > 0 && h > 0).then_some(Rect { x, y, w, h })
    }

    pub fn moved(&self, dx: i32, dy: i32) -> Rect {
        Rect { x: self.x + dx, y: self.y + dy, ..*self }
    }
}

/// A window on the screen with a scrolled content.
pub struct Viewport {
    pub frame: Rect,
    pub clip: Rect,
    pub scroll: (i32, i32),
}

impl Viewport {
    /// The part of the shape that is seen: it is moved by the scroll offset
    /// and must lie in the frame and in the clip.
    pub fn visible(&self, shape: &Rect) -> Option<Rect> {
        let (dx, dy) = self.scroll;
        shape
            .moved(-dx, -dy)
            .intersect(&self.frame)
            .intersect(&self.clip)
    }

    pub fn visible_area(&self, shapes: &[Rect]) -> i32 {
        shapes.iter().filter_map(|s| self.visible(s)).map(|r| r.w * r.h).sum()
    }
}
==== fixed
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rect {
    pub x: i32,
    pub y: i32,
    pub w: i32,
    pub h: i32,
}

impl Rect {
    pub fn new(x: i32, y: i32, w: i32, h: i32) -> Self {
        Rect { x, y, w, h }
    }

    /// The part that both rectangles cover, if they touch at all.
    pub fn intersect(&self, other: &Rect) -> Option<Rect> {
        let x = self.x.max(other.x);
        let y = self.y.max(other.y);
        let w = (self.x + self.w).min(other.x + other.w) - x;
        let h = (self.y + self.h).min(other.y + other.h) - y;
        (w > 0 && h > 0).then_some(Rect { x, y, w, h })
    }

    pub fn moved(&self, dx: i32, dy: i32) -> Rect {
        Rect { x: self.x + dx, y: self.y + dy, ..*self }
    }
}

/// A window on the screen with a scrolled content.
pub struct Viewport {
    pub frame: Rect,
    pub clip: Rect,
    pub scroll: (i32, i32),
}

impl Viewport {
    /// The part of the shape that is seen: it is moved by the scroll offset
    /// and must lie in the frame and in the clip.
    pub fn visible(&self, shape: &Rect) -> Option<Rect> {
        let (dx, dy) = self.scroll;
        shape
            .moved(-dx, -dy)
            .intersect(&self.frame)
            .and_then(|part| part.intersect(&self.clip))
    }

    pub fn visible_area(&self, shapes: &[Rect]) -> i32 {
        shapes.iter().filter_map(|s| self.visible(s)).map(|r| r.w * r.h).sum()
    }
}
==== tests
fn view() -> Viewport {
    Viewport { frame: Rect::new(0, 0, 10, 10), clip: Rect::new(5, 0, 10, 4), scroll: (2, 1) }
}

#[test]
fn cut_by_frame_and_clip() {
    assert_eq!(view().visible(&Rect::new(0, 0, 30, 30)), Some(Rect::new(5, 0, 5, 4)));
    assert_eq!(view().visible(&Rect::new(8, 2, 2, 2)), Some(Rect::new(6, 1, 2, 2)));
}

#[test]
fn outside_is_not_seen() {
    let v = view();
    assert_eq!(v.visible(&Rect::new(0, 0, 4, 4)), None);
    assert_eq!(v.visible(&Rect::new(20, 0, 4, 4)), None);
    assert_eq!(v.visible_area(&[Rect::new(8, 2, 2, 2), Rect::new(0, 0, 4, 4)]), 4);
}
