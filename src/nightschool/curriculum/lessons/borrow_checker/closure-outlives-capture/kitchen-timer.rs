---
code: E0373
---
use std::sync::mpsc::{self, Receiver};
use std::thread;

#[derive(Debug, Clone, PartialEq)]
pub struct Ticket {
    pub dish: String,
    pub portions: u32,
}

#[derive(Debug, PartialEq)]
pub struct Plate {
    pub station: String,
    pub dish: String,
}

/// A cook at a station; plates come out of `window`.
pub struct Cook {
    pub station: String,
    window: Receiver<Plate>,
    thread: thread::JoinHandle<u32>,
}

impl Cook {
    /// Puts a cook to work on the tickets, one plate per portion.
    pub fn start(station: &str, tickets: Vec<Ticket>) -> Cook {
        let (send, window) = mpsc::channel();
        let station = station.to_string();
        let thread = thread::spawn(|| {
            let mut served = 0;
            for ticket in &tickets {
                for _ in 0..ticket.portions {
                    let plate = Plate { station: station.clone(), dish: ticket.dish.clone() };
                    send.send(plate).expect("the window is open");
                    served += 1;
                }
            }
            drop(send);
            served
        });
        Cook { station, window, thread }
    }

    /// Waits for the cook and returns the plates with their number.
    pub fn finish(self) -> (Vec<Plate>, u32) {
        let plates = self.window.iter().collect();
        (plates, self.thread.join().expect("the cook panicked"))
    }
}
==== fixed
use std::sync::mpsc::{self, Receiver};
use std::thread;

#[derive(Debug, Clone, PartialEq)]
pub struct Ticket {
    pub dish: String,
    pub portions: u32,
}

#[derive(Debug, PartialEq)]
pub struct Plate {
    pub station: String,
    pub dish: String,
}

/// A cook at a station; plates come out of `window`.
pub struct Cook {
    pub station: String,
    window: Receiver<Plate>,
    thread: thread::JoinHandle<u32>,
}

impl Cook {
    /// Puts a cook to work on the tickets, one plate per portion.
    pub fn start(station: &str, tickets: Vec<Ticket>) -> Cook {
        let (send, window) = mpsc::channel();
        let station = station.to_string();
        let name = station.clone();
        let thread = thread::spawn(move || {
            let mut served = 0;
            for ticket in &tickets {
                for _ in 0..ticket.portions {
                    let plate = Plate { station: name.clone(), dish: ticket.dish.clone() };
                    send.send(plate).expect("the window is open");
                    served += 1;
                }
            }
            drop(send);
            served
        });
        Cook { station, window, thread }
    }

    /// Waits for the cook and returns the plates with their number.
    pub fn finish(self) -> (Vec<Plate>, u32) {
        let plates = self.window.iter().collect();
        (plates, self.thread.join().expect("the cook panicked"))
    }
}
==== tests
fn ticket(dish: &str, portions: u32) -> Ticket {
    Ticket { dish: dish.into(), portions }
}

#[test]
fn one_plate_per_portion() {
    let cook = Cook::start("grill", vec![ticket("steak", 2), ticket("corn", 1)]);
    assert_eq!(cook.station, "grill");
    let (plates, served) = cook.finish();
    assert_eq!(served, 3);
    let dishes: Vec<&str> = plates.iter().map(|p| p.dish.as_str()).collect();
    assert_eq!(dishes, vec!["steak", "steak", "corn"]);
    assert!(plates.iter().all(|p| p.station == "grill"));
}

#[test]
fn no_tickets() {
    let (plates, served) = Cook::start("fry", vec![]).finish();
    assert!(plates.is_empty());
    assert_eq!(served, 0);
}
