---
code: E0277
---
#[derive(Debug, PartialEq, Eq)]
pub enum CipherError {
    OddLength(usize),
    BadPair(String),
    NoKey,
}

/// A toy cipher: every byte is xored with a repeating key and written as hex.
pub struct XorBox {
    key: Vec<u8>,
}

fn pair(text: &str) -> Result<u8, CipherError> {
    u8::from_str_radix(text, 16).map_err(|_| CipherError::BadPair(text.to_string()))
}

fn decode_hex(text: &str) -> Result<Vec<u8>, CipherError> {
    if text.len() % 2 != 0 || !text.is_ascii() {
        return Err(CipherError::OddLength(text.len()));
    }
    let bytes: Vec<u8> = (0..text.len())
        .step_by(2)
        .map(|i| pair(&text[i..i + 2]))
        .collect();
    Ok(bytes)
}

impl XorBox {
    pub fn new(key: &str) -> Result<XorBox, CipherError> {
        if key.is_empty() {
            return Err(CipherError::NoKey);
        }
        Ok(XorBox { key: key.as_bytes().to_vec() })
    }

    fn apply(&self, bytes: &[u8]) -> Vec<u8> {
        bytes.iter().zip(self.key.iter().cycle()).map(|(b, k)| b ^ k).collect()
    }

    pub fn seal(&self, plain: &str) -> String {
        self.apply(plain.as_bytes()).iter().map(|b| format!("{b:02x}")).collect()
    }

    pub fn open(&self, sealed: &str) -> Result<String, CipherError> {
        let bytes = decode_hex(sealed)?;
        Ok(String::from_utf8_lossy(&self.apply(&bytes)).into_owned())
    }
}
==== fixed
#[derive(Debug, PartialEq, Eq)]
pub enum CipherError {
    OddLength(usize),
    BadPair(String),
    NoKey,
}

/// A toy cipher: every byte is xored with a repeating key and written as hex.
pub struct XorBox {
    key: Vec<u8>,
}

fn pair(text: &str) -> Result<u8, CipherError> {
    u8::from_str_radix(text, 16).map_err(|_| CipherError::BadPair(text.to_string()))
}

fn decode_hex(text: &str) -> Result<Vec<u8>, CipherError> {
    if text.len() % 2 != 0 || !text.is_ascii() {
        return Err(CipherError::OddLength(text.len()));
    }
    let bytes: Vec<u8> = (0..text.len())
        .step_by(2)
        .map(|i| pair(&text[i..i + 2]))
        .collect::<Result<_, _>>()?;
    Ok(bytes)
}

impl XorBox {
    pub fn new(key: &str) -> Result<XorBox, CipherError> {
        if key.is_empty() {
            return Err(CipherError::NoKey);
        }
        Ok(XorBox { key: key.as_bytes().to_vec() })
    }

    fn apply(&self, bytes: &[u8]) -> Vec<u8> {
        bytes.iter().zip(self.key.iter().cycle()).map(|(b, k)| b ^ k).collect()
    }

    pub fn seal(&self, plain: &str) -> String {
        self.apply(plain.as_bytes()).iter().map(|b| format!("{b:02x}")).collect()
    }

    pub fn open(&self, sealed: &str) -> Result<String, CipherError> {
        let bytes = decode_hex(sealed)?;
        Ok(String::from_utf8_lossy(&self.apply(&bytes)).into_owned())
    }
}
==== tests
#[test]
fn round_trip() {
    let x = XorBox::new("k9").ok().unwrap();
    let sealed = x.seal("meet at noon");
    assert_eq!(x.open(&sealed), Ok("meet at noon".to_string()));
}

#[test]
fn bad_input_is_refused() {
    let x = XorBox::new("a").ok().unwrap();
    assert_eq!(x.open("00zz11"), Err(CipherError::BadPair("zz".into())));
    assert_eq!(x.open("001"), Err(CipherError::OddLength(3)));
    assert_eq!(XorBox::new("").err(), Some(CipherError::NoKey));
}
