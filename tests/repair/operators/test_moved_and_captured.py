"""Claims of operators on fields moved out, captured references, locks, entries, matches and steps: the exact text."""

from __future__ import annotations

from tests.repair.operators.samples import proposed

MOVED = "cannot move out of `self.t` which is behind a mutable reference"
WORKER = """struct Worker { t: JoinHandle<()>, n: u8 }
impl Drop for Worker {
    fn drop(&mut self) {
        self.t.join().unwrap();
    }
}
impl Worker {
    fn new(t: JoinHandle<()>) -> Self { Worker { t, n: 0 } }
    fn done(&self) -> bool { self.t.is_finished() }
}
"""
ARTICLE = """struct Draft;
impl Stage for Draft {}
struct Article { s: Box<dyn Stage> }
impl Article {
    fn next(&mut self) {
        self.s = self.s.next();
    }
}
"""
LATER = "value used here after move"


def test_a_field_that_is_moved_out_is_an_option_that_is_taken() -> None:
    found = proposed("optional-field", WORKER, "E0507", MOVED, ("self.t.join", "move occurs"))
    taken = "        if let Some(t) = self.t.take() {\n            t.join().unwrap();\n        }\n"
    wanted = WORKER.replace("t: JoinHandle<()>, n", "t: Option<JoinHandle<()>>, n").replace("{ t, n", "{ t: Some(t), n")
    wanted = wanted.replace("self.t.is_finished", "self.t.as_ref().unwrap().is_finished")
    assert found[0] == wanted.replace("        self.t.join().unwrap();\n", taken)
    assert found[1] == wanted.replace("self.t.join", "self.t.take().unwrap().join")


def test_what_a_move_gives_back_goes_into_the_option_again() -> None:
    found = proposed("optional-field", ARTICLE, "E0507", "cannot move out of `self.s`", ("= ^self.s", "move occurs"))
    assert "        if let Some(s) = self.s.take() {\n            self.s = Some(s.next());\n        }\n" in found[0]


def test_a_value_without_state_stands_in_while_the_old_one_moves() -> None:
    message, label = "cannot move out of `self.s`", ("= ^self.s", "move occurs")
    found = proposed("stand-in-while-moved", ARTICLE, "E0507", message, label)
    replaced = "self.s = std::mem::replace(&mut self.s, Box::new(Draft)).next();"
    assert found == [ARTICLE.replace("self.s = self.s.next();", replaced)]
    assert proposed("stand-in-while-moved", WORKER, "E0507", MOVED, ("self.t.join", "move occurs")) == []


def test_a_closure_moves_copies_of_what_it_refers_to() -> None:
    source = "struct S { k: f64 }\nimpl S {\n    fn f(&self, p: &str) -> F {\n"
    source += "        Box::new(|x| x.has(p, self.k))\n    }\n}\n"
    label = ("|x|", "may outlive borrowed value `p`")
    found = proposed("own-captured", source, "E0373", "closure may outlive the current function", label)
    lines = "        let k = self.k;\n        let p = p.to_string();\n        Box::new(move |x| x.has(&p, k))\n"
    assert found[0] == source.replace("        Box::new(|x| x.has(p, self.k))\n", lines)


def test_a_number_that_a_map_gives_is_followed_before_a_closure_captures_it() -> None:
    source = "fn f(m: M) -> Option<F> {\n    let k = m.get(1)?;\n    Some(Box::new(|x| x * k))\n}\n"
    label = ("|x|", "may outlive borrowed value `k`")
    found = proposed("own-captured", source, "E0373", "closure may outlive the current function", label)
    assert found[0] == source.replace("= m.get", "= *m.get").replace("|x|", "move |x|")


SCOPED = """fn f(parts: &[P]) -> Vec<u8> {
    let mut all = Vec::new();
    thread::scope(|s| {
        for p in parts {
            s.spawn(move || all.push(p.sum()));
        }
    });
    all.sort();
    all
}
"""


def test_what_scoped_threads_change_is_locked_and_taken_out_again() -> None:
    label = ("move ||", "value moved into closure here, in previous iteration of loop")
    found = proposed("lock-what-threads-change", SCOPED, "E0382", "use of moved value: `all`", label)
    wanted = SCOPED.replace("let mut all = Vec::new()", "let all = std::sync::Mutex::new(Vec::new())")
    wanted = wanted.replace("            s.spawn", "            let all = &all;\n            s.spawn")
    wanted = wanted.replace("all.push", "all.lock().unwrap().push")
    assert found == [wanted.replace("    all.sort", "    let mut all = all.into_inner().unwrap();\n    all.sort")]


def test_what_started_threads_change_is_counted_too() -> None:
    source = SCOPED.replace("thread::scope(|s| {", "{").replace("    });", "    }").replace("s.spawn", "thread::spawn")
    label = ("move ||", "value moved into closure here, in previous iteration of loop")
    (found,) = proposed("lock-what-threads-change", source, "E0382", "use of moved value: `all`", label)
    assert "let all = std::sync::Arc::new(std::sync::Mutex::new(Vec::new()));" in found
    assert "let all = std::sync::Arc::clone(&all);" in found
    assert "let mut all = std::mem::take(&mut *all.lock().unwrap());" in found


def test_an_entry_is_filled_before_it_is_read() -> None:
    source = "fn f(&mut self, n: u8) -> u8 {\n    *self.m.entry(n).or_insert_with(|| self.make(n))\n}\n"
    message = "closure requires unique access to `*self` but it is already borrowed"
    found = proposed("fill-before-entry", source, "E0500", message, ("|| self", "closure construction occurs here"))
    lines = (
        "    if !self.m.contains_key(&n) {\n        let made = self.make(n);\n        self.m.insert(n, made);\n    }\n"
    )
    assert found[0] == f"fn f(&mut self, n: u8) -> u8 {{\n{lines}    self.m[&n]\n}}\n"
    pushed = source.replace("*self.m.entry(n)", "self.m.entry(n.to_string())").replace("n))\n", "n)).push(1);\n")
    found = proposed("fill-before-entry", pushed, "E0500", message, ("|| self", "closure construction occurs here"))
    assert "    self.m.get_mut(n).unwrap().push(1);\n" in found[0]


def test_a_match_lends_what_is_used_afterwards() -> None:
    source = "enum C { Add(String, u8), Clear }\nfn f(c: C, all: &mut Vec<String>) -> C {\n"
    source += "    match c {\n        C::Add(name, n) => if all.has(&name) { all.push(name); all.note(n) },\n"
    source += "        C::Clear => all.clear(),\n    }\n    c\n}\n"
    labels = (("    ^c\n}", LATER), ("Add(^name, n)", "value partially moved here"))
    found = proposed("match-and-keep", source, "E0382", "use of partially moved value: `c`", *labels)
    lent = (
        source.replace("match c", "match &c")
        .replace("has(&name)", "has(name)")
        .replace("push(name)", "push(name.clone())")
    )
    assert found[0] in (lent.replace("note(n)", "note(*n)"), lent.replace("note(n)", "note(n.clone())"))
    assert found[1] == source.replace("match c", "match c.clone()").replace("enum C", "#[derive(Clone)]\nenum C")


def test_every_step_of_a_builder_is_kept() -> None:
    source = "fn f(a: bool) -> Q {\n    let q = Q::new();\n"
    source += "    if a { q.limit(1); }\n    if !a { q.order(); }\n    q.text()\n}\n"
    labels = (("q.order", LATER), ("q.limit", "value moved here"), ("q.text", LATER))
    found = proposed("assign-back", source, "E0382", "use of moved value: `q`", *labels)
    kept = (
        source.replace("let q", "let mut q").replace("{ q.limit", "{ q = q.limit").replace("{ q.order", "{ q = q.order")
    )
    assert kept in found
