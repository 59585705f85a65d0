---
code: E0596
---
/// Groups equal neighbours: each item comes with its number of repetitions.
pub struct Runs<I: Iterator> {
    inner: I,
    ahead: Option<I::Item>,
}

impl<I: Iterator> Runs<I>
where
    I::Item: PartialEq,
{
    pub fn new(inner: I) -> Self {
        let ahead = inner.next();
        Runs { inner, ahead }
    }
}

impl<I: Iterator> Iterator for Runs<I>
where
    I::Item: PartialEq,
{
    type Item = (I::Item, usize);

    fn next(&mut self) -> Option<Self::Item> {
        let item = self.ahead.take()?;
        let mut count = 1;
        for other in self.inner.by_ref() {
            if other != item {
                self.ahead = Some(other);
                break;
            }
            count += 1;
        }
        Some((item, count))
    }
}

/// The text with each run of letters shortened, `aaab` to `a3b1`.
pub fn shorten(text: &str) -> String {
    Runs::new(text.chars())
        .map(|(c, count)| format!("{c}{count}"))
        .collect()
}
==== fixed
/// Groups equal neighbours: each item comes with its number of repetitions.
pub struct Runs<I: Iterator> {
    inner: I,
    ahead: Option<I::Item>,
}

impl<I: Iterator> Runs<I>
where
    I::Item: PartialEq,
{
    pub fn new(mut inner: I) -> Self {
        let ahead = inner.next();
        Runs { inner, ahead }
    }
}

impl<I: Iterator> Iterator for Runs<I>
where
    I::Item: PartialEq,
{
    type Item = (I::Item, usize);

    fn next(&mut self) -> Option<Self::Item> {
        let item = self.ahead.take()?;
        let mut count = 1;
        for other in self.inner.by_ref() {
            if other != item {
                self.ahead = Some(other);
                break;
            }
            count += 1;
        }
        Some((item, count))
    }
}

/// The text with each run of letters shortened, `aaab` to `a3b1`.
pub fn shorten(text: &str) -> String {
    Runs::new(text.chars())
        .map(|(c, count)| format!("{c}{count}"))
        .collect()
}
==== tests
#[test]
fn shortens() {
    assert_eq!(shorten("aaabccd"), "a3b1c2d1");
    assert_eq!(shorten("x"), "x1");
    assert_eq!(shorten(""), "");
}

#[test]
fn runs_of_numbers() {
    let runs: Vec<(i32, usize)> = Runs::new(vec![4, 4, 2, 4].into_iter()).collect();
    assert_eq!(runs, vec![(4, 2), (2, 1), (4, 1)]);
}
