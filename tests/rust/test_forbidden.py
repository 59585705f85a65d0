"""What an answer may not use, under whatever name, and what it may."""

from __future__ import annotations

import pytest

from nightschool.rust import find_forbidden

FORBIDDEN = {
    "unsafe block": ("fn f() { unsafe { g() } }", "`unsafe`"),
    "unsafe impl": ("unsafe impl Send for S {}", "`unsafe`"),
    "allow": ("#[allow(unused)]\nfn f() {}", "`#[allow]`"),
    "inner allow": ("#![allow(unused)]\nfn f() {}", "`#[allow]`"),
    "allow through cfg_attr": ("#[cfg_attr(all(), allow(x))] fn f() {}", "`#[cfg_attr]`"),
    "cfg test": ("#[cfg(test)] fn f() {}", "`#[cfg]`"),
    "cfg not test": ("#[cfg(not(test))] fn f() {}", "`#[cfg]`"),
    "cfg macro": ("fn f() -> bool { cfg!(test) }", "`cfg!`"),
    "include": ('include!("x.rs");', "`include`"),
    "include_str": ('const S: &str = include_str!("/etc/passwd");', "`include_str`"),
    "include_bytes renamed": ('use std::include_bytes as b; const S: &[u8] = b!("x");', "`include_bytes`"),
    "env": ('const S: &str = env!("HOME");', "`env!`"),
    "env by path": ('const S: &str = std::env!("HOME");', "`env!`"),
    "env renamed": ('use std::env as e; const S: &str = e!("HOME");', "`env!`"),
    "option_env": ('const S: Option<&str> = option_env!("HOME");', "`option_env`"),
    "todo": ("fn f() -> i32 { todo!() }", "`todo!`"),
    "todo with a space": ("fn f() -> i32 { todo ! () }", "`todo!`"),
    "todo renamed": ("use std::todo as later; fn f() -> i32 { later!() }", "`todo!`"),
    "todo in a group": ("use std::{todo as later}; fn f() -> i32 { later!() }", "`todo!`"),
    "unimplemented": ('fn f() -> i32 { core::unimplemented!("x") }', "`unimplemented!`"),
    "exit": ("fn f() { std::process::exit(0) }", "`process::exit`"),
    "abort": ("use std::process; fn f() { process::abort() }", "`process::abort`"),
    "exit renamed": ("use std::process::exit as e; fn f() { e(0) }", "`process::exit`"),
    "module renamed": ("use std::process::{self as p}; fn f() { p::exit(0) }", "`process::exit`"),
    "exit by glob": ("use std::process::*; fn f() { exit(0) }", "`process::exit`"),
    "exit by raw name": ("fn f() { std::r#process::r#exit(0) }", "`process::exit`"),
    "exit by macro": ("macro_rules! m { ($a:ident, $b:ident) => { std::$a::$b(0) } } fn f() { m!(process, exit) }",
                      "`process::exit`"),
    "asm": ('fn f() { core::arch::asm!("nop") }', "`asm`"),
    "link_section": ('#[link_section = ".init_array"] static F: fn() = f;', "`link_section`"),
    "no_mangle": ("#[no_mangle] pub fn malloc() {}", "`no_mangle`"),
    "edition 2024 no_mangle": ("#[unsafe(no_mangle)] pub fn malloc() {}", "`unsafe`"),
    "foreign code": ('extern "C" { fn getpid() -> i32; }', "`extern`"),
    "own assert_eq": ("macro_rules! assert_eq { ($($t:tt)*) => {} }", "a replacement for `assert_eq`"),
    "assert by alias": ("macro_rules! no { ($($t:tt)*) => {} } pub(crate) use no as assert;",
                        "a replacement for `assert`"),
    "assert by macro argument": ("macro_rules! d { ($n:ident) => { macro_rules! $n { () => {} } } } d!(assert_eq);",
                                 "a macro that defines macros"),
    "own std": ("pub mod std { pub mod collections {} }", "a replacement for `std`"),
    "the judge's names": ("fn f() { crate::ns__harness::main(&[]) }", "`ns__harness`, a name reserved for the judge"),
}  # fmt: skip
ALLOWED = {
    "comments": "// unsafe todo!() std::process::exit(0)\n/* #[allow(x)] /* unsafe */ */ fn f() {}",
    "strings": 'fn f() -> &\'static str { "unsafe { todo!() }" }\nfn g() -> &\'static str { r#"process::exit"# }',
    "the module env": "fn f() -> usize { std::env::args().count() }",
    "things called todo": "struct S { todo: Vec<u8> }\nfn f(s: S) -> usize { let todo = s.todo; todo.len() }",
    "expect": 'fn f(x: Option<u8>) -> u8 { x.expect("a value") }',
    "asserting": "fn f(x: u8) { assert!(x > 1); assert_eq!(x, 2); debug_assert!(true); }",
    "panics": 'fn f() { panic!("no") }\nfn g() { unreachable!() }',
    "own tests": "#[test]\nfn t() { assert!(true) }",
    "a function called process": "fn process(x: u8) -> u8 { x }",
    "a variable called exit": "fn f(exit: u8) -> u8 { exit }",
    "casts": "fn f(x: u8) -> u32 { x as u32 }",
    "unsafely": "fn unsafely() {}",
}


@pytest.mark.parametrize("name", FORBIDDEN)
def test_is_forbidden(name: str) -> None:
    source, construct = FORBIDDEN[name]
    assert find_forbidden(source, None) == construct
    assert find_forbidden(source, "fn f() {}") == construct


@pytest.mark.parametrize("name", FORBIDDEN)
def test_is_let_in_where_the_broken_program_had_it(name: str) -> None:
    source, _ = FORBIDDEN[name]
    assert find_forbidden(source, source) is None
    assert find_forbidden(f"{source}\nfn other() {{}}", source) is None


@pytest.mark.parametrize("name", ALLOWED)
def test_is_allowed(name: str) -> None:
    assert find_forbidden(ALLOWED[name], None) is None


def test_more_of_the_same_is_forbidden() -> None:
    once = "fn f() { unsafe { g() } }\n"
    assert find_forbidden(once + once, once) == "`unsafe`"
