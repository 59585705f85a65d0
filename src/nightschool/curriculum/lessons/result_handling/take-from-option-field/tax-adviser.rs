---
code: E0507
---
#[derive(Debug, Clone, PartialEq)]
pub struct TaxId {
    digits: String,
}

impl TaxId {
    pub fn new(digits: &str) -> Self {
        TaxId { digits: digits.to_string() }
    }

    /// The last four digits; the others are masked.
    pub fn masked(&self) -> String {
        let keep = self.digits.len().saturating_sub(4);
        format!("{}{}", "*".repeat(keep), &self.digits[keep..])
    }
}

#[derive(Debug, Clone)]
pub struct Worker {
    pub name: String,
    pub tax_id: Option<TaxId>,
}

pub struct Payroll {
    pub workers: Vec<Worker>,
}

impl Payroll {
    fn find(&self, name: &str) -> Option<&Worker> {
        self.workers.iter().find(|w| w.name == name)
    }

    /// What is printed on the slip: name and masked tax number.
    pub fn slip_line(&self, name: &str) -> Option<String> {
        let worker = self.find(name)?;
        let tax_id = worker.tax_id?;
        Some(format!("{} {}", worker.name, tax_id.masked()))
    }

    pub fn without_tax_id(&self) -> Vec<&str> {
        self.workers
            .iter()
            .filter(|w| w.tax_id.is_none())
            .map(|w| w.name.as_str())
            .collect()
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct TaxId {
    digits: String,
}

impl TaxId {
    pub fn new(digits: &str) -> Self {
        TaxId { digits: digits.to_string() }
    }

    /// The last four digits; the others are masked.
    pub fn masked(&self) -> String {
        let keep = self.digits.len().saturating_sub(4);
        format!("{}{}", "*".repeat(keep), &self.digits[keep..])
    }
}

#[derive(Debug, Clone)]
pub struct Worker {
    pub name: String,
    pub tax_id: Option<TaxId>,
}

pub struct Payroll {
    pub workers: Vec<Worker>,
}

impl Payroll {
    fn find(&self, name: &str) -> Option<&Worker> {
        self.workers.iter().find(|w| w.name == name)
    }

    /// What is printed on the slip: name and masked tax number.
    pub fn slip_line(&self, name: &str) -> Option<String> {
        let worker = self.find(name)?;
        let tax_id = worker.tax_id.as_ref()?;
        Some(format!("{} {}", worker.name, tax_id.masked()))
    }

    pub fn without_tax_id(&self) -> Vec<&str> {
        self.workers
            .iter()
            .filter(|w| w.tax_id.is_none())
            .map(|w| w.name.as_str())
            .collect()
    }
}
==== tests
fn payroll() -> Payroll {
    Payroll {
        workers: vec![
            Worker { name: "Iva".into(), tax_id: Some(TaxId::new("1234567")) },
            Worker { name: "Udo".into(), tax_id: None },
            Worker { name: "Pia".into(), tax_id: Some(TaxId::new("88")) },
        ],
    }
}

#[test]
fn masked_number() {
    let p = payroll();
    assert_eq!(p.slip_line("Iva").as_deref(), Some("Iva ***4567"));
    assert_eq!(p.slip_line("Iva").as_deref(), Some("Iva ***4567"));
    assert_eq!(p.slip_line("Pia").as_deref(), Some("Pia 88"));
}

#[test]
fn missing_number_or_worker() {
    let p = payroll();
    assert_eq!(p.slip_line("Udo"), None);
    assert_eq!(p.slip_line("Eva"), None);
    assert_eq!(p.without_tax_id(), vec!["Udo"]);
}
