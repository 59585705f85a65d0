---
code: E0596
---
use std::collections::VecDeque;

#[derive(Debug, Clone, PartialEq)]
pub struct Film {
    pub title: String,
    pub minutes: u32,
}

/// An evening in one hall, trailers between the films.
#[derive(Default)]
pub struct Evening {
    films: VecDeque<Film>,
    trailer_minutes: u32,
}

impl Evening {
    pub fn with_trailers(minutes: u32) -> Self {
        Evening { films: VecDeque::new(), trailer_minutes: minutes }
    }

    pub fn queue(&mut self, title: &str, minutes: u32) {
        self.films.push_back(Film { title: title.to_string(), minutes });
    }

    pub fn waiting(&self) -> usize {
        self.films.len()
    }

    /// Takes as many films from the front as fit into `minutes` and returns their titles.
    pub fn play(&mut self, minutes: u32) -> Vec<String> {
        let shown = Vec::new();
        let mut left = minutes;
        while let Some(film) = self.films.front() {
            let needed = film.minutes + self.trailer_minutes;
            if needed > left {
                break;
            }
            left -= needed;
            shown.extend(self.films.pop_front().map(|film| film.title));
        }
        shown
    }
}
==== fixed
use std::collections::VecDeque;

#[derive(Debug, Clone, PartialEq)]
pub struct Film {
    pub title: String,
    pub minutes: u32,
}

/// An evening in one hall, trailers between the films.
#[derive(Default)]
pub struct Evening {
    films: VecDeque<Film>,
    trailer_minutes: u32,
}

impl Evening {
    pub fn with_trailers(minutes: u32) -> Self {
        Evening { films: VecDeque::new(), trailer_minutes: minutes }
    }

    pub fn queue(&mut self, title: &str, minutes: u32) {
        self.films.push_back(Film { title: title.to_string(), minutes });
    }

    pub fn waiting(&self) -> usize {
        self.films.len()
    }

    /// Takes as many films from the front as fit into `minutes` and returns their titles.
    pub fn play(&mut self, minutes: u32) -> Vec<String> {
        let mut shown = Vec::new();
        let mut left = minutes;
        while let Some(film) = self.films.front() {
            let needed = film.minutes + self.trailer_minutes;
            if needed > left {
                break;
            }
            left -= needed;
            shown.extend(self.films.pop_front().map(|film| film.title));
        }
        shown
    }
}
==== tests
fn evening() -> Evening {
    let mut e = Evening::with_trailers(10);
    e.queue("Alien", 110);
    e.queue("Heat", 170);
    e.queue("Jaws", 120);
    e
}
#[test]
fn plays_what_fits() {
    let mut e = evening();
    assert_eq!(e.play(300), ["Alien", "Heat"]);
    assert_eq!(e.waiting(), 1);
    assert_eq!(e.play(130), ["Jaws"]);
}
#[test]
fn stops_at_first_that_does_not_fit() {
    let mut e = evening();
    assert_eq!(e.play(119), Vec::<String>::new());
    assert_eq!(e.waiting(), 3);
}
