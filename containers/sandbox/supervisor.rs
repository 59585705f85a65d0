//! Process 1 of a sandbox container: runs one command after another for the host and leaves no trace between.
//!
//! It speaks with `sandbox/worker.py` over stdin and stdout. A request is a length and a list of fields; each
//! answer is a letter, a length and bytes: `r` ready, `o` and `e` output, `k` a kept file, `x` the end, `b` what
//! broke. As process 1 it cannot be killed from inside, every orphan becomes its child, and `kill(-1)` ends all
//! others at once. It is not dumpable, so that programs of the same user can reach neither its memory nor its pipes.
//! When stdin ends (the host is gone) it ends, and the container with it.
//!
//! Not covered: per-process limits (the shell in argv sets them), the walls of the container (the engine's).

use std::collections::BTreeSet;
use std::ffi::{c_char, c_int, c_long, c_ulong, c_void, CString, OsString};
use std::fs;
use std::io::{self, Read, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::{Component, Path, PathBuf};
use std::time::{Duration, Instant};

#[repr(C)]
struct PollFd {
    fd: c_int,
    events: i16,
    revents: i16,
}

#[repr(C)]
struct Filter {
    count: u16,
    rules: *const c_void,
}

type Signals = [u64; 16];

unsafe extern "C" {
    fn _exit(code: c_int) -> !;
    fn chdir(path: *const c_char) -> c_int;
    fn dup2(old: c_int, new: c_int) -> c_int;
    fn execve(path: *const c_char, argv: *const *const c_char, environment: *const *const c_char) -> c_int;
    fn kill(pid: c_int, signal: c_int) -> c_int;
    fn mount(from: *const c_char, to: *const c_char, kind: *const c_char, flags: c_ulong, data: *const c_void) -> c_int;
    fn open(path: *const c_char, flags: c_int) -> c_int;
    fn close(fd: c_int) -> c_int;
    fn pipe2(fds: *mut c_int, flags: c_int) -> c_int;
    fn poll(fds: *mut PollFd, count: c_ulong, timeout_ms: c_int) -> c_int;
    fn prctl(option: c_int, ...) -> c_int;
    fn read(fd: c_int, data: *mut c_void, size: usize) -> isize;
    fn setsid() -> c_int;
    fn sigaddset(set: *mut Signals, signal: c_int) -> c_int;
    fn signal(number: c_int, handler: usize) -> usize;
    fn signalfd(fd: c_int, set: *const Signals, flags: c_int) -> c_int;
    fn sigprocmask(how: c_int, set: *const Signals, old: *mut Signals) -> c_int;
    fn syscall(number: c_long, ...) -> c_long;
    fn waitpid(pid: c_int, status: *mut c_int, options: c_int) -> c_int;
}

const VERSION: &[u8] = b"1";
const CLONE: c_long = if cfg!(target_arch = "x86_64") { 56 } else { 220 };
const IOPRIO_GET: c_long = if cfg!(target_arch = "x86_64") { 252 } else { 31 };
const NAMESPACES: c_long = 0x0002_0000 | 0x0800_0000 | 0x1000_0000 | 0x2000_0000; // mount, IPC, user, process
const SIGKILL: c_int = 9;
const SIGPIPE: c_int = 13;
const SIGCHLD: c_int = 17;
const CLOEXEC: c_int = 0o2000000;
const PAGE: u64 = 4096;
const UNPRIVILEGED: u32 = 65534; // the container's user and group
const SAMPLE: Duration = Duration::from_millis(50);
const FOLDERS: [&str; 2] = ["/work", "/tmp"];

/// What the host asked for.
struct Order<'a> {
    wall: Duration,
    output: u64,
    memory: u64,
    largest: u64,
    runner: bool,
    filter: &'a [u8],
    argv: Vec<CString>,
    environment: Vec<CString>,
    files: Vec<&'a [u8]>,
    keep: Vec<&'a [u8]>,
}

/// How the program came to its end.
enum End {
    Itself(c_int),
    Limit(&'static str),
}

fn main() {
    unsafe { prctl(4, 0 as c_ulong) }; // not dumpable
    let deaths = watch_children();
    let started = state();
    let mounted = FOLDERS.map(|folder| names(Path::new(folder)));
    while state() == started && FOLDERS.iter().zip(&mounted).all(|(folder, spared)| emptied(folder, spared)) {
        say(b'r', VERSION);
        let Some(request) = hear() else { return };
        if let Err(error) = obey(&Order::read(&request), deaths) {
            say(b'b', error.to_string().as_bytes());
            return;
        }
    }
}

impl<'a> Order<'a> {
    fn read(request: &'a [u8]) -> Order<'a> {
        let fields = list(request);
        let numbers: Vec<u64> =
            String::from_utf8_lossy(fields[0]).split(' ').map(|word| word.parse().expect("a number")).collect();
        let texts = |at: usize| list(fields[at]).into_iter().map(|text| CString::new(text).expect("no NUL")).collect();
        Order {
            wall: Duration::from_millis(numbers[0]),
            output: numbers[1],
            memory: numbers[2],
            largest: numbers[3],
            runner: numbers[4] == 1,
            filter: fields[1],
            argv: texts(2),
            environment: texts(3),
            files: list(fields[4]),
            keep: list(fields[5]),
        }
    }
}

/// Items, each with its length before it.
fn list(mut data: &[u8]) -> Vec<&[u8]> {
    let mut items = Vec::new();
    while data.len() >= 4 {
        let (length, rest) = data.split_at(4);
        let (item, left) = rest.split_at(u32::from_le_bytes(length.try_into().expect("4 bytes")) as usize);
        items.push(item);
        data = left;
    }
    items
}

/// The next request; None when the host is gone.
fn hear() -> Option<Vec<u8>> {
    let mut length = [0u8; 4];
    io::stdin().read_exact(&mut length).ok()?;
    let mut request = vec![0u8; u32::from_le_bytes(length) as usize];
    io::stdin().read_exact(&mut request).ok()?;
    Some(request)
}

/// What programs of the same user can change in this process and the next program would inherit: limits, priority, CPUs.
fn state() -> Vec<String> {
    let of = |name: &str| fs::read_to_string(format!("/proc/self/{name}")).expect("/proc is there");
    let stat = of("stat");
    let numbers = stat.rsplit(')').next().unwrap_or("").split_whitespace().enumerate();
    // From the third field on: priority and nice, then real-time priority and policy (proc_pid_stat(5)).
    let scheduling = numbers.filter(|(at, _)| matches!(at + 3, 18 | 19 | 40 | 41)).map(|(_, word)| word.to_string());
    let places = of("status").lines().filter(|line| line.contains("_allowed")).collect::<String>();
    let input = unsafe { syscall(IOPRIO_GET, 1 as c_long, 0 as c_long) };
    scheduling.chain([of("limits"), places, input.to_string()]).collect()
}

fn say(kind: u8, payload: &[u8]) {
    let mut out = io::stdout().lock();
    let header = [&[kind], &(payload.len() as u32).to_le_bytes()[..]].concat();
    if out.write_all(&header).and_then(|()| out.write_all(payload)).and_then(|()| out.flush()).is_err() {
        unsafe { _exit(1) }
    }
}

/// A descriptor that can be read when a child has ended.
fn watch_children() -> c_int {
    let mut set: Signals = [0; 16];
    unsafe {
        sigaddset(&mut set, SIGCHLD);
        sigprocmask(0, &set, std::ptr::null_mut());
        signalfd(-1, &set, CLOEXEC)
    }
}

/// One command from its files to its end; nothing of it runs when the host hears of the end.
fn obey(order: &Order, deaths: c_int) -> io::Result<()> {
    for file in order.files.chunks(2) {
        let path = work(file[0]);
        fs::create_dir_all(path.parent().expect("under /work"))?;
        fs::write(&path, file[1])?;
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755))?;
    }
    let (out, err) = (pipe()?, pipe()?);
    let child = start(order, out[1], err[1])?;
    unsafe { (close(out[1]), close(err[1])) };
    let mut flow = Flow { pipes: [out[0], err[0]], said: 0, most: order.output };
    let end = follow(order, child, deaths, &mut flow);
    let left = kill_all();
    while flow.open() && !flow.too_much() {
        flow.forward(&mut flow.pipes.map(wait_for), -1);
    }
    flow.close();
    keep(order);
    say(b'x', report(end, left).as_bytes());
    Ok(())
}

fn work(name: &[u8]) -> PathBuf {
    Path::new("/work").join(String::from_utf8_lossy(name).as_ref())
}

fn pipe() -> io::Result<[c_int; 2]> {
    let mut ends = [0; 2];
    (unsafe { pipe2(ends.as_mut_ptr(), CLOEXEC) } == 0).then_some(ends).ok_or_else(io::Error::last_os_error)
}

/// Fork; a runner into namespaces of its own, where it is process 1.
fn start(order: &Order, out: c_int, err: c_int) -> io::Result<c_int> {
    let kind = if order.runner { NAMESPACES } else { 0 } | SIGCHLD as c_long;
    let none = 0 as c_long;
    match unsafe { syscall(CLONE, kind, none, none, none, none) } as c_int {
        0 => become_program(order, out, err),
        -1 if order.runner => become_refusal(out, err),
        -1 => Err(io::Error::last_os_error()),
        child => Ok(child),
    }
}

/// Where the engine's host allows no namespaces: a child that ends as one that cannot be executed.
fn become_refusal(out: c_int, err: c_int) -> io::Result<c_int> {
    let why = format!("no namespaces for a runner: {}\n", io::Error::last_os_error());
    let none = 0 as c_long;
    match unsafe { syscall(CLONE, SIGCHLD as c_long, none, none, none, none) } as c_int {
        0 => refuse(out, err, &why),
        -1 => Err(io::Error::last_os_error()),
        child => Ok(child),
    }
}

fn refuse(out: c_int, err: c_int, why: &str) -> ! {
    unsafe {
        dup2(out, 1);
        dup2(err, 2);
    }
    let _ = io::stderr().write_all(why.as_bytes());
    unsafe { _exit(126) }
}

/// In the child: standard streams, signals as they should be, the walls, the program.
fn become_program(order: &Order, out: c_int, err: c_int) -> ! {
    unsafe {
        prctl(4, 1 as c_ulong); // one's own files in /proc are one's own again
        setsid();
        signal(SIGPIPE, 0);
        sigprocmask(2, &[0; 16], std::ptr::null_mut());
    }
    let _ = fs::write("/proc/self/oom_score_adj", "1000"); // before the supervisor
    if let Err(error) = if order.runner { wall_in() } else { Ok(()) } {
        refuse(out, err, &format!("no walls for a runner: {error}\n"));
    }
    let pointers = |texts: &[CString]| -> Vec<*const c_char> {
        texts.iter().map(|text| text.as_ptr()).chain([std::ptr::null()]).collect()
    };
    let rules = Filter { count: (order.filter.len() / 8) as u16, rules: order.filter.as_ptr().cast() };
    unsafe {
        chdir(c"/work".as_ptr());
        dup2(open(c"/dev/null".as_ptr(), CLOEXEC), 0);
        dup2(out, 1);
        dup2(err, 2);
        prctl(38, 1 as c_ulong, 0 as c_ulong, 0 as c_ulong, 0 as c_ulong); // no new privileges
        if rules.count > 0 && prctl(22, 2 as c_ulong, &rules as *const Filter) != 0 {
            _exit(126);
        }
        execve(order.argv[0].as_ptr(), pointers(&order.argv).as_ptr(), pointers(&order.environment).as_ptr());
        _exit(127)
    }
}

/// The same user inside, and no /proc through which the runner's children could reach it.
fn wall_in() -> io::Result<()> {
    let identity = format!("{UNPRIVILEGED} {UNPRIVILEGED} 1");
    fs::write("/proc/self/setgroups", "deny")?;
    fs::write("/proc/self/uid_map", &identity)?;
    fs::write("/proc/self/gid_map", &identity)?;
    let (kind, room) = (c"tmpfs".as_ptr(), c"size=4k,mode=555".as_ptr());
    let hidden = unsafe { mount(kind, c"/proc".as_ptr(), kind, 15, room.cast()) };
    (hidden == 0).then_some(()).ok_or_else(io::Error::last_os_error)
}

/// The program's output on its way to the host.
struct Flow {
    pipes: [c_int; 2],
    said: u64,
    most: u64,
}

impl Flow {
    fn open(&self) -> bool {
        self.pipes.iter().any(|&pipe| pipe >= 0)
    }

    fn too_much(&self) -> bool {
        self.said > self.most
    }

    /// Wait for any of `waited`, whose first two are the pipes, and pass on what they hold.
    fn forward(&mut self, waited: &mut [PollFd], timeout_ms: c_int) {
        unsafe { poll(waited.as_mut_ptr(), waited.len() as c_ulong, timeout_ms) };
        let mut chunk = [0u8; 1 << 16];
        for (at, kind) in [b'o', b'e'].into_iter().enumerate() {
            if waited[at].revents == 0 || self.pipes[at] < 0 {
                continue;
            }
            let size = unsafe { read(self.pipes[at], chunk.as_mut_ptr().cast(), chunk.len()) };
            if size > 0 {
                self.said += size as u64;
                say(kind, &chunk[..size as usize]);
            } else {
                unsafe { close(self.pipes[at]) };
                self.pipes[at] = -1;
            }
        }
    }

    fn close(&mut self) {
        for pipe in self.pipes.into_iter().filter(|&pipe| pipe >= 0) {
            unsafe { close(pipe) };
        }
    }
}

fn wait_for(fd: c_int) -> PollFd {
    PollFd { fd, events: 1, revents: 0 }
}

/// Until the program ends or a limit is reached. If the host goes, so does everything here.
fn follow(order: &Order, child: c_int, deaths: c_int, flow: &mut Flow) -> End {
    let start = Instant::now();
    let mut looked = start;
    while start.elapsed() < order.wall {
        let left = (order.wall - start.elapsed()).min(SAMPLE.saturating_sub(looked.elapsed()));
        let mut waited = [flow.pipes[0], flow.pipes[1], deaths, 0].map(wait_for);
        flow.forward(&mut waited, left.as_millis() as c_int + 1);
        if waited[3].revents & 0x10 != 0 {
            unsafe { _exit(0) }
        }
        if waited[2].revents != 0 {
            if let Some(status) = reap(child, deaths) {
                return End::Itself(status);
            }
        }
        if flow.too_much() {
            return End::Limit("output_limit");
        }
        if looked.elapsed() >= SAMPLE {
            if resident() > order.memory {
                return End::Limit("memory_limit");
            }
            looked = Instant::now();
        }
    }
    End::Limit("timed_out")
}

/// Bury all that have died; the status of the program if it has.
fn reap(child: c_int, deaths: c_int) -> Option<c_int> {
    let (mut news, mut status, mut found) = ([0u8; 128], 0, None);
    unsafe { read(deaths, news.as_mut_ptr().cast(), news.len()) };
    loop {
        match unsafe { waitpid(-1, &mut status, 1) } {
            pid if pid == child => found = Some(status),
            pid if pid <= 0 => return found,
            _ => {}
        }
    }
}

/// Resident bytes of all processes but this one, shared pages counted for each.
fn resident() -> u64 {
    let Ok(entries) = fs::read_dir("/proc") else { return 0 };
    let processes = entries.flatten().filter_map(|entry| entry.file_name().to_str()?.parse::<u32>().ok());
    let pages = processes.filter(|&pid| pid != 1).filter_map(|pid| {
        fs::read_to_string(format!("/proc/{pid}/statm")).ok()?.split(' ').nth(1)?.parse::<u64>().ok()
    });
    pages.sum::<u64>() * PAGE
}

/// End and bury everything else in the container; whether there was anything.
fn kill_all() -> bool {
    let left = unsafe { kill(-1, SIGKILL) } == 0;
    while unsafe { waitpid(-1, std::ptr::null_mut(), 0) } > 0 {
        unsafe { kill(-1, SIGKILL) };
    }
    left
}

/// Hand over the wanted files; what is no regular file, too large, or behind a link is passed over.
fn keep(order: &Order) {
    let _ = fs::set_permissions("/work", fs::Permissions::from_mode(0o700));
    for name in &order.keep {
        let path = work(name);
        if plain(&path, order.largest) {
            if let Ok(content) = fs::read(&path) {
                let item = |bytes: &[u8]| [&(bytes.len() as u32).to_le_bytes()[..], bytes].concat();
                say(b'k', &[item(name), item(&content)].concat());
            }
        }
    }
}

fn plain(path: &Path, largest: u64) -> bool {
    let below = path.components().filter(|part| matches!(part, Component::Normal(_))).count() - 1;
    let link = path.ancestors().take(below).any(|part| part.is_symlink());
    !link && fs::symlink_metadata(path).is_ok_and(|found| found.is_file() && found.len() <= largest)
}

fn report(end: End, left: bool) -> String {
    let left = if left { "left" } else { "clean" };
    match end {
        End::Limit(reason) => format!("{reason} 0 left"),
        End::Itself(status) if status & 0x7f == 0 => format!("exited {} {left}", status >> 8),
        End::Itself(status) => format!("signalled {} {left}", 128 + (status & 0x7f)),
    }
}

fn names(folder: &Path) -> BTreeSet<OsString> {
    fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.file_name()).collect()
}

/// Remove all from a folder but what the engine has mounted there; false if anything else stays or that is gone.
fn emptied(folder: &str, spared: &BTreeSet<OsString>) -> bool {
    swept(Path::new(folder), spared) && names(Path::new(folder)) == *spared
}

/// Remove all from a folder, whatever its owner has done to the rights in it; false if something stays.
fn swept(folder: &Path, spared: &BTreeSet<OsString>) -> bool {
    let open = fs::Permissions::from_mode(0o700);
    let Ok(entries) = fs::set_permissions(folder, open).and_then(|()| fs::read_dir(folder)) else { return false };
    entries.flatten().filter(|entry| !spared.contains(&entry.file_name())).all(|entry| {
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            return swept(&entry.path(), &BTreeSet::new()) && fs::remove_dir(entry.path()).is_ok();
        }
        fs::remove_file(entry.path()).is_ok()
    })
}
