#[derive(Debug, Clone, PartialEq)]
pub struct Tag {
    pub name: String,
    pub weight: u8,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Weight(pub u32);

pub fn tally(tags: &[Tag]) -> Vec<(Tag, Weight)> {
    let mut sums: Vec<(Tag, Weight)> = Vec::new();
    for tag in tags {
        match sums.iter_mut().find(|(known, _)| known.name == tag.name) {
            Some((_, sum)) => *sum = Weight(sum.0 + u32::from(tag.weight)),
            None => sums.push((tag.clone(), Weight(tag.weight.into()))),
        }
    }
    sums
}
