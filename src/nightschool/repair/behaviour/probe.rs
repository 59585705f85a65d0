// The trusted part of an observing program, a child of the judge's harness, whose walls it uses.
//
// It forks one process per candidate, which calls the candidate's functions one after the other and reports each
// result through a pipe, behind a nonce drawn just before the fork. A call that takes too much processor time, waits
// for ever or ends the process is reported by the parent, and a new process goes on after it. Every candidate is
// observed several times; what differs between the times is named.

use super::*;
use std::cell::{Cell, RefCell};
use std::io::Write;

const LATE: c_int = 117;
const CALL_US: i64 = 50_000;
const PROCESS_US: i64 = 400_000;
const STOPPED: &str = "stopped";
const STALL: Duration = Duration::from_millis(500);
const DEATHS_OF_ENTRY: usize = 2;
const DEATHS: usize = 8;
const SHOWN: usize = 600;
const PRINTED: usize = 2000;
const MOST: usize = 1 << 20;

/// One function of a driver and the inputs it is called with.
pub struct Entry {
    pub call: fn(&[u8]),
    pub inputs: &'static [&'static [u8]],
}

/// A candidate's driver.
pub struct Probe {
    pub entries: &'static [Entry],
    pub runs: usize,
}

#[repr(C)]
struct Timer {
    interval: [i64; 2],
    value: [i64; 2],
}

unsafe extern "C" {
    fn setitimer(which: c_int, new: *const Timer, old: *mut Timer) -> c_int;
    fn clock_gettime(clock: c_int, time: *mut i64) -> c_int;
    fn signal(number: c_int, handler: extern "C" fn(c_int)) -> usize;
    fn lseek(fd: c_int, offset: i64, whence: c_int) -> i64;
    fn ftruncate(fd: c_int, length: i64) -> c_int;
    fn unlink(path: *const c_char) -> c_int;
}

type Place = (usize, usize);

/// Observe every candidate and print one line per call, and one for each candidate that was seen to its end.
pub fn main(probes: &[&Probe]) {
    let plan = read_plan();
    unsafe { prctl(4, 0 as c_ulong) };
    if plan.isolated && unsafe { unshare(NEW_USER) } != 0 {
        println!("{} - no_namespaces {}", plan.nonce, std::io::Error::last_os_error());
        return;
    }
    for (index, probe) in probes.iter().enumerate() {
        if plan.only.is_none_or(|only| only == index) {
            observe(&plan, index, probe);
        }
    }
}

fn observe(plan: &Plan, index: usize, probe: &Probe) {
    let first = once(plan, probe);
    for line in &first {
        println!("{} {index} {line}", plan.nonce);
    }
    // What died or took long in one run does so again: one more tells enough.
    let slow = first.iter().any(|line| line == STOPPED || ["late", "stuck", "died"].iter().any(|how| line.contains(how)));
    for _ in 1..if slow { 2 } else { probe.runs } {
        let again = once(plan, probe);
        let differing = first.iter().filter(|line| !again.contains(line)).chain(again.iter().filter(|line| !first.contains(line)));
        for line in differing.filter(|line| *line != STOPPED) {
            let place: Vec<&str> = line.splitn(4, ' ').take(3).collect();
            println!("{} {index} {} varies", plan.nonce, place.join(" "));
        }
    }
    println!("{} {index} end", plan.nonce);
}

/// What one pass over all calls says: `entry input step kind text`.
fn once(plan: &Plan, probe: &Probe) -> Vec<String> {
    let (mut lines, mut deaths, mut from) = (Vec::new(), vec![0; probe.entries.len()], (0, 0));
    loop {
        let (report, nonce, status) = forked(plan, probe, from);
        let mut at = None;
        let mut step = 0;
        for line in report.lines().filter_map(|line| line.strip_prefix(&format!("{nonce} "))) {
            if line == "done" {
                return lines;
            }
            if line == STOPPED {
                lines.push(line.to_string());
                return lines;
            }
            if let Some(place) = line.strip_prefix("begin ").and_then(read_place) {
                (at, step) = (Some(place), 0);
            } else {
                step += 1;
                lines.push(line.to_string());
            }
        }
        let Some((entry, input)) = at else { return lines };
        let how = match status {
            None => "stuck".to_string(),
            Some(status) if status & 0x7f == 0 && status >> 8 == LATE => "late".to_string(),
            Some(status) if status & 0x7f == 0 => format!("left {}", status >> 8),
            Some(status) => format!("died {}", status & 0x7f),
        };
        lines.push(format!("{entry} {input} {step} {how}"));
        deaths[entry] += if how == "stuck" { DEATHS_OF_ENTRY } else { 1 };
        if deaths.iter().sum::<usize>() >= DEATHS {
            return lines;
        }
        from = if deaths[entry] >= DEATHS_OF_ENTRY { (entry + 1, 0) } else { (entry, input + 1) };
    }
}

fn read_place(words: &str) -> Option<Place> {
    let (entry, input) = words.split_once(' ')?;
    Some((entry.parse().ok()?, input.parse().ok()?))
}

/// The report of a process that makes the calls from a place on, and how it ended; None if it waited for ever.
fn forked(plan: &Plan, probe: &Probe, from: Place) -> (String, String, Option<c_int>) {
    let mut nonce = [0u8; 8];
    let mut fds = [0 as c_int; 2];
    unsafe {
        assert_eq!(getrandom(nonce.as_mut_ptr().cast(), 8, 0), 8);
        assert_eq!(pipe(fds.as_mut_ptr()), 0);
    }
    let nonce = nonce.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let pid = unsafe { if plan.isolated { fork_walled() } else { fork() } };
    if pid < 0 {
        return (String::new(), nonce, None);
    }
    if pid == 0 {
        unsafe { close(fds[0]) };
        child_probe(plan, fds[1], nonce, probe, from);
    }
    unsafe { close(fds[1]) };
    let (report, in_time) = listen_calls(fds[0]);
    let status = end(plan, pid, fds[0]);
    if plan.isolated && !swept(Path::new("/tmp")) {
        std::process::exit(1);
    }
    (report, nonce, in_time.then_some(status))
}

fn listen_calls(fd: c_int) -> (String, bool) {
    let mut report = Vec::new();
    let mut chunk = [0u8; 16384];
    loop {
        let mut wait = PollFd { fd, events: 1, revents: 0 };
        if unsafe { poll(&mut wait, 1, STALL.as_millis() as c_int) } == 0 {
            return (String::from_utf8_lossy(&report).into_owned(), false);
        }
        let size = unsafe { read(fd, chunk.as_mut_ptr().cast(), chunk.len()) };
        if size <= 0 || report.len() > MOST {
            return (String::from_utf8_lossy(&report).into_owned(), true);
        }
        report.extend_from_slice(&chunk[..size as usize]);
    }
}

thread_local! {
    static NONCE: RefCell<String> = const { RefCell::new(String::new()) };
    static PLACE: Cell<(usize, usize, usize)> = const { Cell::new((0, 0, 0)) };
    static NOTES: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

fn child_probe(plan: &Plan, fd: c_int, nonce: String, probe: &Probe, from: Place) -> ! {
    unsafe {
        let null = open(text("/dev/null").as_ptr(), 2);
        for standard in 0..3 {
            dup2(null, standard);
        }
        dup2(fd, REPORT_FD);
        syscall(436, 4 as c_long, u32::MAX as c_long, 0 as c_long);
        fcntl(REPORT_FD, 2, 1);
        setpgid(0, 0);
        if plan.isolated && wall_in(&plan.filter).is_err() {
            _exit(1);
        }
        take_output();
        set_limits(plan);
        signal(27, too_late);
    }
    std::panic::set_hook(Box::new(|_| {}));
    NONCE.with(|cell| *cell.borrow_mut() = nonce);
    for (number, entry) in probe.entries.iter().enumerate().skip(from.0) {
        let skipped = if number == from.0 { from.1 } else { 0 };
        for (input, values) in entry.inputs.iter().enumerate().skip(skipped) {
            if processor_us() > PROCESS_US {
                report(STOPPED);
                unsafe { _exit(0) }
            }
            PLACE.set((number, input, 0));
            report(&format!("begin {number} {input}"));
            (entry.call)(values);
        }
    }
    report("done");
    unsafe { _exit(0) }
}

fn processor_us() -> i64 {
    let mut time = [0i64; 2];
    unsafe { clock_gettime(2, time.as_mut_ptr()) };
    time[0] * 1_000_000 + time[1] / 1000
}

extern "C" fn too_late(_: c_int) {
    unsafe { _exit(LATE) }
}

/// Standard output goes to a file that has no name.
unsafe fn take_output() {
    let path = text("/tmp/ns__output");
    let file = syscall(if cfg!(target_arch = "x86_64") { 2 } else { -1 }, path.as_ptr(), 0o102 as c_long, 0o600 as c_long);
    if file >= 0 {
        unlink(path.as_ptr());
        dup2(file as c_int, 1);
        close(file as c_int);
    }
}

fn report(line: &str) {
    NONCE.with(|nonce| say(&format!("{} {line}", nonce.borrow())));
}

fn timer(us: i64) {
    let timer = Timer { interval: [0, 0], value: [0, us] };
    unsafe { setitimer(2, &timer, std::ptr::null_mut()) };
}

/// Make one call and report what came of it; false if it panicked.
pub fn ns__step(call: impl FnOnce() -> String) -> bool {
    let (entry, input, step) = PLACE.get();
    PLACE.set((entry, input, step + 1));
    NOTES.with(|notes| notes.borrow_mut().clear());
    timer(CALL_US);
    let outcome = catch_unwind(AssertUnwindSafe(call));
    let printed = printed();
    timer(0);
    let notes = NOTES.with(|notes| notes.borrow().join("; "));
    let (kind, mut said) = match outcome {
        Ok(value) => ("value", value),
        Err(payload) => ("panic", message(payload)),
    };
    if !notes.is_empty() {
        said = format!("{said}, given {notes}");
    }
    if !printed.is_empty() {
        said = format!("{said}, printed {printed:?}");
    }
    report(&format!("{entry} {input} {step} {kind} {}", line_of(&said)));
    kind == "value"
}

/// Make the object of a sequence; a panic is reported as the first call's.
pub fn ns__made<T>(make: impl FnOnce() -> T) -> Option<T> {
    timer(CALL_US);
    let made = catch_unwind(AssertUnwindSafe(make));
    timer(0);
    if made.is_err() {
        ns__step(|| panic!("while the object was made"));
    }
    made.ok()
}

fn message(payload: Box<dyn Any + Send>) -> String {
    let said = match (payload.downcast_ref::<&str>(), payload.downcast_ref::<String>()) {
        (Some(text), _) => text.to_string(),
        (_, Some(text)) => text.clone(),
        _ => String::new(),
    };
    std::mem::forget(payload);
    said
}

fn printed() -> String {
    let _ = std::io::stdout().flush();
    unsafe {
        let size = lseek(1, 0, 1);
        if size <= 0 {
            return String::new();
        }
        let mut data = vec![0u8; (size as usize).min(PRINTED)];
        lseek(1, 0, 0);
        let got = read(1, data.as_mut_ptr().cast(), data.len()).max(0);
        data.truncate(got as usize);
        ftruncate(1, 0);
        lseek(1, 0, 0);
        String::from_utf8_lossy(&data).into_owned()
    }
}

/// On one line, and not without end.
fn line_of(said: &str) -> String {
    let flat = said.replace('\\', "\\\\").replace('\n', "\\n").replace('\r', "\\r");
    if flat.len() <= SHOWN {
        return flat;
    }
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in flat.bytes() {
        hash = (hash ^ byte as u64).wrapping_mul(0x0100_0000_01b3);
    }
    let cut: String = flat.chars().take(SHOWN / 4).collect();
    format!("{cut}... ({} bytes, {hash:016x})", flat.len())
}

pub fn ns__noted(said: String) {
    NOTES.with(|notes| notes.borrow_mut().push(said));
}
