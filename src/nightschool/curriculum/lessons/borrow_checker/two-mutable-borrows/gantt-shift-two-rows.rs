---
code: E0499
---
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub name: String,
    pub start: i32,
    pub length: i32,
}

impl Row {
    fn end(&self) -> i32 {
        self.start + self.length
    }
}

#[derive(Default)]
pub struct Chart {
    pub rows: Vec<Row>,
}

/// Makes `later` start no sooner than `earlier` ends and notes the push
/// in the earlier row's name.
fn push_apart(earlier: &mut Row, later: &mut Row) -> i32 {
    let gap = earlier.end() - later.start;
    if gap <= 0 {
        return 0;
    }
    later.start += gap;
    earlier.name.push('>');
    gap
}

impl Chart {
    pub fn add(&mut self, name: &str, start: i32, length: i32) {
        self.rows.push(Row { name: name.to_string(), start, length });
    }

    /// Goes down the chart and moves each row behind the one above it.
    /// Returns the days moved in all.
    pub fn straighten(&mut self) -> i32 {
        let mut moved = 0;
        for i in 1..self.rows.len() {
            moved += push_apart(&mut self.rows[i - 1], &mut self.rows[i]);
        }
        moved
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub name: String,
    pub start: i32,
    pub length: i32,
}

impl Row {
    fn end(&self) -> i32 {
        self.start + self.length
    }
}

#[derive(Default)]
pub struct Chart {
    pub rows: Vec<Row>,
}

/// Makes `later` start no sooner than `earlier` ends and notes the push
/// in the earlier row's name.
fn push_apart(earlier: &mut Row, later: &mut Row) -> i32 {
    let gap = earlier.end() - later.start;
    if gap <= 0 {
        return 0;
    }
    later.start += gap;
    earlier.name.push('>');
    gap
}

impl Chart {
    pub fn add(&mut self, name: &str, start: i32, length: i32) {
        self.rows.push(Row { name: name.to_string(), start, length });
    }

    /// Goes down the chart and moves each row behind the one above it.
    /// Returns the days moved in all.
    pub fn straighten(&mut self) -> i32 {
        let mut moved = 0;
        for i in 1..self.rows.len() {
            let (above, below) = self.rows.split_at_mut(i);
            moved += push_apart(&mut above[i - 1], &mut below[0]);
        }
        moved
    }
}
==== tests
#[test]
fn pushes_down_the_chart() {
    let mut c = Chart::default();
    c.add("a", 0, 5);
    c.add("b", 3, 4);
    c.add("c", 8, 1);
    c.add("d", 50, 1);
    assert_eq!(c.straighten(), 2 + 1);
    let starts: Vec<i32> = c.rows.iter().map(|r| r.start).collect();
    assert_eq!(starts, vec![0, 5, 9, 50]);
    let names: Vec<&str> = c.rows.iter().map(|r| r.name.as_str()).collect();
    assert_eq!(names, vec!["a>", "b>", "c", "d"]);
}

#[test]
fn small_charts() {
    let mut c = Chart::default();
    assert_eq!(c.straighten(), 0);
    c.add("only", 4, 4);
    assert_eq!(c.straighten(), 0);
    assert_eq!(c.rows[0].start, 4);
}
