---
code: E0277
---
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    Circle(f64),
    Rect(f64, f64),
}

#[derive(Debug, PartialEq)]
pub enum SceneError {
    Shape { line: usize, cause: ShapeError },
    Empty,
}

#[derive(Debug, PartialEq)]
pub enum ShapeError {
    Kind(String),
    Number,
}

fn number(word: Option<&str>) -> Result<f64, ShapeError> {
    word.and_then(|w| w.parse().ok()).ok_or(ShapeError::Number)
}

pub fn parse_shape(text: &str) -> Result<Shape, ShapeError> {
    let mut words = text.split_whitespace();
    match words.next().unwrap_or_default() {
        "circle" => Ok(Shape::Circle(number(words.next())?)),
        "rect" => Ok(Shape::Rect(number(words.next())?, number(words.next())?)),
        other => Err(ShapeError::Kind(other.to_string())),
    }
}

/// One shape per line. A bad shape is reported with its line, counted from 1.
pub fn parse_scene(text: &str) -> Result<Vec<Shape>, SceneError> {
    let mut shapes = Vec::new();
    for (index, line) in text.lines().enumerate() {
        shapes.push(parse_shape(line)?);
    }
    if shapes.is_empty() {
        return Err(SceneError::Empty);
    }
    Ok(shapes)
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub enum Shape {
    Circle(f64),
    Rect(f64, f64),
}

#[derive(Debug, PartialEq)]
pub enum SceneError {
    Shape { line: usize, cause: ShapeError },
    Empty,
}

#[derive(Debug, PartialEq)]
pub enum ShapeError {
    Kind(String),
    Number,
}

fn number(word: Option<&str>) -> Result<f64, ShapeError> {
    word.and_then(|w| w.parse().ok()).ok_or(ShapeError::Number)
}

pub fn parse_shape(text: &str) -> Result<Shape, ShapeError> {
    let mut words = text.split_whitespace();
    match words.next().unwrap_or_default() {
        "circle" => Ok(Shape::Circle(number(words.next())?)),
        "rect" => Ok(Shape::Rect(number(words.next())?, number(words.next())?)),
        other => Err(ShapeError::Kind(other.to_string())),
    }
}

/// One shape per line. A bad shape is reported with its line, counted from 1.
pub fn parse_scene(text: &str) -> Result<Vec<Shape>, SceneError> {
    let mut shapes = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let shape = parse_shape(line)
            .map_err(|cause| SceneError::Shape { line: index + 1, cause })?;
        shapes.push(shape);
    }
    if shapes.is_empty() {
        return Err(SceneError::Empty);
    }
    Ok(shapes)
}
==== tests
#[test]
fn parses_shapes() {
    assert_eq!(
        parse_scene("circle 1.5\nrect 2 3"),
        Ok(vec![Shape::Circle(1.5), Shape::Rect(2.0, 3.0)])
    );
}

#[test]
fn error_knows_its_line() {
    assert_eq!(
        parse_scene("circle 1\nrect 2\nblob"),
        Err(SceneError::Shape { line: 2, cause: ShapeError::Number })
    );
    assert_eq!(
        parse_scene("blob 3"),
        Err(SceneError::Shape { line: 1, cause: ShapeError::Kind("blob".into()) })
    );
}

#[test]
fn empty_scene() {
    assert_eq!(parse_scene(""), Err(SceneError::Empty));
}
