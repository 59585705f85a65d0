---
code: E0373
---
/// A pass over a block of bytes.
pub type Pass = Box<dyn Fn(&[u8]) -> Vec<u8>>;

fn expand(password: &str) -> Vec<u8> {
    let mut state: u8 = 0x5a;
    password
        .bytes()
        .map(|b| {
            state = state.rotate_left(3) ^ b;
            state
        })
        .collect()
}

/// Makes a xor pass and enters the key's length in the list of names, as "xor/<length>".
fn xor_pass(password: &str, names: &mut Vec<String>) -> Pass {
    let key = expand(password);
    let length = key.len();
    names.push(format!("xor/{length}"));
    Box::new(|block| {
        block.iter().enumerate().map(|(i, b)| b ^ key[i % length]).collect()
    })
}

#[derive(Default)]
pub struct Pipeline {
    names: Vec<String>,
    passes: Vec<Pass>,
}

impl Pipeline {
    pub fn xor(&mut self, password: &str) -> &mut Self {
        let pass = xor_pass(password, &mut self.names);
        self.passes.push(pass);
        self
    }

    pub fn reverse(&mut self) -> &mut Self {
        self.passes.push(Box::new(|block| block.iter().rev().copied().collect()));
        self.names.push("reverse".to_string());
        self
    }

    pub fn run(&self, block: &[u8]) -> Vec<u8> {
        self.passes.iter().fold(block.to_vec(), |bytes, pass| pass(&bytes))
    }

    pub fn describe(&self) -> String {
        self.names.join(" > ")
    }
}
==== fixed
/// A pass over a block of bytes.
pub type Pass = Box<dyn Fn(&[u8]) -> Vec<u8>>;

fn expand(password: &str) -> Vec<u8> {
    let mut state: u8 = 0x5a;
    password
        .bytes()
        .map(|b| {
            state = state.rotate_left(3) ^ b;
            state
        })
        .collect()
}

/// Makes a xor pass and enters the key's length in the list of names, as "xor/<length>".
fn xor_pass(password: &str, names: &mut Vec<String>) -> Pass {
    let key = expand(password);
    let length = key.len();
    names.push(format!("xor/{length}"));
    Box::new(move |block| {
        block.iter().enumerate().map(|(i, b)| b ^ key[i % length]).collect()
    })
}

#[derive(Default)]
pub struct Pipeline {
    names: Vec<String>,
    passes: Vec<Pass>,
}

impl Pipeline {
    pub fn xor(&mut self, password: &str) -> &mut Self {
        let pass = xor_pass(password, &mut self.names);
        self.passes.push(pass);
        self
    }

    pub fn reverse(&mut self) -> &mut Self {
        self.passes.push(Box::new(|block| block.iter().rev().copied().collect()));
        self.names.push("reverse".to_string());
        self
    }

    pub fn run(&self, block: &[u8]) -> Vec<u8> {
        self.passes.iter().fold(block.to_vec(), |bytes, pass| pass(&bytes))
    }

    pub fn describe(&self) -> String {
        self.names.join(" > ")
    }
}
==== tests
#[test]
fn xor_twice_is_nothing() {
    let mut p = Pipeline::default();
    p.xor("secret");
    let once = p.run(b"hello, world");
    assert_ne!(once, b"hello, world");
    assert_eq!(p.run(&once), b"hello, world");
    assert_eq!(p.describe(), "xor/6");
}

#[test]
fn passes_in_order() {
    let mut p = Pipeline::default();
    p.xor("ab").reverse().xor("ab");
    assert_eq!(p.describe(), "xor/2 > reverse > xor/2");
    let out = p.run(b"xyz");
    let mut q = Pipeline::default();
    q.xor("ab").reverse();
    let half = q.run(b"xyz");
    let mut r = Pipeline::default();
    r.xor("ab");
    assert_eq!(r.run(&half), out);
}
