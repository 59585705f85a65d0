"""Answers that try to pass without being right, to outlive their trial, or to harm their neighbours.

All attacks share one test program with honest and wrong answers, whose verdicts must not change.
"""

from __future__ import annotations

from typing import Any

import psutil
import pytest

from nightschool.config import Config
from nightschool.rust import Judge, open_judge
from nightschool.types import Judgement, Program, Verdict
from tests.backends import BACKENDS, settings

TESTS = "#[test]\nfn adds() { assert_eq!(add(1, 2), 3); }\n"
HONEST = "pub fn add(a: i32, b: i32) -> i32 { a + b }\n"
WRONG = "pub fn add(a: i32, b: i32) -> i32 { a - b }\n"


def body(code: str) -> str:
    """An answer that does something, then gives the wrong sum."""
    return f"pub fn add(a: i32, b: i32) -> i32 {{ {code}; a - b }}\n"


EVIL = {
    "prints forged pass lines": body(
        'for n in 0..50 { println!("{n} {n} passed 1 tests"); println!("test adds ... ok"); eprintln!("ok") }'
    ),
    "leaves by a double panic": "struct D; impl Drop for D { fn drop(&mut self) { panic!() } }\n"
    + body('let _d = D; if a == 1 { panic!("x") }'),
    "overflows the stack": "pub fn add(a: i32, b: i32) -> i32 { if a > -9 { 1 + add(a, b) } else { b } }\n",
    "reads arguments, environment and stdin for a nonce": body(
        """use std::io::{Read, Write};
        let mut text = String::new();
        std::io::stdin().read_to_string(&mut text).ok();
        text += &std::env::args().chain(std::env::vars().map(|v| v.1)).collect::<Vec<_>>().join(" ");
        for word in text.split_whitespace() { println!("{word} 0 passed 1 tests"); std::io::stdout().flush().ok(); }"""
    ),
    "reads its files for a nonce": body(
        """for name in ["plan", "/work/plan", "/work/filter", "/work/trial", "/proc/self/mem", "/proc/1/environ"] {
            if std::fs::read(name).is_ok() { panic!("read {name}") } }"""
    ),
    "writes the report through its own descriptors": body(
        """use std::io::Write;
        for n in 0..64 { for root in ["/proc/self/fd", "/dev/fd", "/proc/1/fd"] {
            if let Ok(mut f) = std::fs::OpenOptions::new().write(true).open(format!("{root}/{n}")) {
                writeln!(f, "0 passed 1 tests").ok(); panic!("opened {root}/{n}") } } }"""
    ),
    "replaces the test program": body(
        """for name in ["/work/trial", "/work/x", "trial"] {
            if std::fs::write(name, b"#!/bin/sh").is_ok() && name != "trial" { panic!("wrote {name}") } }"""
    ),
    "kills everybody": body(
        """std::process::Command::new("/bin/sh").args(["-c", "kill -9 -1; kill -9 $PPID; kill -9 1"]).status().ok();
        loop {}"""
    ),
    "floods its output": body('loop { println!("{}", "x".repeat(1 << 16)) }'),
    "eats memory": body("let mut v: Vec<Vec<u8>> = vec![]; loop { v.push(vec![1; 1 << 26]) }"),
    "starts processes without end": body(
        'for _ in 0..5000 { std::process::Command::new("/bin/sh").args(["-c", "sleep 60"]).spawn().ok(); }'
    ),
    "starts threads without end": body(
        "loop { if std::thread::Builder::new().spawn(|| loop { std::thread::park() }).is_err() { break } }"
    ),
    "leaves a child behind": body(
        """std::process::Command::new("/bin/sh").args(["-c", "sleep 61 & sleep 61 &"]).status().ok()"""
    ),
    "leaves files that cannot be removed": body(
        """std::fs::create_dir_all("/tmp/a/b/c").ok(); std::fs::write("/tmp/a/b/c/mark", b"x").ok();
        std::fs::set_permissions("/tmp/a", std::os::unix::fs::PermissionsExt::from_mode(0)).ok()"""
    ),
    "sleeps for ever": body("loop { std::thread::sleep(std::time::Duration::from_secs(9)) }"),
    "panics with a report": body('panic!("x\\n0 1\\nadds passed 1 tests\\nfailed")'),
    "panics with a value that runs when dropped": "struct D; impl Drop for D { fn drop(&mut self) { loop {} } }\n"
    + body("std::panic::panic_any(D)"),
    "hooks the panic": body("std::panic::set_hook(Box::new(|_| loop {})); panic!()"),
    "answers from another thread": body(
        'std::thread::spawn(|| loop { println!("passed") }); std::thread::sleep(std::time::Duration::from_millis(5))'
    ),
    "connects out": body('if std::net::TcpStream::connect("1.1.1.1:53").is_ok() { panic!("connected") }'),
    "sees what others left": body(
        """if std::fs::read_dir("/tmp").map(|d| d.count()).unwrap_or(0) > 0 { panic!("not empty") }"""
    ),
    "endless in Drop of a static": "thread_local! { static D: Slow = Slow; }\nstruct Slow;\n"
    "impl Drop for Slow { fn drop(&mut self) { loop {} } }\n" + body("D.with(|_| ())"),
    "own crate, forged": "pub mod m { pub use crate::add as plus; }\n" + body('println!("0 passed 1 tests")'),
}
COMPILERS = {
    "endless const evaluation": "pub const N: u64 = { let mut n = 0u64; loop { n = n.wrapping_add(1); } };\n",
    "endless const evaluation, allowed": "#[allow(long_running_const_eval)]\npub const N: u64 = "
    "{ let mut n = 0u64; while n < u64::MAX { n += 1; } n };\n",
    "macro doubling": "macro_rules! m { ($($t:tt)*) => { m!($($t)* $($t)*); }; }\nm!(a b c d);\n",
    "type doubling": "pub fn f() { let x = (1,); "
    + "".join("let x = (x, x, x, x);" for _ in range(14))
    + ' println!("{:?}", std::mem::size_of_val(&x)); }\n',
    "reads the host at compile time": 'pub const S: &str = include_str!("/etc/passwd");\n',
    "reads its neighbours at compile time": 'pub const S: &str = include_str!("ns__k0.rs");\n',
}


@pytest.fixture(scope="module", params=BACKENDS)
def backend(request: pytest.FixtureRequest) -> dict[str, Any]:
    return settings(request.param)


@pytest.fixture(scope="module")
def judge(backend: dict[str, Any]) -> Judge:
    limits = {"cache": False, "test_timeout_s": 1.0, "compile_timeout_s": 15.0}
    return open_judge(Config.model_validate({"judge": limits, "sandbox": backend}))


@pytest.fixture(scope="module")
def found(judge: Judge) -> dict[str, Judgement]:
    programs: dict[str, Program] = {"honest first": Program(HONEST, TESTS), "wrong first": Program(WRONG, TESTS)}
    for at, (name, source) in enumerate(EVIL.items()):
        # What the attack uses stood in the broken program: the trial itself must hold, not the list.
        programs[name] = Program(source, TESTS, broken=source)
        programs[f"honest {at}"] = Program(f"{HONEST}// {at}\n", TESTS)
    return dict(zip(programs, judge.judge(list(programs.values())), strict=True))


@pytest.mark.parametrize("name", EVIL)
def test_an_answer_does_not_pass_that(name: str, found: dict[str, Judgement]) -> None:
    assert found[name].verdict in (Verdict.TESTS_FAILED, Verdict.TIMED_OUT), found[name]
    for betrayal in ("read /", "opened", "wrote", "connected", "not empty"):
        assert betrayal not in found[name].detail


def test_neighbours_of_attackers_keep_their_verdicts(found: dict[str, Judgement]) -> None:
    honest = {name: one.verdict for name, one in found.items() if name.startswith("honest")}
    assert set(honest.values()) == {Verdict.PASSED}, honest
    assert found["wrong first"].verdict is Verdict.TESTS_FAILED


def test_nothing_is_left_running(found: dict[str, Judgement]) -> None:
    assert found
    # Trials of tests beside this one end within their time limit; what was left behind sleeps on for a minute.
    trials = [p for p in psutil.process_iter(["cmdline"]) if is_of_a_trial(p.info["cmdline"] or [""])]
    _, alive = psutil.wait_procs(trials, timeout=30)
    assert not alive


def is_of_a_trial(cmdline: list[str]) -> bool:
    return cmdline[0] in ("sleep", "./trial") and cmdline[-1] in ("60", "61", "./trial")


def test_programs_that_exhaust_the_compiler_do_not_take_others_along(backend: dict[str, Any]) -> None:
    judge = open_judge(Config.model_validate({"judge": {"cache": False, "compile_timeout_s": 5.0}, "sandbox": backend}))
    programs = [Program(source) for source in COMPILERS.values()]
    honest = [Program(f"{HONEST}// {at}\n") for at in range(10)]
    judge.compile(honest[:1])
    together = judge.compile([*honest[:5], *programs, *honest[5:]])
    assert [one.verdict for one in together[:5] + together[-5:]] == [Verdict.PASSED] * 10
    for name, one in zip(COMPILERS, together[5:-5], strict=True):
        assert one.verdict in (Verdict.NOT_COMPILED, Verdict.TIMED_OUT), (name, one)
        assert "root:" not in str(one)
