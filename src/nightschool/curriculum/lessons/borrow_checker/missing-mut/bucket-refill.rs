---
code: E0596
---
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bucket {
    pub owner: String,
    pub tokens: u32,
    pub capacity: u32,
}

impl Bucket {
    pub fn full(owner: &str, capacity: u32) -> Self {
        Bucket { owner: owner.to_string(), tokens: capacity, capacity }
    }

    pub fn take(&mut self, count: u32) -> bool {
        let enough = self.tokens >= count;
        if enough {
            self.tokens -= count;
        }
        enough
    }

    fn refill(&mut self, count: u32) -> u32 {
        let added = count.min(self.capacity - self.tokens);
        self.tokens += added;
        added
    }
}

/// Shares new tokens out, in the order of the buckets: each is filled up before
/// the next one gets any. Returns the tokens left over.
pub fn pour(buckets: &[Bucket], mut tokens: u32) -> u32 {
    for bucket in buckets.iter() {
        tokens -= bucket.refill(tokens);
        if tokens == 0 {
            break;
        }
    }
    tokens
}

pub fn pour_rounds(buckets: &mut [Bucket], rounds: &[u32]) -> u32 {
    rounds.iter().map(|&tokens| pour(buckets, tokens)).sum()
}
==== fixed
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bucket {
    pub owner: String,
    pub tokens: u32,
    pub capacity: u32,
}

impl Bucket {
    pub fn full(owner: &str, capacity: u32) -> Self {
        Bucket { owner: owner.to_string(), tokens: capacity, capacity }
    }

    pub fn take(&mut self, count: u32) -> bool {
        let enough = self.tokens >= count;
        if enough {
            self.tokens -= count;
        }
        enough
    }

    fn refill(&mut self, count: u32) -> u32 {
        let added = count.min(self.capacity - self.tokens);
        self.tokens += added;
        added
    }
}

/// Shares new tokens out, in the order of the buckets: each is filled up before
/// the next one gets any. Returns the tokens left over.
pub fn pour(buckets: &mut [Bucket], mut tokens: u32) -> u32 {
    for bucket in buckets.iter_mut() {
        tokens -= bucket.refill(tokens);
        if tokens == 0 {
            break;
        }
    }
    tokens
}

pub fn pour_rounds(buckets: &mut [Bucket], rounds: &[u32]) -> u32 {
    rounds.iter().map(|&tokens| pour(buckets, tokens)).sum()
}
==== tests
fn buckets() -> Vec<Bucket> {
    let mut buckets = vec![Bucket::full("a", 5), Bucket::full("b", 5)];
    assert!(buckets[0].take(4));
    assert!(buckets[1].take(5));
    buckets
}

#[test]
fn first_bucket_first() {
    let mut buckets = buckets();
    assert_eq!(pour_rounds(&mut buckets, &[3]), 0);
    assert_eq!((buckets[0].tokens, buckets[1].tokens), (4, 0));
    assert_eq!(pour_rounds(&mut buckets, &[3]), 0);
    assert_eq!((buckets[0].tokens, buckets[1].tokens), (5, 2));
}

#[test]
fn rest_is_left_over() {
    let mut buckets = buckets();
    assert_eq!(pour_rounds(&mut buckets, &[6, 6]), 3);
    assert_eq!((buckets[0].tokens, buckets[1].tokens), (5, 5));
}
