---
code: E0382
---
#[derive(Debug, Clone, PartialEq)]
pub struct PayPeriod {
    pub label: String,
    pub working_days: u32,
}

pub struct Employee {
    pub name: String,
    pub daily_rate: u32,
    pub days_absent: u32,
}

#[derive(Debug, PartialEq)]
pub struct Payslip {
    pub employee: String,
    pub period: PayPeriod,
    pub gross: u32,
}

fn days_worked(period: &PayPeriod, employee: &Employee) -> u32 {
    period.working_days.saturating_sub(employee.days_absent)
}

/// Makes one payslip for each employee, in the order of the staff list.
pub fn run_payroll(staff: &[Employee], label: &str, working_days: u32) -> Vec<Payslip> {
    let period = PayPeriod {
        label: label.trim().to_string(),
        working_days,
    };
    let mut slips = Vec::with_capacity(staff.len());
    for employee in staff {
        let gross = days_worked(&period, employee) * employee.daily_rate;
        slips.push(Payslip {
            employee: employee.name.clone(),
            period,
            gross,
        });
    }
    slips
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct PayPeriod {
    pub label: String,
    pub working_days: u32,
}

pub struct Employee {
    pub name: String,
    pub daily_rate: u32,
    pub days_absent: u32,
}

#[derive(Debug, PartialEq)]
pub struct Payslip {
    pub employee: String,
    pub period: PayPeriod,
    pub gross: u32,
}

fn days_worked(period: &PayPeriod, employee: &Employee) -> u32 {
    period.working_days.saturating_sub(employee.days_absent)
}

/// Makes one payslip for each employee, in the order of the staff list.
pub fn run_payroll(staff: &[Employee], label: &str, working_days: u32) -> Vec<Payslip> {
    let period = PayPeriod {
        label: label.trim().to_string(),
        working_days,
    };
    let mut slips = Vec::with_capacity(staff.len());
    for employee in staff {
        let gross = days_worked(&period, employee) * employee.daily_rate;
        slips.push(Payslip {
            employee: employee.name.clone(),
            period: period.clone(),
            gross,
        });
    }
    slips
}
==== tests
fn staff() -> Vec<Employee> {
    vec![
        Employee { name: "Ines".into(), daily_rate: 100, days_absent: 2 },
        Employee { name: "Bo".into(), daily_rate: 80, days_absent: 30 },
        Employee { name: "Cy".into(), daily_rate: 10, days_absent: 0 },
    ]
}

#[test]
fn each_slip_has_the_period() {
    let slips = run_payroll(&staff(), " March ", 21);
    assert_eq!(slips.len(), 3);
    for s in &slips {
        assert_eq!(s.period, PayPeriod { label: "March".into(), working_days: 21 });
    }
}

#[test]
fn gross_and_order() {
    let slips = run_payroll(&staff(), "May", 20);
    let got: Vec<(&str, u32)> = slips.iter().map(|s| (s.employee.as_str(), s.gross)).collect();
    assert_eq!(got, vec![("Ines", 1800), ("Bo", 0), ("Cy", 200)]);
}
