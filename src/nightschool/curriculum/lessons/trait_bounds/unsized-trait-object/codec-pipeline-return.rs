---
code: E0277
---
/// A step that rewrites bytes.
pub trait Codec {
    fn apply(&self, bytes: &[u8]) -> Vec<u8>;
}

pub struct Xor(pub u8);
pub struct Reverse;

impl Codec for Xor {
    fn apply(&self, bytes: &[u8]) -> Vec<u8> {
        bytes.iter().map(|byte| byte ^ self.0).collect()
    }
}

impl Codec for Reverse {
    fn apply(&self, bytes: &[u8]) -> Vec<u8> {
        bytes.iter().rev().copied().collect()
    }
}

/// Two codecs, one after the other.
pub struct Chain {
    pub first: Box<dyn Codec>,
    pub second: Box<dyn Codec>,
}

impl Codec for Chain {
    fn apply(&self, bytes: &[u8]) -> Vec<u8> {
        self.second.apply(&self.first.apply(bytes))
    }
}

fn run_step(codec: dyn Codec, input: &[u8]) -> Vec<u8> {
    let mut framed = vec![input.len() as u8];
    framed.extend(codec.apply(input));
    framed
}

/// Each input, rewritten, behind its length.
pub fn frame_all<C: Codec>(codec: &C, inputs: &[&[u8]]) -> Vec<u8> {
    inputs.iter().flat_map(|input| run_step(codec, input)).collect()
}
==== fixed
/// A step that rewrites bytes.
pub trait Codec {
    fn apply(&self, bytes: &[u8]) -> Vec<u8>;
}

pub struct Xor(pub u8);
pub struct Reverse;

impl Codec for Xor {
    fn apply(&self, bytes: &[u8]) -> Vec<u8> {
        bytes.iter().map(|byte| byte ^ self.0).collect()
    }
}

impl Codec for Reverse {
    fn apply(&self, bytes: &[u8]) -> Vec<u8> {
        bytes.iter().rev().copied().collect()
    }
}

/// Two codecs, one after the other.
pub struct Chain {
    pub first: Box<dyn Codec>,
    pub second: Box<dyn Codec>,
}

impl Codec for Chain {
    fn apply(&self, bytes: &[u8]) -> Vec<u8> {
        self.second.apply(&self.first.apply(bytes))
    }
}

fn run_step(codec: &dyn Codec, input: &[u8]) -> Vec<u8> {
    let mut framed = vec![input.len() as u8];
    framed.extend(codec.apply(input));
    framed
}

/// Each input, rewritten, behind its length.
pub fn frame_all<C: Codec>(codec: &C, inputs: &[&[u8]]) -> Vec<u8> {
    inputs.iter().flat_map(|input| run_step(codec, input)).collect()
}
==== tests
#[test]
fn frames_inputs() {
    assert_eq!(frame_all(&Reverse, &[&[1, 2, 3], &[], &[9]]), vec![3, 3, 2, 1, 0, 1, 9]);
}

#[test]
fn chained_codecs() {
    let chain = Chain { first: Box::new(Reverse), second: Box::new(Xor(0xff)) };
    assert_eq!(frame_all(&chain, &[&[0, 1]]), vec![2, 0xfe, 0xff]);
}
