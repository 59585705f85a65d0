---
code: E0277
---
use std::cell::Cell;
use std::rc::Rc;
use std::thread;

pub enum Shape {
    Circle { radius: u32 },
    Rect { width: u32, height: u32 },
}

impl Shape {
    fn pixels(&self) -> usize {
        match self {
            Shape::Circle { radius } => (3 * radius * radius) as usize,
            Shape::Rect { width, height } => (width * height) as usize,
        }
    }
}

/// Renders every layer on its own thread and returns how many pixels were
/// painted over all layers.
pub fn render_layers(layers: Vec<Vec<Shape>>) -> usize {
    let painted = Rc::new(Cell::new(0usize));
    let mut workers = Vec::new();
    for layer in layers {
        let painted = Rc::clone(&painted);
        workers.push(thread::spawn(move || {
            for shape in &layer {
                painted.set(painted.get() + shape.pixels());
            }
        }));
    }
    for worker in workers {
        worker.join().expect("a render worker panicked");
    }
    painted.get()
}
==== fixed
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::Arc;
use std::thread;

pub enum Shape {
    Circle { radius: u32 },
    Rect { width: u32, height: u32 },
}

impl Shape {
    fn pixels(&self) -> usize {
        match self {
            Shape::Circle { radius } => (3 * radius * radius) as usize,
            Shape::Rect { width, height } => (width * height) as usize,
        }
    }
}

/// Renders every layer on its own thread and returns how many pixels were
/// painted over all layers.
pub fn render_layers(layers: Vec<Vec<Shape>>) -> usize {
    let painted = Arc::new(AtomicUsize::new(0));
    let mut workers = Vec::new();
    for layer in layers {
        let painted = Arc::clone(&painted);
        workers.push(thread::spawn(move || {
            for shape in &layer {
                painted.fetch_add(shape.pixels(), Ordering::Relaxed);
            }
        }));
    }
    for worker in workers {
        worker.join().expect("a render worker panicked");
    }
    painted.load(Ordering::Relaxed)
}
==== tests
#[test]
fn sums_all_layers() {
    let layers = vec![
        vec![Shape::Rect { width: 4, height: 5 }, Shape::Circle { radius: 2 }],
        vec![Shape::Rect { width: 1, height: 8 }],
    ];
    assert_eq!(render_layers(layers), 40);
}

#[test]
fn nothing_to_paint() {
    assert_eq!(render_layers(Vec::new()), 0);
}

#[test]
fn many_layers() {
    let layers = (0..16).map(|_| vec![Shape::Rect { width: 2, height: 3 }]).collect();
    assert_eq!(render_layers(layers), 96);
}
