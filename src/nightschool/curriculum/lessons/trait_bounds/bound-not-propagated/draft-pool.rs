---
code: E0277
---
/// Splits players into two teams: the strongest two go to different teams,
/// then the weaker team picks next.
pub fn split_evenly<P>(mut players: Vec<P>, strength: fn(&P) -> u32) -> (Vec<P>, Vec<P>)
where
    P: Ord,
{
    players.sort_by(|a, b| strength(b).cmp(&strength(a)).then_with(|| a.cmp(b)));
    let (mut left, mut right) = (Vec::new(), Vec::new());
    let (mut left_sum, mut right_sum) = (0, 0);
    for player in players {
        let s = strength(&player);
        if left_sum <= right_sum {
            left_sum += s;
            left.push(player);
        } else {
            right_sum += s;
            right.push(player);
        }
    }
    (left, right)
}

/// The pool of those who wait for a game.
pub struct Pool<P> {
    waiting: Vec<P>,
    strength: fn(&P) -> u32,
}

impl<P> Pool<P> {
    pub fn new(strength: fn(&P) -> u32) -> Self {
        Pool { waiting: Vec::new(), strength }
    }

    pub fn join(&mut self, player: P) {
        self.waiting.push(player);
    }

    /// Starts a game with everybody who waits; the pool is empty afterwards.
    pub fn start(&mut self) -> (Vec<P>, Vec<P>) {
        let players = std::mem::take(&mut self.waiting);
        split_evenly(players, self.strength)
    }
}
==== fixed
/// Splits players into two teams: the strongest two go to different teams,
/// then the weaker team picks next.
pub fn split_evenly<P>(mut players: Vec<P>, strength: fn(&P) -> u32) -> (Vec<P>, Vec<P>)
where
    P: Ord,
{
    players.sort_by(|a, b| strength(b).cmp(&strength(a)).then_with(|| a.cmp(b)));
    let (mut left, mut right) = (Vec::new(), Vec::new());
    let (mut left_sum, mut right_sum) = (0, 0);
    for player in players {
        let s = strength(&player);
        if left_sum <= right_sum {
            left_sum += s;
            left.push(player);
        } else {
            right_sum += s;
            right.push(player);
        }
    }
    (left, right)
}

/// The pool of those who wait for a game.
pub struct Pool<P> {
    waiting: Vec<P>,
    strength: fn(&P) -> u32,
}

impl<P: Ord> Pool<P> {
    pub fn new(strength: fn(&P) -> u32) -> Self {
        Pool { waiting: Vec::new(), strength }
    }

    pub fn join(&mut self, player: P) {
        self.waiting.push(player);
    }

    /// Starts a game with everybody who waits; the pool is empty afterwards.
    pub fn start(&mut self) -> (Vec<P>, Vec<P>) {
        let players = std::mem::take(&mut self.waiting);
        split_evenly(players, self.strength)
    }
}
==== tests
#[test]
fn starts() {
    let mut pool: Pool<(&str, u32)> = Pool::new(|p| p.1);
    for p in [("d", 1), ("a", 5), ("c", 3), ("b", 5)] {
        pool.join(p);
    }
    let (l, r) = pool.start();
    assert_eq!(l, [("a", 5), ("c", 3)]);
    assert_eq!(r, [("b", 5), ("d", 1)]);
    assert_eq!(pool.start(), (vec![], vec![]));
}
#[test]
fn single() {
    let mut pool: Pool<u32> = Pool::new(|p| *p);
    pool.join(4);
    assert_eq!(pool.start(), (vec![4], vec![]));
}
