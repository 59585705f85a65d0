---
code: E0373
---
pub type Guard = Box<dyn Fn(&Context) -> bool>;

#[derive(Debug, Default)]
pub struct Context {
    pub retries: u32,
    pub flags: Vec<String>,
}

pub struct Transition {
    pub name: String,
    pub guard: Guard,
}

fn below(limit: u32) -> impl Fn(&Context) -> bool {
    |ctx| ctx.retries < limit
}

/// Lets a transition fire while fewer than `limit` retries were made.
pub fn retry_below(limit: u32) -> Transition {
    Transition {
        name: format!("retry<{limit}"),
        guard: Box::new(below(limit)),
    }
}

pub fn always(name: &str) -> Transition {
    Transition { name: name.to_string(), guard: Box::new(|_| true) }
}

/// The name of the first transition whose guard lets it fire.
pub fn choose<'t>(transitions: &'t [Transition], ctx: &Context) -> Option<&'t str> {
    transitions
        .iter()
        .find(|t| (t.guard)(ctx))
        .map(|t| t.name.as_str())
}
==== fixed
pub type Guard = Box<dyn Fn(&Context) -> bool>;

#[derive(Debug, Default)]
pub struct Context {
    pub retries: u32,
    pub flags: Vec<String>,
}

pub struct Transition {
    pub name: String,
    pub guard: Guard,
}

fn below(limit: u32) -> impl Fn(&Context) -> bool {
    move |ctx| ctx.retries < limit
}

/// Lets a transition fire while fewer than `limit` retries were made.
pub fn retry_below(limit: u32) -> Transition {
    Transition {
        name: format!("retry<{limit}"),
        guard: Box::new(below(limit)),
    }
}

pub fn always(name: &str) -> Transition {
    Transition { name: name.to_string(), guard: Box::new(|_| true) }
}

/// The name of the first transition whose guard lets it fire.
pub fn choose<'t>(transitions: &'t [Transition], ctx: &Context) -> Option<&'t str> {
    transitions
        .iter()
        .find(|t| (t.guard)(ctx))
        .map(|t| t.name.as_str())
}
==== tests
#[test]
fn guard_uses_its_limit() {
    let ts = [retry_below(2), retry_below(5), always("give up")];
    let at = |retries| Context { retries, flags: vec![] };
    assert_eq!(choose(&ts, &at(1)), Some("retry<2"));
    assert_eq!(choose(&ts, &at(2)), Some("retry<5"));
    assert_eq!(choose(&ts, &at(5)), Some("give up"));
}

#[test]
fn none_fires() {
    assert_eq!(choose(&[retry_below(0)], &Context::default()), None);
}
