---
code: E0277
---
/// Comments of a post in the order shown, with the depth of each.
#[derive(Debug, Default)]
pub struct Listing {
    rows: Vec<(u32, usize)>,
}

impl Listing {
    pub fn push(&mut self, id: u32, depth: usize) {
        self.rows.push((id, depth));
    }

    fn position(&self, id: u32) -> Option<usize> {
        self.rows.iter().position(|(row, _)| *row == id)
    }

    /// Number of answers below a comment, of any depth. A comment that is not listed has none.
    pub fn answers(&self, id: u32) -> usize {
        let at = self.position(id)?;
        let depth = self.rows[at].1;
        self.rows[at + 1..].iter().take_while(|(_, d)| *d > depth).count()
    }

    /// The text of the fold button: `+2`, or nothing where there is nothing to fold.
    pub fn fold_label(&self, id: u32) -> String {
        match self.answers(id) {
            0 => String::new(),
            n => format!("+{n}"),
        }
    }
}
==== fixed
/// Comments of a post in the order shown, with the depth of each.
#[derive(Debug, Default)]
pub struct Listing {
    rows: Vec<(u32, usize)>,
}

impl Listing {
    pub fn push(&mut self, id: u32, depth: usize) {
        self.rows.push((id, depth));
    }

    fn position(&self, id: u32) -> Option<usize> {
        self.rows.iter().position(|(row, _)| *row == id)
    }

    /// Number of answers below a comment, of any depth. A comment that is not listed has none.
    pub fn answers(&self, id: u32) -> usize {
        let Some(at) = self.position(id) else {
            return 0;
        };
        let depth = self.rows[at].1;
        self.rows[at + 1..].iter().take_while(|(_, d)| *d > depth).count()
    }

    /// The text of the fold button: `+2`, or nothing where there is nothing to fold.
    pub fn fold_label(&self, id: u32) -> String {
        match self.answers(id) {
            0 => String::new(),
            n => format!("+{n}"),
        }
    }
}
==== tests
fn listing() -> Listing {
    let mut l = Listing::default();
    for (id, depth) in [(10, 0), (11, 1), (12, 2), (13, 1), (20, 0)] {
        l.push(id, depth);
    }
    l
}

#[test]
fn labels_count_answers() {
    assert_eq!(listing().fold_label(10), "+3");
    assert_eq!(listing().fold_label(11), "+1");
    assert_eq!(listing().fold_label(20), "");
}

#[test]
fn unlisted_comments_have_no_label() {
    assert_eq!(listing().fold_label(99), "");
    assert_eq!(Listing::default().fold_label(10), "");
}
