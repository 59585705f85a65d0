//! The attacks, one per name: `./attacks NAME [ARGUMENT...]`. Says on stdout what succeeded.

use std::ffi::CString;
use std::io::Write;
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;
use std::{env, fs, process, thread};

extern "C" {
    fn fork() -> i32;
    fn kill(pid: i32, signal: i32) -> i32;
    fn getppid() -> i32;
    fn setsid() -> i32;
    fn setuid(uid: u32) -> i32;
    fn unshare(flags: i32) -> i32;
    fn setns(handle: i32, kind: i32) -> i32;
    fn waitpid(pid: i32, status: *mut i32, options: i32) -> i32;
    fn pause() -> i32;
    fn mkfifo(path: *const i8, mode: u32) -> i32;
    fn setrlimit(resource: i32, limit: *const [u64; 2]) -> i32;
    fn prlimit(pid: i32, resource: i32, new: *const [u64; 2], old: *mut [u64; 2]) -> i32;
    fn getpriority(kind: i32, pid: u32) -> i32;
    fn setpriority(kind: i32, pid: u32, nice: i32) -> i32;
    fn sched_setaffinity(pid: i32, size: usize, mask: *const u64) -> i32;
    fn sched_getaffinity(pid: i32, size: usize, mask: *mut u64) -> i32;
    fn mount(s: *const i8, t: *const i8, f: *const i8, flags: u64, d: *const i8) -> i32;
    fn syscall(number: i64, ...) -> i64;
}

fn main() {
    let arguments: Vec<String> = env::args().collect();
    let rest = &arguments[2..];
    match arguments[1].as_str() {
        "read" => rest.iter().filter(|p| fs::read(p).is_ok() || fs::read_dir(p).is_ok()).for_each(|p| println!("{p}")),
        "environment" => env::vars().for_each(|(key, value)| println!("{key}={value}")),
        "connect" => rest.iter().filter(|a| connects(a)).for_each(|a| println!("{a}")),
        "write" => rest.iter().filter(|p| fs::write(p, b"x").is_ok()).for_each(|p| println!("{p}")),
        "processes" => seen_processes(),
        "descriptors" => fs::read_dir("/proc/self/fd").unwrap().for_each(|e| println!("{:?}", e.unwrap().file_name())),
        "fork-count" => fork_until_refused(),
        "fork-bomb" => loop { unsafe { fork(); } },
        "thread-bomb" => thread_bomb(),
        "memory-bomb" => { eat(usize::MAX >> 20); }
        "memory-bomb-of-many" => eat_in_children(),
        "endless" => loop { std::hint::spin_loop() },
        "sleep" => thread::sleep(Duration::from_secs(60)),
        "flood" => loop { std::io::stdout().write_all(&[b'x'; 1 << 16]).unwrap() },
        "flood-stderr" => loop { std::io::stderr().write_all(&[b'x'; 1 << 16]).unwrap() },
        "exit-0" => process::exit(0),
        "kill" => kill_everything(),
        "daemon" => daemon(&rest[0]),
        "fill" => println!("{}", fill(&rest[0])),
        "one-large-file" => { fs::File::create("large").unwrap().write_all(&vec![0; 8 << 20]).unwrap(); println!("written"); }
        "spoil" => spoil(),
        "inherited" => inherited(),
        "litter" => litter(),
        "dig" => dig(),
        "look-around" => look_around(),
        "links" => links(),
        "gain" => gain(),
        "runner" => run_a_traitor(&arguments[0]),
        "betray" => betray(),
        "wall-in" => wall_in_children(),
        "write-then-hang" => { fs::write("late", b"kept").unwrap(); loop { std::hint::spin_loop() } }
        other => panic!("no attack {other}"),
    }
}

fn connects(address: &str) -> bool {
    TcpStream::connect_timeout(&address.parse::<SocketAddr>().unwrap(), Duration::from_secs(1)).is_ok()
}

fn seen_processes() {
    for entry in fs::read_dir("/proc").unwrap().flatten() {
        if entry.file_name().to_string_lossy().parse::<u32>().is_ok() {
            println!("{}", fs::read_to_string(entry.path().join("comm")).unwrap_or_default().trim());
        }
    }
}

fn fork_until_refused() {
    let mut children = 0;
    loop {
        match unsafe { fork() } {
            0 => unsafe { pause(); },
            -1 => break,
            _ => children += 1,
        }
        if children > 1000 { break }
    }
    println!("{children}");
}

fn thread_bomb() {
    let mut threads = 0;
    while threads < 1000 {
        let made = thread::Builder::new().stack_size(64 << 10).spawn(|| thread::sleep(Duration::from_secs(60)));
        if made.is_err() { break }
        threads += 1;
    }
    println!("{threads}");
    process::exit(0);
}

fn eat(megabytes: usize) -> Vec<Vec<u8>> {
    let mut held = Vec::new();
    for _ in 0..megabytes { held.push(vec![1u8; 1 << 20]); }
    held
}

fn eat_in_children() {
    for _ in 0..12 {
        if unsafe { fork() } == 0 {
            let held = eat(150);
            thread::sleep(Duration::from_secs(60));
            drop(held);
        }
    }
    thread::sleep(Duration::from_secs(60));
}

fn kill_everything() {
    unsafe {
        kill(getppid(), 9);
        kill(1, 9);
        kill(-1, 9);
        kill(0, 0);
    }
    println!("still here");
}

fn daemon(marker: &str) {
    unsafe {
        if fork() == 0 {
            setsid();
            if fork() == 0 {
                fs::write("daemon-was-here", marker).unwrap();
                thread::sleep(Duration::from_secs(60));
            }
            process::exit(0);
        }
    }
    while !fs::exists("daemon-was-here").unwrap() { thread::sleep(Duration::from_millis(2)) }
}

fn fill(folder: &str) -> usize {
    let block = vec![7u8; 1 << 20];
    for megabyte in 0..4096 {
        if fs::write(format!("{folder}/{megabyte}"), &block).is_err() { return megabyte }
    }
    4096
}

/// Lower what the parent of the next program has.
fn spoil() {
    unsafe {
        prlimit(1, 3, &[1 << 20, 1 << 20], std::ptr::null_mut());
        setpriority(0, 1, 15);
        sched_setaffinity(1, 8, &1);
    }
    println!("left");
}

fn inherited() {
    let (mut stack, mut processors) = ([0; 2], 0);
    unsafe {
        prlimit(0, 3, std::ptr::null(), &mut stack);
        sched_getaffinity(0, 8, &mut processors);
        println!("{stack:?} {} {processors}", getpriority(0, 0));
    }
}

/// Files in folders that not even their owner may enter.
fn litter() {
    for folder in ["/work", "/tmp"] {
        fs::create_dir_all(format!("{folder}/a/b")).unwrap();
        fs::write(format!("{folder}/a/b/c"), b"x").unwrap();
        std::os::unix::fs::symlink("/", format!("{folder}/link")).unwrap();
        fs::set_permissions(format!("{folder}/a"), std::os::unix::fs::PermissionsExt::from_mode(0)).unwrap();
        fs::set_permissions(folder, std::os::unix::fs::PermissionsExt::from_mode(0)).ok();
    }
    println!("left");
}

/// Folders below one another, deeper than any path reaches.
fn dig() {
    let name = "x".repeat(100);
    for _ in 0..60 {
        fs::create_dir(&name).unwrap();
        env::set_current_dir(&name).unwrap();
    }
    println!("left");
}

fn look_around() {
    for folder in ["/work", "/tmp", "/dev/shm", "/dev/mqueue"] {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() { println!("{}", entry.path().display()) }
    }
}

fn links() {
    fs::remove_file("answer").ok();
    std::os::unix::fs::symlink("/etc/passwd", "answer").unwrap();
    std::os::unix::fs::symlink("/etc", "folder").unwrap();
    fs::create_dir("directory").unwrap();
    unsafe { mkfifo(CString::new("pipe").unwrap().as_ptr(), 0o666); }
    fs::File::create("sparse").unwrap().set_len(3 << 20).unwrap();
    fs::write("plain", b"kept").unwrap();
}

fn run_a_traitor(program: &str) {
    let ended = process::Command::new(program).arg("betray").status().unwrap();
    println!("runner {} lives, traitor said {:?}", process::id(), ended.code());
}

/// Each child becomes process 1 of a namespace of its own. One may return only to a process namespace that
/// belongs to one's own user namespace, so there is a step between.
fn wall_in_children() {
    let (user, pid, mount) = (0x1000_0000, 0x2000_0000, 0x0002_0000);
    unsafe {
        if unshare(user | pid) != 0 { return println!("refused") }
        let mut status = 0;
        let between = fork();
        if between != 0 {
            waitpid(between, &mut status, 0);
            return;
        }
        let home = syscall(434, process::id() as i64, 0i64) as i32;
        for _ in 0..3 {
            if unshare(pid) != 0 { return println!("no process namespace") }
            let child = fork();
            if child == 0 { process::exit((process::id() == 1 && unshare(mount) == 0) as i32) }
            if setns(home, pid) != 0 { return println!("no way back") }
            waitpid(child, &mut status, 0);
            println!("child {}", status >> 8);
        }
    }
}

fn betray() {
    let mut word = [0u8; 8];
    let (local, remote) = ([word.as_mut_ptr() as u64, 8], [main as usize as u64, 8]);
    unsafe {
        let parent = getppid();
        if syscall(101, 16i64, parent as i64, 0i64, 0i64) == 0 { process::exit(10) }
        if syscall(310, parent as i64, local.as_ptr(), 1i64, remote.as_ptr(), 1i64, 0i64) >= 0 { process::exit(11) }
        if fs::read(format!("/proc/{parent}/cmdline")).is_ok() { process::exit(12) }
        if fs::OpenOptions::new().write(true).open(format!("/proc/{parent}/fd/1")).is_ok() { process::exit(13) }
        kill(parent, 9);
        kill(-1, 9);
        kill(0, 15);
    }
}

fn gain() {
    let text = |s: &str| CString::new(s).unwrap();
    let (none, tmpfs, here) = (text("none"), text("tmpfs"), text("/tmp"));
    unsafe {
        if setuid(0) == 0 { println!("setuid") }
        if unshare(0x1000_0000) == 0 { println!("user namespace") }
        if unshare(0x4000_0000) == 0 { println!("network namespace") }
        for resource in [0, 1, 6, 7, 9] {
            if setrlimit(resource, &[u64::MAX, u64::MAX]) == 0 { println!("limit {resource}") }
        }
        if mount(none.as_ptr(), here.as_ptr(), tmpfs.as_ptr(), 0, none.as_ptr()) == 0 { println!("mount") }
        if cfg!(target_arch = "x86_64") {
            for refused in [101, 319, 321, 250] {
                if syscall(refused, 0i64, 1i64, 0i64, 0i64) >= 0 { println!("system call {refused}") }
            }
        }
    }
    if fs::write("/proc/self/oom_score_adj", "-1000").is_ok() { println!("oom score") }
}
