// What drivers use to make arguments and to show results; see `probe.rs` for who runs them.

use std::cell::RefCell;
use std::fmt::{Debug, Display};
use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};
use std::thread::JoinHandle;

const UNSEEN: &str = "returned";

pub fn ns__lend<T>(value: T) -> &'static mut T {
    Box::leak(Box::new(value))
}

pub fn ns__slice<T>(values: Vec<T>) -> &'static mut [T] {
    values.leak()
}

/// What an argument became, if that can be shown.
pub fn ns__after(shown: String) -> String {
    if shown == UNSEEN { String::new() } else { format!(", then {shown}") }
}

/// Run a future that needs no runtime.
pub fn ns__wait<F: Future>(future: F) -> F::Output {
    let mut future = pin!(future);
    let mut context = Context::from_waker(Waker::noop());
    for _ in 0..1000 {
        if let Poll::Ready(value) = future.as_mut().poll(&mut context) {
            return value;
        }
    }
    panic!("the future was never ready")
}

/// A result on its way to be shown: a thread by its result, others by Debug, else by Display, else as what an iterator gives, else not at all.
pub struct Shown<T>(RefCell<Option<T>>);

impl<T> Shown<T> {
    pub fn new(value: T) -> Self {
        Shown(RefCell::new(Some(value)))
    }

    fn take(&self) -> T {
        self.0.borrow_mut().take().expect("shown once")
    }
}

pub trait ByJoining {
    fn ns__show(&self) -> String;
}

impl<T: Debug> ByJoining for &&&&Shown<JoinHandle<T>> {
    fn ns__show(&self) -> String {
        joined(self.take())
    }
}

impl<T: Debug> ByJoining for &&&&Shown<Vec<JoinHandle<T>>> {
    fn ns__show(&self) -> String {
        self.take().into_iter().map(joined).collect::<Vec<_>>().join(", ")
    }
}

fn joined<T: Debug>(thread: JoinHandle<T>) -> String {
    thread.join().map_or("a panic in a thread".to_string(), |value| format!("{value:?}"))
}

pub trait ByDebug {
    fn ns__show(&self) -> String;
}

impl<T: Debug> ByDebug for &&&Shown<T> {
    fn ns__show(&self) -> String {
        format!("{:?}", self.take())
    }
}

pub trait ByDisplay {
    fn ns__show(&self) -> String;
}

impl<T: Display> ByDisplay for &&Shown<T> {
    fn ns__show(&self) -> String {
        self.take().to_string()
    }
}

pub trait ByItems {
    fn ns__show(&self) -> String;
}

impl<T: Iterator<Item: Debug>> ByItems for &Shown<T> {
    fn ns__show(&self) -> String {
        format!("{:?}", self.take().take(20).collect::<Vec<_>>())
    }
}

pub trait NotAtAll {
    fn ns__show(&self) -> String;
}

impl<T> NotAtAll for Shown<T> {
    fn ns__show(&self) -> String {
        drop(self.take());
        UNSEEN.to_string()
    }
}

macro_rules! ns__show {
    ($value:expr) => {{
        let shown = Shown::new($value);
        (&&&&&shown).ns__show()
    }};
}
macro_rules! ns__note {
    ($value:expr) => {
        ns__noted(ns__show!(&$value))
    };
}
pub(crate) use ns__note;
pub(crate) use ns__show;
