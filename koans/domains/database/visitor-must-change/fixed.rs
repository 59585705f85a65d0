pub struct Heap {
    pages: Vec<Vec<u32>>,
}

impl Heap {
    pub fn new(pages: Vec<Vec<u32>>) -> Heap {
        Heap { pages }
    }

    pub fn scan(&self, mut visit: impl FnMut(usize, u32)) {
        for (number, page) in self.pages.iter().enumerate() {
            for &key in page {
                visit(number, key);
            }
        }
    }

    pub fn live_keys(&self, smallest: u32) -> (u32, usize) {
        let mut live = 0;
        let mut last_page = 0;
        self.scan(|page, key| {
            if key >= smallest {
                live += 1;
                last_page = page;
            }
        });
        (live, last_page)
    }
}
