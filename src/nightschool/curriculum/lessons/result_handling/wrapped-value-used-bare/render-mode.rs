---
code: E0308
---
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Color {
    pub r: u8,
    pub g: u8,
    pub b: u8,
}

#[derive(Debug, PartialEq)]
pub struct BadColor(pub String);

/// Reads `#rrggbb`.
pub fn parse_color(text: &str) -> Result<Color, BadColor> {
    let bad = || BadColor(text.to_string());
    let hex = text.strip_prefix('#').filter(|h| h.len() == 6 && h.is_ascii()).ok_or_else(bad)?;
    let part = |at: usize| u8::from_str_radix(&hex[at..at + 2], 16).map_err(|_| bad());
    Ok(Color { r: part(0)?, g: part(2)?, b: part(4)? })
}

#[derive(Debug, Clone, PartialEq)]
pub struct Shape {
    pub name: String,
    pub fill: Color,
    pub stroke: Option<Color>,
}

/// Reads `name fill [stroke]`. A shape without a stroke colour has no outline;
/// a colour that cannot be read is an error, for the stroke just as for the
/// fill.
pub fn parse_shape(text: &str) -> Result<Shape, BadColor> {
    let mut words = text.split_whitespace();
    let name = words.next().unwrap_or("shape").to_string();
    let fill: Color = parse_color(words.next().unwrap_or("#000000"));
    let stroke = match words.next() {
        Some(word) => Some(parse_color(word)),
        None => None,
    };
    Ok(Shape { name, fill, stroke })
}
==== fixed
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Color {
    pub r: u8,
    pub g: u8,
    pub b: u8,
}

#[derive(Debug, PartialEq)]
pub struct BadColor(pub String);

/// Reads `#rrggbb`.
pub fn parse_color(text: &str) -> Result<Color, BadColor> {
    let bad = || BadColor(text.to_string());
    let hex = text.strip_prefix('#').filter(|h| h.len() == 6 && h.is_ascii()).ok_or_else(bad)?;
    let part = |at: usize| u8::from_str_radix(&hex[at..at + 2], 16).map_err(|_| bad());
    Ok(Color { r: part(0)?, g: part(2)?, b: part(4)? })
}

#[derive(Debug, Clone, PartialEq)]
pub struct Shape {
    pub name: String,
    pub fill: Color,
    pub stroke: Option<Color>,
}

/// Reads `name fill [stroke]`. A shape without a stroke colour has no outline;
/// a colour that cannot be read is an error, for the stroke just as for the
/// fill.
pub fn parse_shape(text: &str) -> Result<Shape, BadColor> {
    let mut words = text.split_whitespace();
    let name = words.next().unwrap_or("shape").to_string();
    let fill: Color = parse_color(words.next().unwrap_or("#000000"))?;
    let stroke = match words.next() {
        Some(word) => Some(parse_color(word)?),
        None => None,
    };
    Ok(Shape { name, fill, stroke })
}
==== tests
#[test]
fn fill_and_stroke() {
    let s = parse_shape("sun #ffcc00 #102030").unwrap();
    assert_eq!(s.name, "sun");
    assert_eq!(s.fill, Color { r: 255, g: 204, b: 0 });
    assert_eq!(s.stroke, Some(Color { r: 16, g: 32, b: 48 }));
}

#[test]
fn missing_colours() {
    let s = parse_shape("dot").unwrap();
    assert_eq!(s.fill, Color { r: 0, g: 0, b: 0 });
    assert_eq!(s.stroke, None);
}

#[test]
fn unreadable_colours_are_errors() {
    assert_eq!(parse_shape("sun yellow #000000"), Err(BadColor("yellow".into())));
    assert_eq!(parse_shape("sun #ffcc00 #00"), Err(BadColor("#00".into())));
    assert_eq!(parse_shape("sun #ffcc00 #gg0000"), Err(BadColor("#gg0000".into())));
}
