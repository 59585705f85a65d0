---
code: E0277
---
use std::collections::HashMap;
use std::fmt::Debug;
use std::hash::Hash;

/// A state that can be told apart part by part.
pub trait Parts {
    type Key;

    fn parts(&self) -> Vec<(Self::Key, String)>;
}

/// The keys of the parts that differ, in the order of `after`, then those
/// that are only in `before`.
fn changed<S>(before: &S, after: &S) -> Vec<S::Key>
where
    S: Parts,
    S::Key: Eq + Hash + Clone,
{
    let mut old: HashMap<S::Key, String> = before.parts().into_iter().collect();
    let mut keys = Vec::new();
    for (key, text) in after.parts() {
        if old.remove(&key).as_ref() != Some(&text) {
            keys.push(key);
        }
    }
    keys.extend(before.parts().into_iter().map(|(key, _)| key).filter(|key| old.contains_key(key)));
    keys
}

/// A label for each step of an undo history, such as `edit: "title", "day"`.
pub fn labels<S>(history: &[S]) -> Vec<String>
where
    S: Parts,
    S::Key: Debug,
{
    history
        .windows(2)
        .map(|pair| {
            let keys = changed(&pair[0], &pair[1]);
            let names: Vec<String> = keys.iter().map(|key| format!("{key:?}")).collect();
            format!("edit: {}", names.join(", "))
        })
        .collect()
}
==== fixed
use std::collections::HashMap;
use std::fmt::Debug;
use std::hash::Hash;

/// A state that can be told apart part by part.
pub trait Parts {
    type Key;

    fn parts(&self) -> Vec<(Self::Key, String)>;
}

/// The keys of the parts that differ, in the order of `after`, then those
/// that are only in `before`.
fn changed<S>(before: &S, after: &S) -> Vec<S::Key>
where
    S: Parts,
    S::Key: Eq + Hash + Clone,
{
    let mut old: HashMap<S::Key, String> = before.parts().into_iter().collect();
    let mut keys = Vec::new();
    for (key, text) in after.parts() {
        if old.remove(&key).as_ref() != Some(&text) {
            keys.push(key);
        }
    }
    keys.extend(before.parts().into_iter().map(|(key, _)| key).filter(|key| old.contains_key(key)));
    keys
}

/// A label for each step of an undo history, such as `edit: "title", "day"`.
pub fn labels<S>(history: &[S]) -> Vec<String>
where
    S: Parts,
    S::Key: Debug + Eq + Hash + Clone,
{
    history
        .windows(2)
        .map(|pair| {
            let keys = changed(&pair[0], &pair[1]);
            let names: Vec<String> = keys.iter().map(|key| format!("{key:?}")).collect();
            format!("edit: {}", names.join(", "))
        })
        .collect()
}
==== tests
struct Form(Vec<(&'static str, i32)>);
impl Parts for Form {
    type Key = &'static str;
    fn parts(&self) -> Vec<(&'static str, String)> {
        self.0.iter().map(|(k, v)| (*k, v.to_string())).collect()
    }
}

#[test]
fn names_what_changed() {
    let history = [
        Form(vec![("title", 1), ("day", 2)]),
        Form(vec![("title", 1), ("day", 3)]),
        Form(vec![("room", 7), ("day", 4)]),
        Form(vec![("room", 7), ("day", 4)]),
    ];
    let expected = vec!["edit: \"day\"", "edit: \"room\", \"day\", \"title\"", "edit: "];
    assert_eq!(labels(&history), expected);
}

#[test]
fn short_histories() {
    assert!(labels(&[Form(vec![])]).is_empty());
    assert!(labels::<Form>(&[]).is_empty());
}
