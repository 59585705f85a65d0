pub struct Scores {
    rounds: Box<[u32]>,
}

impl Scores {
    pub fn read(text: &str) -> Scores {
        Scores { rounds: text.split(' ').filter_map(|word| word.parse().ok()).collect() }
    }
}

pub fn summary(scores: Scores) -> String {
    let rounds = scores.rounds;
    let mut best = 0;
    for score in rounds.iter().copied() {
        best = best.max(score);
    }
    format!("best {best} of {} rounds, {} in all", rounds.len(), rounds.iter().sum::<u32>())
}
