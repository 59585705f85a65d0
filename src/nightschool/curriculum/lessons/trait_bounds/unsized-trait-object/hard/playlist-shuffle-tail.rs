---
code: E0277
---
//! A radio queue; the part behind the current song can be put in a new order.

pub struct Queue {
    pub songs: Vec<u32>,
    pub current: usize,
    moves: u32,
}

impl Queue {
    pub fn new(songs: &[u32]) -> Self {
        Queue { songs: songs.to_vec(), current: 0, moves: 0 }
    }

    pub fn skip(&mut self) -> Option<u32> {
        let next = *self.songs.get(self.current + 1)?;
        self.current += 1;
        Some(next)
    }

    /// Sorts the songs that are still to come by number and lets the listener's
    /// wish, if it is among them, go first. What was played stays.
    pub fn rearrange(&mut self, wish: u32) -> Option<u32> {
        if self.current + 1 >= self.songs.len() {
            return None;
        }
        let mut coming = self.songs[self.current + 1..];
        coming.sort_unstable();
        if let Ok(at) = coming.binary_search(&wish) {
            coming[..=at].rotate_right(1);
        }
        self.moves += 1;
        Some(coming[0])
    }

    pub fn moves(&self) -> u32 {
        self.moves
    }
}
==== fixed
//! A radio queue; the part behind the current song can be put in a new order.

pub struct Queue {
    pub songs: Vec<u32>,
    pub current: usize,
    moves: u32,
}

impl Queue {
    pub fn new(songs: &[u32]) -> Self {
        Queue { songs: songs.to_vec(), current: 0, moves: 0 }
    }

    pub fn skip(&mut self) -> Option<u32> {
        let next = *self.songs.get(self.current + 1)?;
        self.current += 1;
        Some(next)
    }

    /// Sorts the songs that are still to come by number and lets the listener's
    /// wish, if it is among them, go first. What was played stays.
    pub fn rearrange(&mut self, wish: u32) -> Option<u32> {
        if self.current + 1 >= self.songs.len() {
            return None;
        }
        let coming = &mut self.songs[self.current + 1..];
        coming.sort_unstable();
        if let Ok(at) = coming.binary_search(&wish) {
            coming[..=at].rotate_right(1);
        }
        self.moves += 1;
        Some(coming[0])
    }

    pub fn moves(&self) -> u32 {
        self.moves
    }
}
==== tests
#[test]
fn the_queue_itself_is_rearranged() {
    let mut queue = Queue::new(&[9, 8, 7, 3, 5]);
    assert_eq!(queue.skip(), Some(8));
    assert_eq!(queue.rearrange(5), Some(5));
    assert_eq!(queue.songs, [9, 8, 5, 3, 7]);
    assert_eq!(queue.skip(), Some(5));
    assert_eq!(queue.moves(), 1);
}

#[test]
fn an_unknown_wish_only_sorts() {
    let mut queue = Queue::new(&[4, 6, 2]);
    assert_eq!(queue.rearrange(1), Some(2));
    assert_eq!(queue.songs, [4, 2, 6]);
    assert_eq!(Queue::new(&[4]).rearrange(4), None);
}
