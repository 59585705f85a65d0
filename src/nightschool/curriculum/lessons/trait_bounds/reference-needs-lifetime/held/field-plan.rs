---
code: E0106
---
#[derive(Debug, PartialEq)]
pub struct Field {
    pub name: String,
    pub hectares: u32,
    pub crop: Option<String>,
}

/// What is sown and on which land, all borrowed from the farm's books.
#[derive(Debug, PartialEq)]
pub struct Job {
    pub field: &Field,
    pub seed: &str,
}

impl Job {
    pub fn seed_needed_kg(&self) -> u32 {
        let per_hectare = if self.seed == "wheat" { 180 } else { 25 };
        self.field.hectares * per_hectare
    }
}

/// One job for each fallow field, all with the same seed.
pub fn plan(fields: &[Field], seed: &str) -> Vec<Job> {
    fields
        .iter()
        .filter(|field| field.crop.is_none())
        .map(|field| Job { field, seed })
        .collect()
}
==== fixed
#[derive(Debug, PartialEq)]
pub struct Field {
    pub name: String,
    pub hectares: u32,
    pub crop: Option<String>,
}

/// What is sown and on which land, all borrowed from the farm's books.
#[derive(Debug, PartialEq)]
pub struct Job<'a> {
    pub field: &'a Field,
    pub seed: &'a str,
}

impl Job<'_> {
    pub fn seed_needed_kg(&self) -> u32 {
        let per_hectare = if self.seed == "wheat" { 180 } else { 25 };
        self.field.hectares * per_hectare
    }
}

/// One job for each fallow field, all with the same seed.
pub fn plan<'a>(fields: &'a [Field], seed: &'a str) -> Vec<Job<'a>> {
    fields
        .iter()
        .filter(|field| field.crop.is_none())
        .map(|field| Job { field, seed })
        .collect()
}
==== tests
fn farm() -> Vec<Field> {
    vec![
        Field { name: "hill".into(), hectares: 4, crop: None },
        Field { name: "brook".into(), hectares: 7, crop: Some("rye".into()) },
        Field { name: "long".into(), hectares: 1, crop: None },
    ]
}

#[test]
fn fallow_fields_only() {
    let fields = farm();
    let jobs = plan(&fields, "wheat");
    let names: Vec<&str> = jobs.iter().map(|j| &j.field.name[..]).collect();
    assert_eq!(names, ["hill", "long"]);
    assert_eq!(jobs[0].seed_needed_kg(), 720);
}

#[test]
fn seed_is_kept() {
    let fields = farm();
    let jobs = plan(&fields, "clover");
    assert!(jobs.iter().all(|j| &j.seed[..] == "clover"));
    assert_eq!(jobs[1].seed_needed_kg(), 25);
}
