---
code: E0384
---
//! Invoices of a plumbing workshop. All money is in cents.

pub struct Work {
    pub hours: u64,
    pub material_cents: u64,
}

#[derive(Debug, PartialEq)]
pub struct Invoice {
    /// Before tax.
    pub net: u64,
    /// What the customer pays.
    pub gross: u64,
}

pub struct Workshop {
    pub hourly_cents: u64,
    pub tax_percent: u64,
}

impl Workshop {
    fn tax(&self, net: u64) -> u64 {
        net * self.tax_percent / 100
    }

    pub fn invoice(&self, works: &[Work]) -> Invoice {
        let net: u64 = works
            .iter()
            .map(|work| work.hours * self.hourly_cents + work.material_cents)
            .sum();
        net = net + self.tax(net);
        Invoice { net, gross: net }
    }

    pub fn quote(&self, hours: u64) -> String {
        let invoice = self.invoice(&[Work { hours, material_cents: 0 }]);
        format!("{} + tax = {}", invoice.net, invoice.gross)
    }
}
==== fixed
//! Invoices of a plumbing workshop. All money is in cents.

pub struct Work {
    pub hours: u64,
    pub material_cents: u64,
}

#[derive(Debug, PartialEq)]
pub struct Invoice {
    /// Before tax.
    pub net: u64,
    /// What the customer pays.
    pub gross: u64,
}

pub struct Workshop {
    pub hourly_cents: u64,
    pub tax_percent: u64,
}

impl Workshop {
    fn tax(&self, net: u64) -> u64 {
        net * self.tax_percent / 100
    }

    pub fn invoice(&self, works: &[Work]) -> Invoice {
        let net: u64 = works
            .iter()
            .map(|work| work.hours * self.hourly_cents + work.material_cents)
            .sum();
        let gross = net + self.tax(net);
        Invoice { net, gross }
    }

    pub fn quote(&self, hours: u64) -> String {
        let invoice = self.invoice(&[Work { hours, material_cents: 0 }]);
        format!("{} + tax = {}", invoice.net, invoice.gross)
    }
}
==== tests
fn workshop() -> Workshop {
    Workshop { hourly_cents: 6000, tax_percent: 20 }
}

#[test]
fn net_is_before_tax() {
    let works = [
        Work { hours: 2, material_cents: 1000 },
        Work { hours: 0, material_cents: 500 },
    ];
    assert_eq!(workshop().invoice(&works), Invoice { net: 13500, gross: 16200 });
}

#[test]
fn a_quote_shows_both() {
    assert_eq!(workshop().quote(1), "6000 + tax = 7200");
    assert_eq!(workshop().invoice(&[]), Invoice { net: 0, gross: 0 });
}
