---
code: E0308
---
#[derive(Debug, Clone, PartialEq)]
pub struct PoolConfig {
    pub name: String,
    pub min: usize,
    pub max: usize,
}

#[derive(Debug, PartialEq)]
pub enum BuildError {
    NoName,
    Range { min: usize, max: usize },
}

#[derive(Default)]
pub struct PoolConfigBuilder {
    name: Option<String>,
    min: usize,
    max: Option<usize>,
}

impl PoolConfigBuilder {
    pub fn name(mut self, name: &str) -> Self {
        self.name = Some(name.to_string());
        self
    }

    pub fn min(mut self, min: usize) -> Self {
        self.min = min;
        self
    }

    pub fn max(mut self, max: usize) -> Self {
        self.max = Some(max);
        self
    }

    /// Without an upper limit, twice the lower one is taken, and at least one.
    pub fn build(self) -> Result<PoolConfig, BuildError> {
        let name = self.name.ok_or(BuildError::NoName)?;
        let max = self.max.unwrap_or((self.min * 2).max(1));
        if max < self.min {
            return Err(BuildError::Range { min: self.min, max });
        }
        PoolConfig { name, min: self.min, max }
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct PoolConfig {
    pub name: String,
    pub min: usize,
    pub max: usize,
}

#[derive(Debug, PartialEq)]
pub enum BuildError {
    NoName,
    Range { min: usize, max: usize },
}

#[derive(Default)]
pub struct PoolConfigBuilder {
    name: Option<String>,
    min: usize,
    max: Option<usize>,
}

impl PoolConfigBuilder {
    pub fn name(mut self, name: &str) -> Self {
        self.name = Some(name.to_string());
        self
    }

    pub fn min(mut self, min: usize) -> Self {
        self.min = min;
        self
    }

    pub fn max(mut self, max: usize) -> Self {
        self.max = Some(max);
        self
    }

    /// Without an upper limit, twice the lower one is taken, and at least one.
    pub fn build(self) -> Result<PoolConfig, BuildError> {
        let name = self.name.ok_or(BuildError::NoName)?;
        let max = self.max.unwrap_or((self.min * 2).max(1));
        if max < self.min {
            return Err(BuildError::Range { min: self.min, max });
        }
        Ok(PoolConfig { name, min: self.min, max })
    }
}
==== tests
#[test]
fn builds_with_default_limit() {
    let pool = PoolConfigBuilder::default().name("db").min(3).build().unwrap();
    assert_eq!(pool, PoolConfig { name: "db".to_string(), min: 3, max: 6 });
    let tiny = PoolConfigBuilder::default().name("x").build().unwrap();
    assert_eq!((tiny.min, tiny.max), (0, 1));
}

#[test]
fn rejects_bad_settings() {
    assert_eq!(PoolConfigBuilder::default().min(1).build(), Err(BuildError::NoName));
    assert_eq!(
        PoolConfigBuilder::default().name("db").min(4).max(2).build(),
        Err(BuildError::Range { min: 4, max: 2 })
    );
}
