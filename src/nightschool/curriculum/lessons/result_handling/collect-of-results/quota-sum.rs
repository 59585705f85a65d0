---
code: E0277
---
use std::collections::BTreeMap;

#[derive(Debug, PartialEq, Eq)]
pub enum QuotaError {
    UnknownPlan(String),
    Blocked { tenant: String },
}

#[derive(Debug, Clone)]
pub struct Tenant {
    pub name: String,
    pub plan: String,
    pub blocked: bool,
}

#[derive(Default)]
pub struct Plans {
    per_minute: BTreeMap<String, u64>,
}

impl Plans {
    pub fn set(&mut self, plan: &str, per_minute: u64) {
        self.per_minute.insert(plan.to_string(), per_minute);
    }

    pub fn quota(&self, tenant: &Tenant) -> Result<u64, QuotaError> {
        if tenant.blocked {
            return Err(QuotaError::Blocked { tenant: tenant.name.clone() });
        }
        self.per_minute
            .get(&tenant.plan)
            .copied()
            .ok_or_else(|| QuotaError::UnknownPlan(tenant.plan.clone()))
    }

    /// Requests per minute that the tenants may make together, with a tenth
    /// added as reserve. A tenant without a quota makes the sum meaningless.
    pub fn capacity(&self, tenants: &[Tenant]) -> Result<u64, QuotaError> {
        let sum: u64 = tenants.iter().map(|tenant| self.quota(tenant)).sum();
        Ok(sum + sum / 10)
    }
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, PartialEq, Eq)]
pub enum QuotaError {
    UnknownPlan(String),
    Blocked { tenant: String },
}

#[derive(Debug, Clone)]
pub struct Tenant {
    pub name: String,
    pub plan: String,
    pub blocked: bool,
}

#[derive(Default)]
pub struct Plans {
    per_minute: BTreeMap<String, u64>,
}

impl Plans {
    pub fn set(&mut self, plan: &str, per_minute: u64) {
        self.per_minute.insert(plan.to_string(), per_minute);
    }

    pub fn quota(&self, tenant: &Tenant) -> Result<u64, QuotaError> {
        if tenant.blocked {
            return Err(QuotaError::Blocked { tenant: tenant.name.clone() });
        }
        self.per_minute
            .get(&tenant.plan)
            .copied()
            .ok_or_else(|| QuotaError::UnknownPlan(tenant.plan.clone()))
    }

    /// Requests per minute that the tenants may make together, with a tenth
    /// added as reserve. A tenant without a quota makes the sum meaningless.
    pub fn capacity(&self, tenants: &[Tenant]) -> Result<u64, QuotaError> {
        let sum: u64 = tenants.iter().map(|tenant| self.quota(tenant)).sum::<Result<u64, _>>()?;
        Ok(sum + sum / 10)
    }
}
==== tests
fn tenant(name: &str, plan: &str, blocked: bool) -> Tenant {
    Tenant { name: name.to_string(), plan: plan.to_string(), blocked }
}

fn plans() -> Plans {
    let mut plans = Plans::default();
    plans.set("free", 20);
    plans.set("pro", 300);
    plans
}

#[test]
fn sum_with_reserve() {
    let tenants = [tenant("a", "free", false), tenant("b", "pro", false)];
    assert_eq!(plans().capacity(&tenants), Ok(352));
    assert_eq!(plans().capacity(&[]), Ok(0));
}

#[test]
fn first_error_is_returned() {
    let tenants = [tenant("a", "free", false), tenant("b", "gold", false), tenant("c", "pro", true)];
    assert_eq!(plans().capacity(&tenants), Err(QuotaError::UnknownPlan("gold".to_string())));
    assert_eq!(plans().capacity(&tenants[2..]), Err(QuotaError::Blocked { tenant: "c".to_string() }));
}
