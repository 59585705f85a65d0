---
code: E0277
---
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Owner {
    pub name: String,
    pub mail: Option<String>,
}

#[derive(Debug, PartialEq)]
pub enum IndexError {
    Corrupt(String),
}

#[derive(Default)]
pub struct Index {
    rows: HashMap<String, String>,
}

impl Index {
    pub fn insert(&mut self, package: &str, row: &str) {
        self.rows.insert(package.to_string(), row.to_string());
    }

    /// Owner of a package; rows read `name` or `name <mail>`.
    pub fn owner(&self, package: &str) -> Result<Owner, IndexError> {
        let row = self.rows.get(package).map(String::as_str).unwrap_or("");
        let (name, mail) = match row.split_once('<') {
            Some((name, mail)) => match mail.strip_suffix('>') {
                Some(mail) => (name.trim(), Some(mail.to_string())),
                None => return Err(IndexError::Corrupt(row.to_string())),
            },
            None => (row.trim(), None),
        };
        if name.is_empty() {
            return Err(IndexError::Corrupt(row.to_string()));
        }
        Ok(Owner { name: name.to_string(), mail })
    }

    /// A contact address, if there is any. Nobody is told about corrupt rows
    /// here: `owner` is the place to ask for those.
    pub fn contact(&self, package: &str) -> Option<String> {
        let owner = self.owner(package)?;
        let mail = owner.mail?;
        Some(format!("{} at {}", owner.name, mail))
    }
}
==== fixed
use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Owner {
    pub name: String,
    pub mail: Option<String>,
}

#[derive(Debug, PartialEq)]
pub enum IndexError {
    Corrupt(String),
}

#[derive(Default)]
pub struct Index {
    rows: HashMap<String, String>,
}

impl Index {
    pub fn insert(&mut self, package: &str, row: &str) {
        self.rows.insert(package.to_string(), row.to_string());
    }

    /// Owner of a package; rows read `name` or `name <mail>`.
    pub fn owner(&self, package: &str) -> Result<Owner, IndexError> {
        let row = self.rows.get(package).map(String::as_str).unwrap_or("");
        let (name, mail) = match row.split_once('<') {
            Some((name, mail)) => match mail.strip_suffix('>') {
                Some(mail) => (name.trim(), Some(mail.to_string())),
                None => return Err(IndexError::Corrupt(row.to_string())),
            },
            None => (row.trim(), None),
        };
        if name.is_empty() {
            return Err(IndexError::Corrupt(row.to_string()));
        }
        Ok(Owner { name: name.to_string(), mail })
    }

    /// A contact address, if there is any. Nobody is told about corrupt rows
    /// here: `owner` is the place to ask for those.
    pub fn contact(&self, package: &str) -> Option<String> {
        let owner = self.owner(package).ok()?;
        let mail = owner.mail?;
        Some(format!("{} at {}", owner.name, mail))
    }
}
==== tests
    fn index() -> Index {
        let mut i = Index::default();
        i.insert("log", "Ann Lee <ann@x.org>");
        i.insert("http", "bob");
        i.insert("bad", "cy <cy@x");
        i
    }
    #[test]
    fn contacts() {
        assert_eq!(index().contact("log").as_deref(), Some("Ann Lee at ann@x.org"));
        assert_eq!(index().contact("http"), None);
    }
    #[test]
    fn corrupt_rows() {
        assert_eq!(index().contact("bad"), None);
        assert_eq!(index().owner("bad"), Err(IndexError::Corrupt("cy <cy@x".into())));
        assert_eq!(index().contact("none"), None);
    }
