pub const SECTOR: usize = 512;

pub const fn sectors(bytes: usize) -> usize {
    bytes.div_ceil(SECTOR)
}

pub const HEADER: usize = sectors(700);

pub struct Layout {
    pub files: Vec<usize>,
}

impl Layout {
    pub fn offsets(&self) -> Vec<usize> {
        let mut next = HEADER;
        self.files
            .iter()
            .map(|bytes| {
                let here = next;
                next += sectors(*bytes);
                here
            })
            .collect()
    }
}
