---
code: E0507
---
#[derive(Debug, Clone, PartialEq)]
pub enum Finding {
    Fine,
    Worn { part: String, percent: u8 },
    Broken(String),
}

#[derive(Debug, Clone)]
pub struct Inspection {
    pub elevator: u16,
    pub findings: Vec<Finding>,
}

/// The parts to order after an inspection: everything broken, and what is worn
/// beyond the limit. The inspection itself goes to the archive unchanged.
pub fn parts_to_order(inspection: &Inspection, limit: u8) -> Vec<String> {
    let mut parts = Vec::new();
    for finding in &inspection.findings {
        match *finding {
            Finding::Fine => {}
            Finding::Worn { part, percent } if percent > limit => parts.push(part),
            Finding::Worn { .. } => {}
            Finding::Broken(part) => parts.push(part),
        }
    }
    parts.sort();
    parts.dedup();
    parts
}

pub fn order_line(inspection: &Inspection, limit: u8) -> String {
    let parts = parts_to_order(inspection, limit);
    match parts.len() {
        0 => format!("#{}: nothing", inspection.elevator),
        _ => format!("#{}: {}", inspection.elevator, parts.join(" + ")),
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub enum Finding {
    Fine,
    Worn { part: String, percent: u8 },
    Broken(String),
}

#[derive(Debug, Clone)]
pub struct Inspection {
    pub elevator: u16,
    pub findings: Vec<Finding>,
}

/// The parts to order after an inspection: everything broken, and what is worn
/// beyond the limit. The inspection itself goes to the archive unchanged.
pub fn parts_to_order(inspection: &Inspection, limit: u8) -> Vec<String> {
    let mut parts = Vec::new();
    for finding in &inspection.findings {
        match finding {
            Finding::Fine => {}
            Finding::Worn { part, percent } if *percent > limit => parts.push(part.clone()),
            Finding::Worn { .. } => {}
            Finding::Broken(part) => parts.push(part.clone()),
        }
    }
    parts.sort();
    parts.dedup();
    parts
}

pub fn order_line(inspection: &Inspection, limit: u8) -> String {
    let parts = parts_to_order(inspection, limit);
    match parts.len() {
        0 => format!("#{}: nothing", inspection.elevator),
        _ => format!("#{}: {}", inspection.elevator, parts.join(" + ")),
    }
}
==== tests
fn inspection() -> Inspection {
    let worn = |part: &str, percent| Finding::Worn { part: part.to_string(), percent };
    Inspection {
        elevator: 31,
        findings: vec![worn("rope", 81), Finding::Fine, Finding::Broken("buzzer".into()), worn("brake", 80), Finding::Broken("rope".into())],
    }
}

#[test]
fn broken_and_worn_parts_once() {
    assert_eq!(order_line(&inspection(), 80), "#31: buzzer + rope");
    assert_eq!(order_line(&inspection(), 50), "#31: brake + buzzer + rope");
}

#[test]
fn inspection_is_unchanged() {
    let i = inspection();
    order_line(&i, 0);
    assert_eq!(i.findings, inspection().findings);
    assert_eq!(order_line(&Inspection { elevator: 1, findings: vec![Finding::Fine] }, 0), "#1: nothing");
}
