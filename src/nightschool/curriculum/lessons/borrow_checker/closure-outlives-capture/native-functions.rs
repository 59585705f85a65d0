---
code: E0373
---
/// Functions that formulas can call.
#[derive(Default)]
pub struct Natives {
    signatures: Vec<String>,
}

fn average(args: &[f64]) -> Option<f64> {
    if args.is_empty() {
        return None;
    }
    Some(args.iter().sum::<f64>() / args.len() as f64)
}

impl Natives {
    /// A function that gives one of its arguments, times a factor. Its complaint about
    /// a missing argument begins with the label.
    pub fn pick(&mut self, label: &str, index: usize, factor: f64) -> impl Fn(&[f64]) -> Result<f64, String> {
        let label = label.to_uppercase();
        self.signatures.push(format!("{label}*{factor}"));
        |args: &[f64]| match args.get(index) {
            Some(value) => Ok(value * factor),
            None => Err(format!("{label}: no argument {index}")),
        }
    }

    /// A function that averages its arguments.
    pub fn average(&mut self) -> impl Fn(&[f64]) -> Result<f64, String> {
        self.signatures.push("AVERAGE".to_string());
        |args| average(args).ok_or_else(|| "AVERAGE: no arguments".to_string())
    }

    pub fn signatures(&self) -> &[String] {
        &self.signatures
    }
}
==== fixed
/// Functions that formulas can call.
#[derive(Default)]
pub struct Natives {
    signatures: Vec<String>,
}

fn average(args: &[f64]) -> Option<f64> {
    if args.is_empty() {
        return None;
    }
    Some(args.iter().sum::<f64>() / args.len() as f64)
}

impl Natives {
    /// A function that gives one of its arguments, times a factor. Its complaint about
    /// a missing argument begins with the label.
    pub fn pick(&mut self, label: &str, index: usize, factor: f64) -> impl Fn(&[f64]) -> Result<f64, String> {
        let label = label.to_uppercase();
        self.signatures.push(format!("{label}*{factor}"));
        move |args: &[f64]| match args.get(index) {
            Some(value) => Ok(value * factor),
            None => Err(format!("{label}: no argument {index}")),
        }
    }

    /// A function that averages its arguments.
    pub fn average(&mut self) -> impl Fn(&[f64]) -> Result<f64, String> {
        self.signatures.push("AVERAGE".to_string());
        |args| average(args).ok_or_else(|| "AVERAGE: no arguments".to_string())
    }

    pub fn signatures(&self) -> &[String] {
        &self.signatures
    }
}
==== tests
#[test]
fn picks() {
    let mut n = Natives::default();
    let second = n.pick("second", 1, 2.0);
    assert_eq!(second(&[5.0, 7.0]), Ok(14.0));
    assert_eq!(second(&[5.0]), Err("SECOND: no argument 1".to_string()));
    assert_eq!(second(&[5.0, 1.0]), Ok(2.0));
}
#[test]
fn signatures_in_order() {
    let mut n = Natives::default();
    let average = n.average();
    let _first = n.pick("a", 0, 0.5);
    assert_eq!(average(&[1.0, 2.0]), Ok(1.5));
    assert!(average(&[]).is_err());
    assert_eq!(n.signatures(), ["AVERAGE", "A*0.5"]);
}
