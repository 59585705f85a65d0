# ruff: noqa: E501, RUF001 (Rust programs, one to a line, are read as a table)
"""Hand-written programs for the judge's tests: good ones, and one or more per compiler phase that can fail."""

from __future__ import annotations

GOOD: dict[str, str] = {
    "stack": """
#[derive(Debug, Default, Clone)]
pub struct Stack<T> { items: Vec<T> }
impl<T: Clone> Stack<T> {
    pub fn push(&mut self, item: T) { self.items.push(item); }
    pub fn pop(&mut self) -> Option<T> { self.items.pop() }
    pub fn top(&self) -> Option<&T> { self.items.last() }
}
pub fn main() { let mut s = Stack::default(); s.push(1); println!("{:?}", s.pop()); }
""",
    "shapes": """
use std::fmt;
pub trait Shape { fn area(&self) -> f64; fn name(&self) -> String { "shape".to_string() } }
pub struct Point { pub x: f64, pub y: f64 }
pub struct Circle { pub center: Point, pub radius: f64 }
impl Shape for Circle { fn area(&self) -> f64 { 3.14 * self.radius * self.radius } }
impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result { write!(f, "({}, {})", self.x, self.y) }
}
pub fn total(shapes: &[Box<dyn Shape>]) -> f64 { shapes.iter().map(|s| s.area()).sum() }
""",
    "parser": """
use std::collections::HashMap;
use std::num::ParseIntError;
#[derive(Debug, PartialEq)]
pub enum Error { Missing(String), Number(ParseIntError) }
impl From<ParseIntError> for Error { fn from(e: ParseIntError) -> Self { Error::Number(e) } }
pub fn parse(text: &str) -> Result<HashMap<String, i64>, Error> {
    let mut map = HashMap::new();
    for line in text.lines() {
        let (key, value) = line.split_once('=').ok_or_else(|| Error::Missing(line.to_string()))?;
        map.insert(key.trim().to_string(), value.trim().parse::<i64>()?);
    }
    Ok(map)
}
""",
    "longest": """
pub struct Config<'a> { name: &'a str }
impl<'a> Config<'a> { pub fn name(&self) -> &'a str { self.name } }
pub fn longest<'a>(a: &'a str, b: &'a str) -> &'a str { if a.len() > b.len() { a } else { b } }
pub fn apply<F: Fn(i32) -> i32>(f: F, times: usize) -> i32 { (0..times).fold(1, |acc, _| f(acc)) }
""",
    "macros": """
macro_rules! square { ($x:expr) => { $x * $x }; }
macro_rules! make { ($name:ident, $t:ty) => { #[derive(Clone, Debug)] pub struct $name { pub value: $t } }; }
make!(Point, i32);
pub fn area(p: &Point) -> i32 { square!(p.value) }
""",
    "inner_modules": """
mod bank {
    #[derive(Debug)]
    pub struct Account { balance: i64 }
    impl Account { pub fn new() -> Self { Account { balance: super::START } } pub fn balance(&self) -> i64 { self.balance } }
    pub mod audit { use super::Account; pub fn ok(a: &Account) -> bool { super::super::START <= a.balance() } }
}
const START: i64 = 10;
pub use bank::audit::ok;
pub fn open() -> bank::Account { bank::Account::new() }
""",
    "threads": """
use std::sync::{Arc, Mutex};
use std::thread;
pub fn count(n: usize) -> usize {
    let total = Arc::new(Mutex::new(0));
    let handles: Vec<_> = (0..n).map(|i| { let total = Arc::clone(&total); thread::spawn(move || *total.lock().unwrap() += i) }).collect();
    for h in handles { h.join().unwrap(); }
    let sum = *total.lock().unwrap();
    sum
}
""",
    "operators": """
use std::ops::{Add, Index, Mul};
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Meters(pub f64);
impl Add for Meters { type Output = Meters; fn add(self, o: Meters) -> Meters { Meters(self.0 + o.0) } }
impl Mul<f64> for Meters { type Output = Meters; fn mul(self, k: f64) -> Meters { Meters(self.0 * k) } }
pub struct Row { cells: Vec<String> }
impl Index<usize> for Row { type Output = String; fn index(&self, i: usize) -> &String { &self.cells[i] } }
impl FromIterator<String> for Row { fn from_iter<I: IntoIterator<Item = String>>(i: I) -> Row { Row { cells: i.into_iter().collect() } } }
""",
    "generic_trait": """
use std::collections::BTreeMap;
pub trait Store<K, V> { type Error; fn put(&mut self, k: K, v: V) -> Result<Option<V>, Self::Error>; }
pub struct Memory<K, V> { map: BTreeMap<K, V> }
impl<K: Ord, V> Store<K, V> for Memory<K, V> {
    type Error = std::convert::Infallible;
    fn put(&mut self, k: K, v: V) -> Result<Option<V>, Self::Error> { Ok(self.map.insert(k, v)) }
}
impl<K: Ord, V> Iterator for Memory<K, V> { type Item = (K, V); fn next(&mut self) -> Option<(K, V)> { self.map.pop_first() } }
""",
    "blanket": """
pub trait Describe { fn describe(&self) -> String; }
impl<T: std::fmt::Debug> Describe for T { fn describe(&self) -> String { format!("<{:?}>", self) } }
pub fn all(items: &[i32]) -> Vec<String> { items.iter().map(|i| i.describe()).collect() }
""",
    "extension": """
pub trait Words { fn words(&self) -> usize; }
impl Words for str { fn words(&self) -> usize { self.split_whitespace().count() } }
impl Words for String { fn words(&self) -> usize { self.as_str().words() } }
pub fn two(a: &str, b: &String) -> usize { a.words() + b.words() }
""",
    "own_names": """
pub struct Vec { pub x: f32, pub y: f32 }
pub enum Entry { Full(Vec), Empty }
pub struct Command { pub name: String }
pub fn len(v: &Vec) -> f32 { (v.x * v.x + v.y * v.y).sqrt() }
pub fn entry(c: Command) -> Entry { if c.name.is_empty() { Entry::Empty } else { Entry::Full(Vec { x: 1.0, y: 1.0 }) } }
""",
    "crate_attribute": "#![allow(dead_code)]\nfn unused() {}\npub fn used() -> u8 { 1 }\n",
    "crate_path": "pub struct Point;\npub mod inner { pub fn p() -> crate::Point { crate::Point } }\n",
    "exported_macro": "#[macro_export]\nmacro_rules! twice { ($x:expr) => { $x + $x }; }\npub fn f() -> i32 { twice!(2) }\n",
    "foreign_impl": """
pub struct Meters(f64);
impl From<Meters> for String { fn from(m: Meters) -> String { format!("{}m", m.0) } }
impl std::ops::Add<Meters> for f64 { type Output = f64; fn add(self, m: Meters) -> f64 { self + m.0 } }
pub fn show(m: Meters) -> String { m.into() }
""",
    "raw_names": 'pub fn r#match(r#type: &str) -> String { let s = r#"a "quoted" }{ "#; format!("{}{}", r#type, s) }\n',
    "comments": "/* outer /* inner */ still */ // }{ \"\npub fn f() -> char { '\"' } // 'a\npub fn g<'a>(x: &'a u8) -> &'a u8 { x }\n",
    "unicode": 'pub fn grüße(name: &str) -> String { format!("Grüß dich, {name} – ça va? 你好") }\n',
    "const_fn": "pub const fn fib(n: u32) -> u32 { if n < 2 { n } else { fib(n - 1) + fib(n - 2) } }\npub const F: u32 = fib(10);\n",
    "main_only": 'fn main() { println!("hi"); }\n',
    "empty": "",
}

BROKEN: dict[str, str] = {
    "parse_brace": "pub fn f() { if true { 1; \n",
    "parse_extra": "pub fn f() {} }\n",
    "parse_semicolon": "pub fn f() -> i32 { let x = 1 let y: String = 2; x }\npub fn g() { nope(); }\n",
    "parse_keyword": "pub fn match() {}\npub struct S { a: i32 b: i32 }\n",
    "parse_and_types": 'pub struct S { a: i32, b }\npub fn f() -> i32 { "x" }\n',
    "parse_paren": 'pub fn f() { println!("{}", (1 + 2); }\npub fn g() -> i32 { "a" }\n',
    "parse_quote": "pub fn f() -> &'static str { \"abc }\n",
    "parse_char": "pub fn f() -> char { 'abc' }\n",
    "parse_stray": "pub fn f() { let a = 1 @ 2; }\n§\n",
    "parse_comment": "pub fn f() {} /* never closed\n",
    "macro_unknown": 'pub fn f() { printn!("x"); let a: i32 = "b"; }\npub fn g() -> i32 { "c" }\n',
    "macro_no_rule": 'macro_rules! m { (a) => { 1 }; }\npub fn f() -> i32 { m!(b) }\npub fn g() -> i32 { "c" }\n',
    "macro_recursion": 'macro_rules! m { ($x:expr) => { m!($x + 1) }; }\npub fn f() -> i32 { m!(0) }\npub fn g() -> i32 { "c" }\n',
    "macro_type": "macro_rules! m { ($x:expr) => { let y: String = $x; }; }\npub fn f() { m!(3); }\n",
    "macro_format": 'pub fn f(a: i32) -> String { format!("{} {}", a) }\npub fn g() -> i32 { "c" }\n',
    "derive_unknown": '#[derive(Debug, Clonee)]\npub struct S;\npub fn g() -> i32 { "c" }\n',
    "attribute_unknown": '#[nonsense]\npub fn f() {}\npub fn g() -> i32 { "c" }\n',
    "import_missing": 'use std::collections::HashMapp;\npub fn f() -> HashMapp<i32, i32> { 1 }\npub fn g() -> i32 { "x" }\n',
    "import_crate": 'use serde::Serialize;\nuse rand::Rng;\n#[derive(Serialize)]\npub struct S;\npub fn g() -> i32 { "x" }\n',
    "import_self": 'use self::shapes::Circle;\npub fn g() -> i32 { "x" }\n',
    "import_unqualified": 'pub fn f() { let m: HashMap<i32, i32> = HashMap::new(); let c = Command::new("x"); }\n',
    "name_value": "pub fn f() -> i32 { let count = 1; cuont + 1 }\n",
    "name_type": "pub fn f(p: Point) -> Circle { p.center }\npub struct Piont;\n",
    "name_function": "pub fn area(x: f64) -> f64 { x }\npub fn f() -> f64 { aera(1.0) + total(2.0) }\n",
    "name_trait": "pub struct A;\nimpl Shape for A { fn area(&self) -> f64 { 1.0 } }\npub fn f() -> f64 { A.area() }\n",
    "name_self": "pub struct A { x: i32 }\nimpl A { pub fn get() -> i32 { self.x } }\n",
    "name_lifetime": "pub struct P<'a> { s: &'a str }\npub fn f(s: &'b str) -> P<'b> { P { s } }\n",
    "name_twice": "pub struct A;\npub struct A;\npub fn f() {}\nfn f() {}\n",
    "name_and_borrow": 'pub fn f() { let s = String::new(); drop(s); println!("{}", s); }\npub fn g() { nope(); }\n',
    "method_in_scope": 'pub fn f() -> usize { "a b".words() }\npub fn g() -> String { 3.describe() }\n',
    "method_std": "pub fn f(v: Vec<i32>) -> i32 { v.summ() }\npub fn g(p: Option<i32>) -> bool { p.contains_key(&1) }\n",
    "missing_lifetime": "pub struct S { name: &str }\npub fn pick(a: &str, b: &str) -> &str { a }\n",
    "generic_count": "pub struct W<T>(T);\npub fn f(w: W<i32, i32>) -> Vec { w }\n",
    "trait_item": "pub trait T { fn a(&self); fn b(&self) -> i32; }\npub struct S;\nimpl T for S { fn a(&self) {} fn c(&self) {} }\n",
    "trait_signature": "pub trait T { fn a(&self, x: i32) -> i32; }\npub struct S;\nimpl T for S { fn a(&mut self, x: i32) -> String { String::new() } }\n",
    "trait_twice": "pub trait T {}\npub struct S;\nimpl T for S {}\nimpl T for S {}\n",
    "orphan": "use std::fmt;\nimpl fmt::Display for Vec<i32> { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { Ok(()) } }\n",
    "inherent_foreign": "impl String { pub fn shout(&self) -> String { self.to_uppercase() } }\npub fn f(s: String) -> String { s.shout() }\n",
    "copy_impossible": "#[derive(Clone, Copy)]\npub struct S { v: Vec<i32> }\npub fn f(s: S) -> (S, S) { (s, s) }\n",
    "recursive_type": 'pub enum List { Cons(i32, List), Nil }\npub fn f() -> i32 { "a" }\n',
    "cycle": 'pub const A: i32 = B;\npub const B: i32 = A;\npub fn f() -> i32 { "a" }\n',
    "overflow": 'pub trait T {}\nimpl<X> T for X where Option<X>: T {}\npub fn need<X: T>(x: X) {}\npub fn f() { need(1); let y: i32 = "a"; }\n',
    "overflow_type": "pub fn f<T: Clone>(n: u8, x: T) { if n > 0 { f(n - 1, Some(x)) } }\npub fn g() { f(3, 1u8) }\n",
    "auto_deref": "pub struct A;\nimpl std::ops::Deref for A { type Target = A; fn deref(&self) -> &A { self } }\npub fn f(a: A) { a.foo(); }\n",
    "mismatch": 'pub fn f() -> i32 { "x" }\npub fn g(s: String) -> &str { s }\n',
    "mismatch_own": "pub struct Point { x: i32 }\npub struct Config;\npub fn f(c: Config) -> Point { c }\npub fn g(p: Point) -> Option<Point> { p }\n",
    "mismatch_error": "use std::io;\nuse std::fmt;\npub fn f(r: io::Result<i32>) -> Result<i32, fmt::Error> { r }\npub fn g(e: std::process::Command) -> io::Error { e }\n",
    "mismatch_std": "use std::collections::{BTreeMap, HashMap};\npub fn f(m: HashMap<String, i32>) -> BTreeMap<String, i32> { m }\n",
    "argument_count": "pub fn add(a: i32, b: i32) -> i32 { a + b }\npub fn f() -> i32 { add(1) + add(1, 2, 3) }\n",
    "binary_op": "#[derive(Debug)]\npub struct Meters(f64);\npub fn f(a: Meters, b: Meters) -> Meters { a + b }\npub fn g(a: Meters) -> bool { a == a }\npub fn h() -> i32 { 1 + 1.0 }\n",
    "not_implemented": 'use std::collections::HashMap;\npub struct Key(String);\npub fn f() { let mut m = HashMap::new(); m.insert(Key(String::new()), 1); println!("{}", Key(String::new())); }\n',
    "collect": "pub fn f(v: Vec<Result<i32, String>>) -> Vec<i32> { v.into_iter().collect() }\npub fn g(v: Vec<String>) -> i32 { v.iter().sum() }\n",
    "convert": "pub struct MyError;\npub fn f(s: &str) -> Result<i32, MyError> { Ok(s.parse::<i32>()?) }\npub fn g(s: &str) -> i32 { s.parse()? }\n",
    "index": "pub fn f(v: &[i32], i: i32) -> i32 { v[i] }\n",
    "annotations": 'pub fn f() { let v = Vec::new(); }\npub fn g() { let x = "1".parse().unwrap(); }\npub fn h() { let d = Default::default(); }\n',
    "ambiguous_sum": 'pub fn f(v: &[i32]) { let t = v.iter().sum() * 2; println!("{}", t); }\npub fn g(s: &str) -> bool { s.chars().collect().len() > 1 }\n',
    "ambiguous_method": "pub trait A { fn go(&self) {} }\npub trait B { fn go(&self) {} }\nimpl A for i32 {}\nimpl B for i32 {}\npub fn f() { 1i32.go() }\n",
    "private": "mod m { pub struct S { x: i32 } impl S { pub fn new() -> S { S { x: 1 } } fn hidden(&self) {} } }\npub fn f() -> i32 { let s = m::S::new(); s.hidden(); s.x }\n",
    "private_type": "mod m { struct P; pub fn f() {} }\npub fn g() { let p = m::P; m::f() }\n",
    "exhaustive": "pub enum E { A, B(i32), C { x: u8 } }\npub fn f(e: E) -> i32 { match e { E::A => 1 } }\npub fn g(o: Option<i32>) -> i32 { let Some(x) = o; x }\n",
    "bound_missing": 'pub fn largest<T>(v: &[T]) -> &T { let mut m = &v[0]; for i in v { if i > m { m = i; } } m }\npub fn show<T>(t: T) -> String { format!("{}", t) }\n',
    "unsized": "pub trait Shape {}\npub fn f(s: dyn Shape) {}\npub fn g(s: str) -> [i32] { [1] }\n",
    "send": 'use std::rc::Rc;\npub fn f() { let r = Rc::new(1); std::thread::spawn(move || println!("{}", r)); }\n',
    "moved": 'pub fn f() { let s = String::from("a"); let t = s; println!("{} {}", s, t); }\n',
    "moved_loop": "pub fn eat(s: String) {}\npub fn f() { let s = String::new(); for _ in 0..2 { eat(s); } }\n",
    "two_mut": "pub fn f(v: &mut Vec<i32>) { let a = &mut v[0]; let b = &mut v[1]; *a += *b; }\n",
    "push_borrowed": 'pub fn f(v: &mut Vec<i32>) { let first = &v[0]; v.push(*first); println!("{}", first); }\n',
    "dangling": "pub fn f() -> &'static str { let s = String::new(); &s }\npub fn g<'a>() -> &'a String { let s = String::new(); &s }\n",
    "outlived": 'pub fn f() { let r; { let x = 5; r = &x; } println!("{}", r); }\n',
    "not_mut": 'pub fn f() { let v = Vec::new(); v.push(1); let x = 1; x = 2; println!("{}", x); }\n',
    "move_out": "pub struct S { name: Option<String> }\npub fn f(s: &S) -> String { s.name.unwrap() }\n",
    "closure": 'pub fn f<\'a>(x: i32) -> Box<dyn Fn() -> i32> { Box::new(|| x + 1) }\npub fn g(v: &mut Vec<i32>) { let mut c = || v.push(1); println!("{:?}", v); c(); }\n',
    "lifetime_return": "pub fn f<'a, 'b>(a: &'a str, b: &'b str) -> &'a str { b }\npub struct P<'a>(&'a str);\nimpl<'a> P<'a> { pub fn g(&self, o: &str) -> &'a str { o } }\n",
    "escape": 'pub fn f(s: &str) { std::thread::spawn(move || println!("{}", s)); }\n',
    "types_and_borrow": 'pub fn f() -> i32 { "x" }\npub fn g() { let s = String::new(); drop(s); drop(s); }\n',
    "const_overflow": "pub const A: u8 = 255 + 1;\npub const B: [i32; 2] = [1, 2];\npub const C: i32 = B[5];\n",
    "const_panic": "pub const fn check(x: u32) -> u32 { assert!(x > 1); x }\npub const A: u32 = check(0);\n",
    "const_and_types": 'pub const A: u32 = 1 / 0;\npub fn f() -> i32 { "x" }\n',
    "const_length": "pub const N: usize = 3;\npub fn f() -> [i32; N] { [1, 2] }\npub static S: [u8; 1 - 2] = [];\n",
    "lint_literal": "pub fn f() -> u8 { 256 }\npub fn g() { let a = [1, 2]; a[5]; }\n",
    "lint_overflow": "pub fn f() -> i32 { let x = i32::MAX; x + 1 }\npub fn g() -> u32 { 1 / 0 }\n",
    "lint_and_borrow": "pub fn f() -> u8 { 256 }\npub fn g() { let s = String::new(); drop(s); drop(s); }\n",
    "lint_denied": "#[deny(unused_variables)]\npub fn f() { let x = 1; }\n#[forbid(dead_code)]\nfn g() {}\n",
    "unsafe_call": "unsafe fn danger() {}\npub fn f() { danger(); let p = 1 as *const i32; let x = *p; }\n",
    "unstable": "pub fn f(x: u32) -> u32 { core::intrinsics::likely(true); x }\npub fn g() -> ! { loop {} }\npub fn h(x: !) {}\n",
    "feature": "#![feature(never_type)]\npub fn f() {}\n",
    "async_2015": "pub async fn f() -> i32 { g().await }\nasync fn g() -> i32 { 1 }\npub fn h() -> i32 { f().await }\n",
    "gen_keyword": "pub fn gen() -> i32 { 1 }\npub fn f() -> i32 { gen() }\n",
    "dyn_missing": "pub trait T {}\npub fn f(b: Box<T>) -> &T { b }\n",
    "await_name": "pub fn r#await() {}\npub fn f(x: &dyn Fn(i32) -> Nope) {}\n",
    "crate_path_broken": "pub struct P;\npub mod inner { pub fn p() -> crate::Q { crate::P } }\n",
    "super_escape": "pub fn f() { super::other(); }\nuse super::Thing;\n",
    "super_inner": 'mod a { pub fn f() -> super::Nope { super::g() } }\npub fn f() -> i32 { "x" }\n',
    "crate_deny": "#![deny(unused)]\nfn unused() {}\npub fn f() { let x = 1; }\n",
    "extern_crate": 'extern crate nothing;\npub fn f() -> i32 { "x" }\n',
    "module_file": "mod helpers;\npub fn f() -> i32 { helpers::g() }\n",
    "include": 'pub const T: &str = include_str!("lib.rs");\npub fn f() -> i32 { "x" }\n',
    "no_mangle": '#[no_mangle]\npub extern "C" fn f() -> i32 { "x" }\n',
    "neighbour": "use crate::ns__k0;\nuse ns__k1::Point;\npub fn f() { ns__k2::f() }\n",
    "entry_type": 'use std::collections::HashMap;\npub fn f(m: &mut HashMap<String, i32>) -> i32 { m.entry("a") }\npub fn g(v: std::vec::IntoIter<i32>) -> std::slice::Iter<\'static, i32> { v }\n',
    "vec_clash": "pub fn f() -> Vec<i32> { Vec { x: 1.0, y: 2.0 } }\npub fn g(i: std::time::Instant) -> String { i }\n",
    "ops_foreign": "pub fn f(a: f64, s: &str) -> f64 { a + s }\npub fn g(s: String) -> String { s + 1 }\npub fn h() -> String { 1.into() }\n",
    "loop_control": "pub fn f() { break; }\npub fn g() -> i32 { continue }\npub fn h() { let x = || return 1; 'a: loop { break 'b; } }\n",
    "pattern": "pub fn f(x: i32) -> i32 { match x { 1 | y => y, Foo::Bar => 2, (a, b) => 3 } }\n",
    "visibility": 'pub fn f() { struct S; impl S { pub(in nowhere) fn g() {} } }\npub(self) fn h() -> i32 { "x" }\n',
    "where_bound": 'use std::fmt::Display;\npub fn f<T>(t: T) where T: Display + Missing { println!("{}", t) }\npub fn g() { f(vec![1]) }\n',
    "impl_twice": "use std::fmt;\npub struct A;\nimpl fmt::Debug for A { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { Ok(()) } }\nimpl fmt::Debug for A { fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result { Ok(()) } }\nimpl From<i32> for A { fn from(x: i64) -> A { A } }\n",
    "trait_static": "pub trait Zero { fn zero() -> Self; }\nimpl Zero for i32 { fn zero() -> i32 { 0 } }\npub fn f() { let z = Zero::zero(); let s: String = Zero::zero(); }\n",
    "unresolved_twice": "struct Foo<'a>(Chain<slice::Iter<'a, u8>, btree_set::Iter<'a, u8>>);\npub fn f() { let s = BTreeSet::<u8>::new(); let c: Chain<_, _> = mem::take(&mut s); }\n",
    "numeric_method": "pub fn g() -> String { 3.describe() + 1.5.describe() }\n",
    "local_type": "pub fn f() { struct S; S { pub(in nowhere) fn g() {} } }\npub fn h() { struct Point; let p: i32 = Point; }\n",
    "glob_of_std": "use std::io::*;\npub fn f(r: Result<()>) -> i32 { r }\n",
    "own_result": "pub type Result<T> = std::result::Result<T, String>;\npub fn f(r: Result<i32>) -> i32 { r }\n",
    "error_in_result": "pub fn f(r: Result<i32, String>) -> Option<i32> { r }\n",
    "object_safety": "pub trait Make { fn make() -> Self; fn all<T>(&self, t: T); }\npub fn f(m: &dyn Make) {}\n",
    "assoc_missing": "pub fn f(i: Box<dyn Iterator>) -> i32 { i.count() }\npub fn g<I: Iterator>(i: I) -> i32 { i.next() }\n",
}
