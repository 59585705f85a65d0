---
code: E0507
---
#[derive(Debug, Clone, PartialEq)]
pub struct Batch {
    pub table: String,
    pub rows: Vec<u32>,
}

/// Moves rows in batches; at most one batch is open at a time.
#[derive(Debug, Default)]
pub struct Mover {
    open: Option<Batch>,
    done: Vec<Batch>,
}

#[derive(Debug, PartialEq)]
pub struct NoBatch;

impl Mover {
    pub fn begin(&mut self, table: &str) {
        if self.open.is_some() {
            let _ = self.finish();
        }
        self.open = Some(Batch {
            table: table.to_string(),
            rows: Vec::new(),
        });
    }

    pub fn row(&mut self, id: u32) -> Result<(), NoBatch> {
        self.open.as_mut().ok_or(NoBatch)?.rows.push(id);
        Ok(())
    }

    /// Closes the open batch, if there is one, and files it as done. Returns
    /// the number of rows in it.
    pub fn finish(&mut self) -> Result<usize, NoBatch> {
        let batch = self.open.ok_or(NoBatch)?;
        let rows = batch.rows.len();
        self.done.push(batch);
        Ok(rows)
    }

    pub fn done(&self) -> &[Batch] {
        &self.done
    }
}
==== fixed
#[derive(Debug, Clone, PartialEq)]
pub struct Batch {
    pub table: String,
    pub rows: Vec<u32>,
}

/// Moves rows in batches; at most one batch is open at a time.
#[derive(Debug, Default)]
pub struct Mover {
    open: Option<Batch>,
    done: Vec<Batch>,
}

#[derive(Debug, PartialEq)]
pub struct NoBatch;

impl Mover {
    pub fn begin(&mut self, table: &str) {
        if self.open.is_some() {
            let _ = self.finish();
        }
        self.open = Some(Batch {
            table: table.to_string(),
            rows: Vec::new(),
        });
    }

    pub fn row(&mut self, id: u32) -> Result<(), NoBatch> {
        self.open.as_mut().ok_or(NoBatch)?.rows.push(id);
        Ok(())
    }

    /// Closes the open batch, if there is one, and files it as done. Returns
    /// the number of rows in it.
    pub fn finish(&mut self) -> Result<usize, NoBatch> {
        let batch = self.open.take().ok_or(NoBatch)?;
        let rows = batch.rows.len();
        self.done.push(batch);
        Ok(rows)
    }

    pub fn done(&self) -> &[Batch] {
        &self.done
    }
}
==== tests
    #[test]
    fn finish_closes() {
        let mut m = Mover::default();
        m.begin("users");
        m.row(1).unwrap();
        m.row(2).unwrap();
        assert_eq!(m.finish(), Ok(2));
        assert_eq!(m.row(3), Err(NoBatch));
        assert_eq!(m.finish(), Err(NoBatch));
        assert_eq!(m.done(), &[Batch { table: "users".into(), rows: vec![1, 2] }]);
    }
    #[test]
    fn begin_files_the_earlier_one() {
        let mut m = Mover::default();
        m.begin("a");
        m.row(7).unwrap();
        m.begin("b");
        assert_eq!(m.finish(), Ok(0));
        assert_eq!(m.done().len(), 2);
        assert_eq!(m.done()[0].rows, vec![7]);
    }
