---
code: E0505
---
#[derive(Debug, Clone, PartialEq)]
pub struct Artifact {
    pub name: String,
    pub content: Vec<u8>,
}

impl Artifact {
    pub fn new(name: &str, content: &[u8]) -> Self {
        Artifact {
            name: name.to_string(),
            content: content.to_vec(),
        }
    }

    pub fn stem(&self) -> &str {
        match self.name.rsplit_once('.') {
            Some((stem, _)) => stem,
            None => &self.name,
        }
    }
}

#[derive(Debug, Default)]
pub struct Bucket {
    stored: Vec<Artifact>,
}

impl Bucket {
    /// Takes the artifact over and returns its slot.
    pub fn put(&mut self, artifact: Artifact) -> usize {
        self.stored.push(artifact);
        self.stored.len() - 1
    }

    pub fn at(&self, slot: usize) -> Option<&Artifact> {
        self.stored.get(slot)
    }
}

/// Uploads an artifact and gives the link under which it is announced, made
/// of the name without extension and the slot.
pub fn publish(bucket: &mut Bucket, artifact: Artifact) -> String {
    let stem = artifact.stem();
    let slot = bucket.put(artifact);
    format!("artifacts/{slot}/{stem}")
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Artifact {
    pub name: String,
    pub content: Vec<u8>,
}

impl Artifact {
    pub fn new(name: &str, content: &[u8]) -> Self {
        Artifact {
            name: name.to_string(),
            content: content.to_vec(),
        }
    }

    pub fn stem(&self) -> &str {
        match self.name.rsplit_once('.') {
            Some((stem, _)) => stem,
            None => &self.name,
        }
    }
}

#[derive(Debug, Default)]
pub struct Bucket {
    stored: Vec<Artifact>,
}

impl Bucket {
    /// Takes the artifact over and returns its slot.
    pub fn put(&mut self, artifact: Artifact) -> usize {
        self.stored.push(artifact);
        self.stored.len() - 1
    }

    pub fn at(&self, slot: usize) -> Option<&Artifact> {
        self.stored.get(slot)
    }
}

/// Uploads an artifact and gives the link under which it is announced, made
/// of the name without extension and the slot.
pub fn publish(bucket: &mut Bucket, artifact: Artifact) -> String {
    let stem = artifact.stem().to_string();
    let slot = bucket.put(artifact);
    format!("artifacts/{slot}/{stem}")
}
==== tests
    #[test]
    fn links() {
        let mut b = Bucket::default();
        assert_eq!(publish(&mut b, Artifact::new("site.tar.gz", b"x")), "artifacts/0/site.tar");
        assert_eq!(publish(&mut b, Artifact::new("notes", b"yy")), "artifacts/1/notes");
    }
    #[test]
    fn content_arrives() {
        let mut b = Bucket::default();
        publish(&mut b, Artifact::new("a.zip", b"123"));
        assert_eq!(b.at(0), Some(&Artifact::new("a.zip", b"123")));
        assert_eq!(b.at(1), None);
    }
