---
code: E0277
---
use std::collections::HashMap;
use std::fmt::Debug;
use std::hash::Hash;

/// How one value changed between two states of a record.
#[derive(Debug, PartialEq)]
pub enum Change<V> {
    Added(V),
    Removed(V),
    Changed(V, V),
}

fn field_change<V: PartialEq + Clone>(old: Option<&V>, new: Option<&V>) -> Option<Change<V>> {
    match (old, new) {
        (None, Some(n)) => Some(Change::Added(n.clone())),
        (Some(o), None) => Some(Change::Removed(o.clone())),
        (Some(o), Some(n)) if o != n => Some(Change::Changed(o.clone(), n.clone())),
        _ => None,
    }
}

/// Changes of the given fields, in their order; unchanged ones are left out.
pub fn diff<K, V>(fields: &[K], old: &HashMap<K, V>, new: &HashMap<K, V>) -> Vec<(K, Change<V>)>
where
    K: Eq + Hash + Clone,
    V: Clone,
{
    let mut changes = Vec::new();
    for field in fields {
        if let Some(change) = field_change(old.get(field), new.get(field)) {
            changes.push((field.clone(), change));
        }
    }
    changes
}

pub fn audit_lines<K: Debug, V: Debug>(changes: &[(K, Change<V>)]) -> Vec<String> {
    changes.iter().map(|(k, c)| format!("{k:?} {c:?}")).collect()
}
==== fixed
use std::collections::HashMap;
use std::fmt::Debug;
use std::hash::Hash;

/// How one value changed between two states of a record.
#[derive(Debug, PartialEq)]
pub enum Change<V> {
    Added(V),
    Removed(V),
    Changed(V, V),
}

fn field_change<V: PartialEq + Clone>(old: Option<&V>, new: Option<&V>) -> Option<Change<V>> {
    match (old, new) {
        (None, Some(n)) => Some(Change::Added(n.clone())),
        (Some(o), None) => Some(Change::Removed(o.clone())),
        (Some(o), Some(n)) if o != n => Some(Change::Changed(o.clone(), n.clone())),
        _ => None,
    }
}

/// Changes of the given fields, in their order; unchanged ones are left out.
pub fn diff<K, V>(fields: &[K], old: &HashMap<K, V>, new: &HashMap<K, V>) -> Vec<(K, Change<V>)>
where
    K: Eq + Hash + Clone,
    V: Clone + PartialEq,
{
    let mut changes = Vec::new();
    for field in fields {
        if let Some(change) = field_change(old.get(field), new.get(field)) {
            changes.push((field.clone(), change));
        }
    }
    changes
}

pub fn audit_lines<K: Debug, V: Debug>(changes: &[(K, Change<V>)]) -> Vec<String> {
    changes.iter().map(|(k, c)| format!("{k:?} {c:?}")).collect()
}
==== tests
    #[test]
    fn changes_in_order() {
        let old = HashMap::from([("mail", 1), ("role", 2), ("name", 3)]);
        let new = HashMap::from([("role", 5), ("name", 3), ("key", 4)]);
        let d = diff(&["key", "mail", "name", "role"], &old, &new);
        assert_eq!(
            d,
            vec![
                ("key", Change::Added(4)),
                ("mail", Change::Removed(1)),
                ("role", Change::Changed(2, 5)),
            ]
        );
        assert_eq!(audit_lines(&d)[2], "\"role\" Changed(2, 5)");
    }
    #[test]
    fn floats_can_be_compared() {
        let old = HashMap::from([(1, 0.5)]);
        assert!(diff(&[1], &old, &old.clone()).is_empty());
    }
