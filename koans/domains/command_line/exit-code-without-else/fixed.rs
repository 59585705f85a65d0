#[derive(Debug, Clone, Copy)]
pub struct Summary {
    pub checked: u32,
    pub warnings: u32,
    pub failures: u32,
}

impl Summary {
    pub fn merge(self, other: Summary) -> Summary {
        Summary {
            checked: self.checked + other.checked,
            warnings: self.warnings + other.warnings,
            failures: self.failures + other.failures,
        }
    }

    pub fn exit_code(self, strict: bool) -> i32 {
        let base = if self.failures > 0 { 2 } else { 0 };
        let extra = if strict && self.warnings > 0 { 4 } else { 0 };
        base + extra
    }
}
