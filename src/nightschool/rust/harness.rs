// The trusted part of a test program: starts one process per koan and believes only what the harness says.
//
// The process that starts here never runs a line of the answers. For each koan it forks a child into process,
// mount and IPC namespaces of its own, without /proc and with an empty /tmp, and reads the child's report from
// a pipe. The child makes the report after the last test has ended, with a nonce that was drawn
// just before the fork: leaving early (`process::exit(0)`), dying, or printing anything proves nothing.
// Safe Rust can reach neither the pipe (no /proc, no /dev/fd) nor the harness's memory. Unsafe code could;
// the judge forbids it.
#![allow(dead_code)]

use std::any::Any;
use std::ffi::{c_char, c_int, c_long, c_ulong, c_void, CString};
use std::fmt::Debug;
use std::os::unix::fs::PermissionsExt;
use std::panic::{catch_unwind, AssertUnwindSafe};
use std::path::Path;
use std::time::{Duration, Instant};

pub type Check = Result<(), String>;

/// One test: its name, what it is expected to do, and the call.
pub struct Test {
    pub name: &'static str,
    pub panics: Option<&'static str>,
    pub run: fn() -> Check,
}

/// What a test function may return.
pub trait Outcome {
    fn check(self) -> Check;
}

impl Outcome for () {
    fn check(self) -> Check {
        Ok(())
    }
}

impl<T: Outcome, E: Debug> Outcome for Result<T, E> {
    fn check(self) -> Check {
        match self {
            Ok(value) => value.check(),
            Err(error) => Err(format!("returned Err({error:?})")),
        }
    }
}

#[repr(C)]
struct PollFd {
    fd: c_int,
    events: i16,
    revents: i16,
}

#[repr(C)]
struct Limit {
    soft: c_ulong,
    hard: c_ulong,
}

#[repr(C)]
struct Filter {
    count: u16,
    rules: *const c_void,
}

#[repr(C)]
struct CapHeader {
    version: u32,
    pid: c_int,
}

unsafe extern "C" {
    fn fork() -> c_int;
    fn _exit(code: c_int) -> !;
    fn pipe(fds: *mut c_int) -> c_int;
    fn read(fd: c_int, data: *mut c_void, size: usize) -> isize;
    fn write(fd: c_int, data: *const c_void, size: usize) -> isize;
    fn open(path: *const c_char, flags: c_int) -> c_int;
    fn close(fd: c_int) -> c_int;
    fn dup2(old: c_int, new: c_int) -> c_int;
    fn fcntl(fd: c_int, command: c_int, argument: c_int) -> c_int;
    fn poll(fds: *mut PollFd, count: c_ulong, timeout_ms: c_int) -> c_int;
    fn waitpid(pid: c_int, status: *mut c_int, options: c_int) -> c_int;
    fn kill(pid: c_int, signal: c_int) -> c_int;
    fn setpgid(pid: c_int, group: c_int) -> c_int;
    fn unshare(flags: c_int) -> c_int;
    fn syscall(number: c_long, ...) -> c_long;
    fn mount(from: *const c_char, to: *const c_char, kind: *const c_char, flags: c_ulong, data: *const c_void) -> c_int;
    fn chdir(path: *const c_char) -> c_int;
    fn prctl(option: c_int, ...) -> c_int;
    fn setrlimit(resource: c_int, limit: *const Limit) -> c_int;
    fn getrandom(data: *mut c_void, size: usize, flags: u32) -> isize;
}

const NEW_NS: c_int = 0x0002_0000;
const NEW_IPC: c_int = 0x0800_0000;
const NEW_USER: c_int = 0x1000_0000;
const NEW_PID: c_int = 0x2000_0000;
const CLONE: c_long = if cfg!(target_arch = "x86_64") { 56 } else { 220 };
const CAPSET: c_long = if cfg!(target_arch = "x86_64") { 126 } else { 91 };
const SIGKILL: c_int = 9;
const REPORT_FD: c_int = 3;
const REPORT_LIMIT: usize = 64 * 1024;

/// What the judge asked for on the command line.
struct Plan {
    nonce: String,
    wall: Duration,
    cpu_s: u64,
    memory_mb: u64,
    isolated: bool,
    only: Option<usize>,
    filter: Vec<u8>,
}

/// Run every koan's tests and print one line per koan: nonce, index, verdict, detail.
pub fn main(koans: &[&[Test]]) {
    let plan = read_plan();
    unsafe { prctl(4, 0 as c_ulong) }; // not dumpable: no other process may look into this one
    // The right to make namespaces, for this process only: a child gives it up before it runs an answer.
    if plan.isolated && unsafe { unshare(NEW_USER) } != 0 {
        println!("{} - no_namespaces {}", plan.nonce, std::io::Error::last_os_error());
        return;
    }
    for (index, tests) in koans.iter().enumerate() {
        if plan.only.is_none_or(|only| only == index) {
            println!("{} {index} started", plan.nonce);
            let (verdict, detail) = judge(&plan, tests);
            println!("{} {index} {verdict} {}", plan.nonce, detail.replace('\n', " "));
        }
    }
    println!("{} - end", plan.nonce);
}

fn read_plan() -> Plan {
    // As process 1 of a runner's sandbox it may read what only it can see; both files go before any answer runs.
    let text = std::fs::read_to_string("plan").expect("the judge writes a plan");
    let _ = std::fs::remove_file("plan");
    let words: Vec<&str> = text.split_whitespace().collect();
    let number = |at: usize| words[at].parse::<u64>().expect("a number");
    Plan {
        nonce: words[0].to_string(),
        wall: Duration::from_millis(number(1)),
        cpu_s: number(2),
        memory_mb: number(3),
        isolated: words[4] == "walled",
        only: words[5].parse().ok(),
        filter: std::fs::read("filter").unwrap_or_default(),
    }
}

/// As `fork`, into new process, mount and IPC namespaces, in which the child is process 1.
unsafe fn fork_walled() -> c_int {
    const CHILD_ENDS: c_int = 17;
    syscall(CLONE, (NEW_PID | NEW_NS | NEW_IPC | CHILD_ENDS) as c_long, 0 as c_long, 0 as c_long, 0 as c_long, 0 as c_long)
        as c_int
}

/// Remove what a koan left in the folder; false if something stays.
fn swept(folder: &Path) -> bool {
    let Ok(entries) = std::fs::read_dir(folder) else { return false };
    entries.flatten().all(|entry| {
        let path = entry.path();
        if !entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            return std::fs::remove_file(path).is_ok();
        }
        let open = std::fs::Permissions::from_mode(0o700);
        std::fs::set_permissions(&path, open).is_ok() && swept(&path) && std::fs::remove_dir(path).is_ok()
    })
}

fn judge(plan: &Plan, tests: &[Test]) -> (&'static str, String) {
    if tests.is_empty() {
        return ("failed", "there are no tests".to_string());
    }
    let mut nonce = [0u8; 16];
    let mut fds = [0 as c_int; 2];
    unsafe {
        assert_eq!(getrandom(nonce.as_mut_ptr().cast(), 16, 0), 16);
        assert_eq!(pipe(fds.as_mut_ptr()), 0);
    }
    let nonce = nonce.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let start = Instant::now();
    let pid = unsafe { if plan.isolated { fork_walled() } else { fork() } };
    if pid < 0 {
        return ("broken", format!("no process: {}", std::io::Error::last_os_error()));
    }
    if pid == 0 {
        unsafe { close(fds[0]) };
        child(plan, fds[1], nonce, tests);
    }
    unsafe { close(fds[1]) };
    let (report, in_time) = listen(fds[0], start + plan.wall);
    let status = end(plan, pid, fds[0]);
    if plan.isolated && !swept(Path::new("/tmp")) {
        println!("{} - not_swept", plan.nonce);
        std::process::exit(1); // the judge gives the koans that are left a sandbox each
    }
    conclude(&report, &nonce, tests.len(), in_time, status)
}

/// Everything the child says until its end or the deadline.
fn listen(fd: c_int, deadline: Instant) -> (String, bool) {
    let mut report = Vec::new();
    let mut chunk = [0u8; 4096];
    loop {
        let left = deadline.saturating_duration_since(Instant::now());
        let mut wait = PollFd { fd, events: 1, revents: 0 };
        let ready = unsafe { poll(&mut wait, 1, left.as_millis() as c_int) };
        if ready == 0 && left.as_millis() == 0 {
            return (String::from_utf8_lossy(&report).into_owned(), false);
        }
        let size = if ready > 0 { unsafe { read(fd, chunk.as_mut_ptr().cast(), chunk.len()) } } else { continue };
        if size <= 0 || report.len() > REPORT_LIMIT {
            return (String::from_utf8_lossy(&report).into_owned(), true);
        }
        report.extend_from_slice(&chunk[..size as usize]);
    }
}

/// Kill whatever is left of the child and its descendants; its exit status.
fn end(plan: &Plan, pid: c_int, fd: c_int) -> c_int {
    let mut status = 0;
    unsafe {
        close(fd);
        if !plan.isolated {
            kill(-pid, SIGKILL);
        }
        // The child closes its pipe only by ending; in a namespace its death ends all the others.
        kill(pid, SIGKILL);
        waitpid(pid, &mut status, 0);
    }
    status
}

fn conclude(report: &str, nonce: &str, tests: usize, in_time: bool, status: c_int) -> (&'static str, String) {
    let mut failed = report.lines().filter_map(|line| line.strip_prefix("failed "));
    if let Some(line) = report.lines().find_map(|line| line.strip_prefix("setup ")) {
        return ("broken", line.to_string());
    }
    if let Some(first) = failed.next() {
        return ("failed", first.to_string());
    }
    if report.lines().any(|line| line == format!("{nonce} {tests}")) {
        return ("passed", format!("{tests} tests"));
    }
    let running = report.lines().filter_map(|line| line.strip_prefix("begin ")).last().unwrap_or("the first test");
    if !in_time || status & 0x7f == 24 {
        return ("timed_out", format!("in {running}"));
    }
    ("failed", format!("{running}: the process ended before its tests did (status {status:#x})"))
}

fn child(plan: &Plan, fd: c_int, nonce: String, tests: &[Test]) -> ! {
    unsafe {
        let null = open(text("/dev/null").as_ptr(), 2);
        for standard in 0..3 {
            dup2(null, standard);
        }
        dup2(fd, REPORT_FD);
        syscall(436, 4 as c_long, u32::MAX as c_long, 0 as c_long); // close_range: keep nothing else
        fcntl(REPORT_FD, 2, 1);
        setpgid(0, 0);
        if plan.isolated {
            if let Err(what) = wall_in(&plan.filter) {
                say(&format!("setup {what}: {}", std::io::Error::last_os_error()));
                _exit(1);
            }
        }
        set_limits(plan);
    }
    run_tests(tests);
    say(&format!("{nonce} {}", tests.len()));
    unsafe { _exit(0) }
}

/// Nothing of the test program to see, no capabilities, and only the system calls that every program in the
/// sandbox has.
unsafe fn wall_in(filter: &[u8]) -> Result<(), &'static str> {
    let (kind, room) = (text("tmpfs"), text("size=4k,mode=555"));
    if mount(kind.as_ptr(), text("/work").as_ptr(), kind.as_ptr(), 7, room.as_ptr().cast()) != 0 {
        return Err("/work not hidden");
    }
    chdir(text("/tmp").as_ptr());
    prctl(38, 1 as c_ulong, 0 as c_ulong, 0 as c_ulong, 0 as c_ulong); // no new privileges
    let header = CapHeader { version: 0x2008_0522, pid: 0 };
    let nothing = [0u32; 6];
    if syscall(CAPSET, &header as *const CapHeader, nothing.as_ptr()) != 0 {
        return Err("capabilities not dropped");
    }
    prctl(4, 0 as c_ulong);
    let program = Filter { count: (filter.len() / 8) as u16, rules: filter.as_ptr().cast() };
    if program.count > 0 && prctl(22, 2 as c_ulong, &program as *const Filter) != 0 {
        return Err("system calls not filtered");
    }
    Ok(())
}

unsafe fn set_limits(plan: &Plan) {
    let megabytes = |count: u64| count * 1024 * 1024;
    for (resource, most) in [
        (0, plan.cpu_s),
        (1, megabytes(16)),
        (4, 0),
        (7, 64),
        (9, megabytes(plan.memory_mb)),
    ] {
        setrlimit(resource, &Limit { soft: most as c_ulong, hard: most as c_ulong });
    }
}

fn run_tests(tests: &[Test]) {
    std::panic::set_hook(Box::new(|_| {}));
    for test in tests {
        say(&format!("begin {}", test.name));
        let outcome = match catch_unwind(AssertUnwindSafe(test.run)) {
            Ok(Ok(())) if test.panics.is_some() => Err("did not panic".to_string()),
            Ok(checked) => checked,
            Err(payload) => judge_panic(test.panics, payload),
        };
        if let Err(why) = outcome {
            say(&format!("failed {}: {}", test.name, why.replace('\n', " ").chars().take(300).collect::<String>()));
            unsafe { _exit(1) }
        }
    }
}

fn judge_panic(wanted: Option<&str>, payload: Box<dyn Any + Send>) -> Check {
    let text = match (payload.downcast_ref::<&str>(), payload.downcast_ref::<String>()) {
        (Some(text), _) => text.to_string(),
        (_, Some(text)) => text.clone(),
        _ => "a panic".to_string(),
    };
    std::mem::forget(payload); // dropping it would run the answer's code
    match wanted {
        Some(part) if text.contains(part) => Ok(()),
        _ => Err(text),
    }
}

fn text(words: &str) -> CString {
    CString::new(words).expect("no zero byte")
}

fn say(line: &str) {
    let line = format!("{line}\n");
    unsafe { write(REPORT_FD, line.as_ptr().cast(), line.len()) };
}
