---
code: E0505
---
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    pub x: f64,
    pub y: f64,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Polygon {
    pub name: String,
    pub corners: Vec<Point>,
}

impl Polygon {
    /// Twice the signed area by the shoelace formula.
    fn doubled_area(&self) -> f64 {
        let n = self.corners.len();
        (0..n)
            .map(|i| {
                let (a, b) = (self.corners[i], self.corners[(i + 1) % n]);
                a.x * b.y - b.x * a.y
            })
            .sum()
    }

    pub fn area(&self) -> f64 {
        self.doubled_area().abs() / 2.0
    }
}

#[derive(Default)]
pub struct Atlas {
    polygons: Vec<Polygon>,
    titles: Vec<String>,
}

impl Atlas {
    /// Files the polygon under a title such as `field (12.5)`.
    pub fn add(&mut self, polygon: Polygon) -> &str {
        let name = &polygon.name;
        let area = polygon.area();
        self.polygons.push(polygon);
        self.titles.push(format!("{} ({})", name, area));
        &self.titles[self.titles.len() - 1]
    }

    pub fn total_area(&self) -> f64 {
        self.polygons.iter().map(Polygon::area).sum()
    }
}
==== fixed
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    pub x: f64,
    pub y: f64,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Polygon {
    pub name: String,
    pub corners: Vec<Point>,
}

impl Polygon {
    /// Twice the signed area by the shoelace formula.
    fn doubled_area(&self) -> f64 {
        let n = self.corners.len();
        (0..n)
            .map(|i| {
                let (a, b) = (self.corners[i], self.corners[(i + 1) % n]);
                a.x * b.y - b.x * a.y
            })
            .sum()
    }

    pub fn area(&self) -> f64 {
        self.doubled_area().abs() / 2.0
    }
}

#[derive(Default)]
pub struct Atlas {
    polygons: Vec<Polygon>,
    titles: Vec<String>,
}

impl Atlas {
    /// Files the polygon under a title such as `field (12.5)`.
    pub fn add(&mut self, polygon: Polygon) -> &str {
        let name = &polygon.name;
        let area = polygon.area();
        self.titles.push(format!("{} ({})", name, area));
        self.polygons.push(polygon);
        &self.titles[self.titles.len() - 1]
    }

    pub fn total_area(&self) -> f64 {
        self.polygons.iter().map(Polygon::area).sum()
    }
}
==== tests
fn square(name: &str, side: f64) -> Polygon {
    let corners = [(0.0, 0.0), (side, 0.0), (side, side), (0.0, side)];
    Polygon { name: name.to_string(), corners: corners.iter().map(|&(x, y)| Point { x, y }).collect() }
}

#[test]
fn titles_name_and_measure() {
    let mut atlas = Atlas::default();
    assert_eq!(atlas.add(square("field", 2.5)), "field (6.25)");
    assert_eq!(atlas.add(square("yard", 2.0)), "yard (4)");
}

#[test]
fn polygons_are_kept() {
    let mut atlas = Atlas::default();
    atlas.add(square("field", 3.0));
    atlas.add(square("yard", 1.0));
    assert_eq!(atlas.total_area(), 10.0);
}
