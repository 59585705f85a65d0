---
code: E0382
---
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Package {
    pub name: String,
    pub size: u64,
}

/// Installed packages by the root they live under.
#[derive(Debug, Default)]
pub struct Installed {
    roots: BTreeMap<String, Vec<Package>>,
}

impl Installed {
    pub fn add(&mut self, root: &str, package: Package) {
        self.roots.entry(root.to_string()).or_default().push(package);
    }
}

fn matching<'p>(packages: &'p [Package], wanted: &[String]) -> Vec<&'p Package> {
    packages
        .iter()
        .filter(|p| wanted.iter().any(|w| *w == p.name))
        .collect()
}

fn size_under(packages: &[Package], wanted: Vec<String>) -> u64 {
    matching(packages, &wanted).iter().map(|p| p.size).sum()
}

/// Size of the wanted packages under each root; roots that hold none of them
/// are not listed.
pub fn usage(installed: &Installed, wanted: Vec<String>) -> Vec<(String, u64)> {
    let mut usage = Vec::new();
    for (root, packages) in &installed.roots {
        let size = size_under(packages, wanted);
        if size > 0 {
            usage.push((root.clone(), size));
        }
    }
    usage
}
==== fixed
use std::collections::BTreeMap;

#[derive(Debug, Clone, PartialEq)]
pub struct Package {
    pub name: String,
    pub size: u64,
}

/// Installed packages by the root they live under.
#[derive(Debug, Default)]
pub struct Installed {
    roots: BTreeMap<String, Vec<Package>>,
}

impl Installed {
    pub fn add(&mut self, root: &str, package: Package) {
        self.roots.entry(root.to_string()).or_default().push(package);
    }
}

fn matching<'p>(packages: &'p [Package], wanted: &[String]) -> Vec<&'p Package> {
    packages
        .iter()
        .filter(|p| wanted.iter().any(|w| *w == p.name))
        .collect()
}

fn size_under(packages: &[Package], wanted: &[String]) -> u64 {
    matching(packages, wanted).iter().map(|p| p.size).sum()
}

/// Size of the wanted packages under each root; roots that hold none of them
/// are not listed.
pub fn usage(installed: &Installed, wanted: Vec<String>) -> Vec<(String, u64)> {
    let mut usage = Vec::new();
    for (root, packages) in &installed.roots {
        let size = size_under(packages, &wanted);
        if size > 0 {
            usage.push((root.clone(), size));
        }
    }
    usage
}
==== tests
    fn installed() -> Installed {
        let mut i = Installed::default();
        i.add("/usr", Package { name: "zip".into(), size: 5 });
        i.add("/usr", Package { name: "log".into(), size: 7 });
        i.add("/opt", Package { name: "zip".into(), size: 6 });
        i.add("/tmp", Package { name: "x".into(), size: 9 });
        i
    }
    #[test]
    fn every_root_is_searched() {
        let wanted = vec!["zip".to_string(), "log".to_string()];
        assert_eq!(
            usage(&installed(), wanted),
            vec![("/opt".to_string(), 6), ("/usr".to_string(), 12)]
        );
    }
    #[test]
    fn none_wanted() {
        assert!(usage(&installed(), vec![]).is_empty());
    }
