# ruff: noqa: E501
"""For each mutation operator: a program it applies to, and the code rustc must report for one of its mutants."""

COUNTER = """\
pub struct Counter {
    label: String,
    hits: u32,
}

impl Counter {
    pub fn add(&mut self, by: u32) {
        self.hits += by;
    }

    pub fn label(&self) -> &str {
        &self.label
    }

    pub fn total(&self) -> u32 {
        self.hits
    }
}

pub fn example() {
    let mut counter = Counter { label: "visits".to_string(), hits: 0 };
    counter.add(2);
    let shown = counter.label().len();
    println!("{} {}", shown, counter.total());
}
"""

LIST = """\
pub fn example() -> usize {
    let mut names = vec![String::from("ada"), String::from("grace")];
    let copy = names.clone();
    names.push(String::from("edith"));
    for name in names.iter() {
        println!("{name}");
    }
    println!("{:?}", copy);
    names.len()
}
"""

SCALAR = """\
pub fn example() -> u32 {
    let mut level = 1;
    println!("{level}");
    level += 2;
    level
}
"""

LONGEST = """\
pub struct Line<'a> {
    text: &'a str,
}

impl<'a> Line<'a> {
    pub fn text(&self) -> &'a str {
        self.text
    }
}

pub fn longest<'a>(a: &'a str, b: &'a str) -> &'a str {
    if a.len() > b.len() { a } else { b }
}
"""

SHAPES = """\
use std::fmt;

pub trait Shape {
    fn area(&self, scale: f64) -> f64;
}

#[derive(Debug, Clone, PartialEq)]
pub struct Square {
    side: f64,
    name: String,
}

impl Shape for Square {
    fn area(&self, scale: f64) -> f64 {
        self.side * self.side * scale
    }
}

impl fmt::Display for Square {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.name)
    }
}

pub fn show<T: fmt::Display + PartialEq>(a: T, b: T) -> String {
    if a == b { a.to_string() } else { b.to_string() }
}

pub fn total(shapes: Vec<Box<dyn Shape>>) -> f64 {
    shapes.iter().map(|shape| shape.area(1.0)).sum()
}

pub fn both(a: Square, b: Square) -> String {
    show(a, b)
}
"""

OWNER = """\
pub struct Pile {
    cards: Vec<u8>,
}

impl Pile {
    pub fn size(&self) -> usize {
        self.cards.len()
    }
}

pub fn twice(pile: Pile) -> usize {
    pile.size() + pile.size()
}
"""

PARSE = """\
use std::num::ParseIntError;

pub fn double(text: &str) -> Result<i32, ParseIntError> {
    let number: i32 = text.trim().parse::<i32>()?;
    Ok(number * 2)
}

pub fn sum(text: &str) -> Result<Vec<i32>, ParseIntError> {
    let found: Result<Vec<i32>, ParseIntError> = text.split(' ').map(|word| word.parse::<i32>()).collect();
    found
}

pub fn describe(found: Option<i32>) -> String {
    match found {
        Some(number) => number.to_string(),
        None => String::new(),
    }
}

pub fn first(numbers: &[i32]) -> i32 {
    let first = numbers.first().unwrap();
    *first
}
"""

MODULE = """\
use std::collections::HashMap;

mod store {
    pub struct Shelf {
        pub size: usize,
    }

    pub fn open(size: usize) -> Shelf {
        Shelf { size }
    }
}

pub fn example(key: &str) -> usize {
    let shelf = store::open(2);
    let mut map: HashMap<String, usize> = HashMap::new();
    map.insert(key.to_string(), shelf.size);
    let values = [1, 2, 3];
    let index = 1;
    if map.len() == 1 { values[index] } else { shelf.size }
}
"""

THREADS = """\
use std::sync::{Arc, Mutex};
use std::thread;

pub fn example() -> i32 {
    let shared = Arc::new(Mutex::new(0));
    let other = Arc::clone(&shared);
    let worker = thread::spawn(move || {
        *other.lock().unwrap() += 1;
    });
    worker.join().unwrap();
    let total = *shared.lock().unwrap();
    total
}
"""

CASES: dict[str, tuple[str, str]] = {
    "drop-mut": (SCALAR, "E0384"),
    "shared-reference-type": ("pub fn add(list: &mut Vec<i32>) {\n    list.push(1);\n}\n", "E0596"),
    "shared-self": (COUNTER, "E0594"),
    "shared-reference": (
        "fn add(list: &mut Vec<i32>) {\n    list.push(1);\n}\n\n"
        "pub fn run() {\n    let mut v = vec![];\n    add(&mut v);\n}\n",
        "E0308",
    ),
    "drop-clone": (LIST, "E0382"),
    "iterate-by-value": (LIST, "E0382"),
    "capture-by-value": (
        "pub fn run() -> usize {\n    let s = String::new();\n    let f = || s.len();\n    f() + s.len()\n}\n",
        "E0382",
    ),
    "self-by-value": (OWNER, "E0382"),
    "unwrap-field": (
        "pub struct Node {\n    name: Option<String>,\n}\n\nimpl Node {\n    pub fn size(&self) -> usize {\n"
        "        self.name.as_ref().unwrap().len()\n    }\n}\n",
        "E0507",
    ),
    "drop-move": ("pub fn adder(n: i32) -> impl Fn(i32) -> i32 {\n    move |m| n + m\n}\n", "E0373"),
    "drop-ref-pattern": (
        "pub fn size(name: &Option<String>) -> usize {\n    match *name {\n        Some(ref text) => text.len(),\n"
        "        None => 0,\n    }\n}\n",
        "E0507",
    ),
    "swap-statements": (
        'pub fn run() {\n    let mut v = vec![1];\n    let first = &v[0];\n    println!("{first}");\n    v.push(2);\n}\n',
        "E0502",
    ),
    "widen-scope": (
        "pub fn run() -> Vec<i32> {\n    let mut v = vec![1, 2];\n    {\n        let mut gone = v.drain(..1);\n        gone.next();\n"
        "    }\n    v.push(3);\n    v\n}\n",
        "E0499",
    ),
    "drop-explicit-reborrow": (THREADS, "E0382"),
    "drop-mut-pattern": (
        "pub fn run(found: Option<i32>) -> i32 {\n    match found {\n        Some(mut n) => {\n            n += 1;\n"
        "            n\n        }\n        None => 0,\n    }\n}\n",
        "E0384",
    ),
    "iter-for-iter-mut": (
        "pub fn run(v: &mut [i32]) {\n    for x in v.iter_mut() {\n        *x += 1;\n    }\n}\n",
        "E0594",
    ),
    "drop-reference-lifetime": (LONGEST, "E0621"),
    "drop-lifetime-declaration": (LONGEST, "E0261"),
    "drop-lifetime-argument": (LONGEST, "E0726"),
    "misspell-lifetime": (LONGEST, "E0261"),
    "drop-static": ("pub fn keep<T: ToString + 'static>(x: T) -> Box<dyn ToString> {\n    Box::new(x)\n}\n", "E0310"),
    "strip-struct-lifetime": ("pub struct Line<'a> {\n    pub text: &'a str,\n    pub size: usize,\n}\n", "E0106"),
    "strip-function-lifetime": (LONGEST, "E0106"),
    "misspell-name": (COUNTER, "E0599"),
    "misspell-type": (MODULE, "E0433"),
    "drop-import": (MODULE, "E0425"),
    "misspell-import": (MODULE, "E0432"),
    "drop-self": (COUNTER, "E0424"),
    "use-out-of-scope": (MODULE, "E0425"),
    "misspell-variant": (PARSE, "E0599"),
    "misspell-field": (COUNTER, "E0560"),
    "drop-const": ("const fn two() -> u32 {\n    2\n}\n\npub const FOUR: u32 = two() * 2;\n", "E0015"),
    "drop-initialiser": (
        "pub fn run() -> i32 {\n    let x: i32 = 1;\n    let y = 2;\n    x + y\n}\n",
        "E0381",
    ),
    "keep-by-move": (LIST, "E0382"),
    "consume-before-use": (LIST, "E0382"),
    "move-in-loop": (LIST, "E0382"),
    "take-field": (
        "#[derive(Debug)]\npub struct User {\n    name: String,\n}\n\npub fn run() {\n"
        '    let user = User { name: String::new() };\n    println!("{:?}", user);\n}\n',
        "E0382",
    ),
    "take-own-field": (COUNTER, "E0507"),
    "view-across-change": (LIST, "E0502"),
    "element-across-change": (LIST, "E0502"),
    "handle-across-change": (LIST, "E0499"),
    "two-handles": (LIST, "E0499"),
    "drop-while-borrowed": (
        'pub fn run() {\n    let v = vec![1];\n    println!("{}", v.len());\n}\n',
        "E0505",
    ),
    "assign-while-borrowed": (SCALAR, "E0506"),
    "inner-scope": (
        'pub fn run() -> usize {\n    let s = String::from("a");\n    s.len()\n}\n',
        "E0597",
    ),
    "keep-temporary": ('pub fn run() -> usize {\n    let s = String::from("a");\n    s.len()\n}\n', "E0716"),
    "send-borrow-to-thread": ("pub fn size(text: &str) -> usize {\n    text.len()\n}\n", "E0521"),
    "closure-across-change": (LIST, "E0502"),
    "return-reference": ("pub fn join(a: &str) -> String {\n    let out = a.repeat(2);\n    out\n}\n", "E0515"),
    "drop-question-mark": (PARSE, "E0308"),
    "drop-unwrap": (PARSE, "E0614"),
    "drop-wrapper": (PARSE, "E0308"),
    "add-wrapper": ("pub fn run() -> i32 {\n    let x: i32 = 1;\n    x\n}\n", "E0308"),
    "question-mark-for-unwrap": (PARSE, "E0277"),
    "drop-result-type": (
        "pub fn check(text: &str) -> Result<(), std::num::ParseIntError> {\n    text.parse::<i32>()?;\n    Ok(())\n}\n",
        "E0277",
    ),
    "drop-error-mapping": (
        "pub fn read(text: &str) -> Result<i32, String> {\n    let n = text.parse::<i32>().map_err(|e| e.to_string())?;\n"
        "    Ok(n)\n}\n",
        "E0277",
    ),
    "drop-from-impl": (
        "pub struct Bad;\n\nimpl From<std::num::ParseIntError> for Bad {\n    fn from(_: std::num::ParseIntError) -> Self {\n"
        "        Bad\n    }\n}\n\npub fn read(text: &str) -> Result<i32, Bad> {\n    Ok(text.parse::<i32>()?)\n}\n",
        "E0277",
    ),
    "drop-ok-or": (
        'pub fn head(v: &[i32]) -> Result<i32, String> {\n    let x = v.first().ok_or("empty")?;\n    Ok(*x)\n}\n',
        "E0277",
    ),
    "drop-match-arm": (PARSE, "E0004"),
    "bare-arm": (
        "pub fn half(n: i32) -> Option<i32> {\n    match n % 2 {\n        0 => Some(n / 2),\n        _ => None,\n    }\n}\n",
        "E0308",
    ),
    "drop-else": (LONGEST, "E0317"),
    "add-semicolon": (PARSE, "E0308"),
    "let-without-else": (PARSE, "E0005"),
    "collect-plain": (
        "pub fn sizes(text: &str) -> usize {\n    let v: Result<Vec<i32>, std::num::ParseIntError> =\n"
        "        text.split(' ').map(|w| w.parse::<i32>()).collect();\n    v.iter().len()\n}\n",
        "E0277",
    ),
    "drop-map": (
        "pub fn shout(name: Option<String>) -> Option<String> {\n    name.map(|text| text.to_uppercase())\n}\n",
        "E0599",
    ),
    "drop-bound": (SHAPES, "E0369"),
    "drop-where-clause": (
        "pub fn largest<T>(a: T, b: T) -> T\nwhere\n    T: PartialOrd,\n{\n    if a > b { a } else { b }\n}\n",
        "E0369",
    ),
    "drop-derive": (SHAPES, "E0277"),
    "derive-copy": (SHAPES, "E0204"),
    "drop-impl": (
        "pub trait Named {\n    fn name(&self) -> String;\n}\n\npub struct Dog;\n\nimpl Named for Dog {\n"
        "    fn name(&self) -> String {\n        String::new()\n    }\n}\n\nfn show<T: Named>(x: T) -> String {\n"
        "    x.name()\n}\n\npub fn run() -> String {\n    show(Dog)\n}\n",
        "E0277",
    ),
    "drop-display": (SHAPES, "E0277"),
    "drop-trait-item": (SHAPES, "E0046"),
    "rename-trait-method": (SHAPES, "E0407"),
    "change-signature": (SHAPES, "E0053"),
    "change-generic-count": (MODULE, "E0107"),
    "unbox-trait-object": (SHAPES, "E0277"),
    "drop-associated-type": (
        "pub fn run(it: &mut dyn Iterator<Item = i32>) -> Option<i32> {\n    it.next()\n}\n",
        "E0191",
    ),
    "not-send": (THREADS, "E0277"),
    "loop-over-value": ('pub fn run(n: u32) {\n    for i in 0..n {\n        println!("{i}");\n    }\n}\n', "E0277"),
    "drop-pub": (MODULE, "E0603"),
    "drop-default": (
        "#[derive(Debug, Default)]\npub struct Options {\n    pub depth: u32,\n}\n\npub fn run() -> Options {\n"
        "    Options::default()\n}\n",
        "E0599",
    ),
    "drop-to-string": (COUNTER, "E0308"),
    "own-literal": ('pub fn run() -> bool {\n    "abc".contains("a") && "abc".eq_ignore_ascii_case("b")\n}\n', "E0308"),
    "swap-string-type": ("pub fn name(text: &str) -> String {\n    text.to_string()\n}\n", "E0308"),
    "change-width": (COUNTER, "E0308"),
    "drop-cast": ("pub fn at(v: &[i32], i: u32) -> i32 {\n    v[i as usize]\n}\n", "E0277"),
    "mix-float-and-integer": ("pub fn twice(x: f64) -> f64 {\n    x * 2.0\n}\n", "E0277"),
    "index-by-wrong-type": (MODULE, "E0277"),
    "change-argument-count": (COUNTER, "E0061"),
    "drop-field": (COUNTER, "E0063"),
    "change-pattern": (
        "pub struct Point {\n    x: i32,\n    y: i32,\n}\n\npub fn sum(p: &Point) -> i32 {\n    let Point { x, y: _ } = p;\n"
        "    x + p.y\n}\n",
        "E0027",
    ),
    "drop-reference": (COUNTER, "E0308"),
    "add-reference": (
        "fn twice(n: i32) -> i32 {\n    n * 2\n}\n\npub fn run(n: i32) -> i32 {\n    twice(n)\n}\n",
        "E0308",
    ),
    "drop-deref": ("pub fn bump(n: &mut i32) {\n    *n += 1;\n}\n", "E0368"),
    "add-deref": ("fn twice(n: i32) -> i32 {\n    n * 2\n}\n\npub fn run(n: i32) -> i32 {\n    twice(n)\n}\n", "E0614"),
    "drop-tail": ('pub fn run() -> i32 {\n    println!("run");\n    4\n}\n', "E0308"),
    "swap-quotes": ("pub fn count(text: &str) -> bool {\n    text.chars().any(|c| c == 'x')\n}\n", "E0308"),
    "drop-call": (COUNTER, "E0615"),
    "drop-annotation": ("pub fn run() -> usize {\n    let v: Vec<i32> = (1..4).collect();\n    v.len()\n}\n", "E0282"),
    "assign-in-condition": (MODULE, "E0308"),
}
