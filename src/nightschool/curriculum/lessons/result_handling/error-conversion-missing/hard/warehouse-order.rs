---
code: E0277
---
//! Takes orders for a warehouse.

use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub enum StockError {
    NoSuchItem,
    TooFew { left: u32 },
}

#[derive(Debug, PartialEq)]
pub enum OrderError {
    /// The order asks for nothing.
    Empty,
    /// One of the lines cannot be served.
    Line { sku: String, source: StockError },
    /// The free sample that goes with each order has run out.
    Sample(StockError),
}

pub struct Warehouse {
    pub stock: HashMap<String, u32>,
}

impl Warehouse {
    fn take(&mut self, sku: &str, count: u32) -> Result<(), StockError> {
        let left = self.stock.get_mut(sku).ok_or(StockError::NoSuchItem)?;
        if *left < count {
            return Err(StockError::TooFew { left: *left });
        }
        *left -= count;
        Ok(())
    }

    /// Takes what the order lists out of the stock, and a sample with it.
    pub fn order(&mut self, lines: &[(&str, u32)]) -> Result<u32, OrderError> {
        if lines.is_empty() {
            return Err(OrderError::Empty);
        }
        self.take("sample", 1).map_err(OrderError::Sample)?;
        let mut pieces = 1;
        for &(sku, count) in lines {
            self.take(sku, count)?;
            pieces += count;
        }
        Ok(pieces)
    }
}
==== fixed
//! Takes orders for a warehouse.

use std::collections::HashMap;

#[derive(Debug, Clone, PartialEq)]
pub enum StockError {
    NoSuchItem,
    TooFew { left: u32 },
}

#[derive(Debug, PartialEq)]
pub enum OrderError {
    /// The order asks for nothing.
    Empty,
    /// One of the lines cannot be served.
    Line { sku: String, source: StockError },
    /// The free sample that goes with each order has run out.
    Sample(StockError),
}

pub struct Warehouse {
    pub stock: HashMap<String, u32>,
}

impl Warehouse {
    fn take(&mut self, sku: &str, count: u32) -> Result<(), StockError> {
        let left = self.stock.get_mut(sku).ok_or(StockError::NoSuchItem)?;
        if *left < count {
            return Err(StockError::TooFew { left: *left });
        }
        *left -= count;
        Ok(())
    }

    /// Takes what the order lists out of the stock, and a sample with it.
    pub fn order(&mut self, lines: &[(&str, u32)]) -> Result<u32, OrderError> {
        if lines.is_empty() {
            return Err(OrderError::Empty);
        }
        self.take("sample", 1).map_err(OrderError::Sample)?;
        let mut pieces = 1;
        for &(sku, count) in lines {
            self.take(sku, count).map_err(|source| OrderError::Line {
                sku: sku.to_string(),
                source,
            })?;
            pieces += count;
        }
        Ok(pieces)
    }
}
==== tests
fn warehouse(samples: u32) -> Warehouse {
    let stock = [("sample", samples), ("lamp", 4), ("desk", 1)];
    Warehouse { stock: stock.iter().map(|&(sku, count)| (sku.to_string(), count)).collect() }
}

#[test]
fn takes_from_stock() {
    let mut warehouse = warehouse(1);
    assert_eq!(warehouse.order(&[("lamp", 3), ("desk", 1)]), Ok(5));
    assert_eq!(warehouse.stock["lamp"], 1);
    assert_eq!(warehouse.order(&[("lamp", 1)]), Err(OrderError::Sample(StockError::TooFew { left: 0 })));
}

#[test]
fn the_line_is_named() {
    let failed = |sku: &str, source| Err(OrderError::Line { sku: sku.to_string(), source });
    let mut warehouse = warehouse(5);
    assert_eq!(warehouse.order(&[("lamp", 1), ("desk", 2)]), failed("desk", StockError::TooFew { left: 1 }));
    assert_eq!(warehouse.order(&[("sofa", 1)]), failed("sofa", StockError::NoSuchItem));
    assert_eq!(warehouse.order(&[]), Err(OrderError::Empty));
}
