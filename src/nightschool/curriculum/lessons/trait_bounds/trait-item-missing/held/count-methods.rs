---
code: E0046
---
/// A way of counting ranked ballots.
pub trait CountingMethod {
    fn name(&self) -> &'static str;

    /// Points that a candidate gets for being at `rank` (0 is the top) among `of` candidates.
    fn points(&self, rank: usize, of: usize) -> usize;

    fn tally(&self, ballots: &[Vec<usize>], candidates: usize) -> Vec<usize> {
        let mut totals = vec![0; candidates];
        for ballot in ballots {
            for (rank, candidate) in ballot.iter().enumerate() {
                totals[*candidate] += self.points(rank, candidates);
            }
        }
        totals
    }
}

/// One point for the first choice, none for the rest.
pub struct FirstPastThePost;

/// As many points as there are candidates ranked below.
pub struct Borda;

impl CountingMethod for FirstPastThePost {
    fn name(&self) -> &'static str {
        "first past the post"
    }

    fn points(&self, rank: usize, _of: usize) -> usize {
        usize::from(rank == 0)
    }
}

impl CountingMethod for Borda {
    fn name(&self) -> &'static str {
        "Borda"
    }
}
==== fixed
/// A way of counting ranked ballots.
pub trait CountingMethod {
    fn name(&self) -> &'static str;

    /// Points that a candidate gets for being at `rank` (0 is the top) among `of` candidates.
    fn points(&self, rank: usize, of: usize) -> usize;

    fn tally(&self, ballots: &[Vec<usize>], candidates: usize) -> Vec<usize> {
        let mut totals = vec![0; candidates];
        for ballot in ballots {
            for (rank, candidate) in ballot.iter().enumerate() {
                totals[*candidate] += self.points(rank, candidates);
            }
        }
        totals
    }
}

/// One point for the first choice, none for the rest.
pub struct FirstPastThePost;

/// As many points as there are candidates ranked below.
pub struct Borda;

impl CountingMethod for FirstPastThePost {
    fn name(&self) -> &'static str {
        "first past the post"
    }

    fn points(&self, rank: usize, _of: usize) -> usize {
        usize::from(rank == 0)
    }
}

impl CountingMethod for Borda {
    fn name(&self) -> &'static str {
        "Borda"
    }

    fn points(&self, rank: usize, of: usize) -> usize {
        of - 1 - rank
    }
}
==== tests
fn ballots() -> Vec<Vec<usize>> {
    vec![vec![0, 1, 2], vec![0, 1, 2], vec![1, 2, 0]]
}
#[test]
fn borda_counts_ranks() {
    assert_eq!(Borda.tally(&ballots(), 3), [4, 4, 1]);
    assert_eq!(Borda.name(), "Borda");
}
#[test]
fn plurality_counts_tops() {
    assert_eq!(FirstPastThePost.tally(&ballots(), 3), [2, 1, 0]);
}
#[test]
fn short_ballot() {
    assert_eq!(Borda.tally(&[vec![3]], 4), [0, 0, 0, 3]);
}
