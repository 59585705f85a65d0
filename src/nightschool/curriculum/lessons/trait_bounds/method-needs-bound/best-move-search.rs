---
code: E0599
---
pub trait Game {
    type Move: Copy;
    fn moves(&self) -> Vec<Self::Move>;
    fn after(&self, mv: Self::Move) -> Self;
    /// The worth of the position for the one who has just moved.
    fn worth(&self) -> i32;
}

/// Takes one to three matches from a heap.
#[derive(Clone, Copy)]
pub struct Heap(pub u32);

impl Game for Heap {
    type Move = u32;

    fn moves(&self) -> Vec<u32> {
        (1..=self.0.min(3)).collect()
    }

    fn after(&self, mv: u32) -> Heap {
        Heap(self.0 - mv)
    }

    fn worth(&self) -> i32 {
        if self.0 % 4 == 0 { 1 } else { -1 }
    }
}

/// The first move that leads to the best position, or `None` at the end.
pub fn best_move<G, M: Copy>(game: &G, moves: &[M], play: impl Fn(&G, M) -> G) -> Option<M> {
    let mut best: Option<(M, i32)> = None;
    for mv in moves {
        let worth = play(game, *mv).worth();
        if best.map_or(true, |(_, top)| worth > top) {
            best = Some((*mv, worth));
        }
    }
    best.map(|(mv, _)| mv)
}

pub fn hint(heap: u32) -> Option<u32> {
    let game = Heap(heap);
    best_move(&game, &game.moves(), |heap, mv| heap.after(mv))
}
==== fixed
pub trait Game {
    type Move: Copy;
    fn moves(&self) -> Vec<Self::Move>;
    fn after(&self, mv: Self::Move) -> Self;
    /// The worth of the position for the one who has just moved.
    fn worth(&self) -> i32;
}

/// Takes one to three matches from a heap.
#[derive(Clone, Copy)]
pub struct Heap(pub u32);

impl Game for Heap {
    type Move = u32;

    fn moves(&self) -> Vec<u32> {
        (1..=self.0.min(3)).collect()
    }

    fn after(&self, mv: u32) -> Heap {
        Heap(self.0 - mv)
    }

    fn worth(&self) -> i32 {
        if self.0 % 4 == 0 { 1 } else { -1 }
    }
}

/// The first move that leads to the best position, or `None` at the end.
pub fn best_move<G: Game, M: Copy>(game: &G, moves: &[M], play: impl Fn(&G, M) -> G) -> Option<M> {
    let mut best: Option<(M, i32)> = None;
    for mv in moves {
        let worth = play(game, *mv).worth();
        if best.map_or(true, |(_, top)| worth > top) {
            best = Some((*mv, worth));
        }
    }
    best.map(|(mv, _)| mv)
}

pub fn hint(heap: u32) -> Option<u32> {
    let game = Heap(heap);
    best_move(&game, &game.moves(), |heap, mv| heap.after(mv))
}
==== tests
#[test]
fn leaves_a_multiple_of_four() {
    assert_eq!(hint(7), Some(3));
    assert_eq!(hint(5), Some(1));
    assert_eq!(hint(2), Some(2));
}
#[test]
fn lost_or_over() {
    assert_eq!(hint(4), Some(1));
    assert_eq!(hint(0), None);
}
