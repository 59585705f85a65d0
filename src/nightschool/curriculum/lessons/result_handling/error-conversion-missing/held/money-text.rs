---
code: E0277
---
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Currency {
    Eur,
    Usd,
    Gbp,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MoneyError {
    MissingCurrency,
    UnknownCurrency(String),
    /// The amount, as it was written, is not a number.
    BadAmount(String),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Money {
    pub cents: i64,
    pub currency: Currency,
}

fn currency_of(code: &str) -> Result<Currency, MoneyError> {
    match code {
        "EUR" => Ok(Currency::Eur),
        "USD" => Ok(Currency::Usd),
        "GBP" => Ok(Currency::Gbp),
        other => Err(MoneyError::UnknownCurrency(other.to_string())),
    }
}

/// Reads "12.50 EUR" or "12 EUR".
pub fn parse_money(text: &str) -> Result<Money, MoneyError> {
    let (amount, code) = text.split_once(' ').ok_or(MoneyError::MissingCurrency)?;
    let currency = currency_of(code)?;
    let (major, minor) = amount.split_once('.').unwrap_or((amount, "0"));
    let major = major.parse::<i64>()?;
    let minor = minor.parse::<i64>()?;
    Ok(Money { cents: major * 100 + minor, currency })
}
==== fixed
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Currency {
    Eur,
    Usd,
    Gbp,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MoneyError {
    MissingCurrency,
    UnknownCurrency(String),
    /// The amount, as it was written, is not a number.
    BadAmount(String),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Money {
    pub cents: i64,
    pub currency: Currency,
}

fn currency_of(code: &str) -> Result<Currency, MoneyError> {
    match code {
        "EUR" => Ok(Currency::Eur),
        "USD" => Ok(Currency::Usd),
        "GBP" => Ok(Currency::Gbp),
        other => Err(MoneyError::UnknownCurrency(other.to_string())),
    }
}

/// Reads "12.50 EUR" or "12 EUR".
pub fn parse_money(text: &str) -> Result<Money, MoneyError> {
    let (amount, code) = text.split_once(' ').ok_or(MoneyError::MissingCurrency)?;
    let currency = currency_of(code)?;
    let (major, minor) = amount.split_once('.').unwrap_or((amount, "0"));
    let bad = |_| MoneyError::BadAmount(amount.to_string());
    let major = major.parse::<i64>().map_err(bad)?;
    let minor = minor.parse::<i64>().map_err(bad)?;
    Ok(Money { cents: major * 100 + minor, currency })
}
==== tests
#[test]
fn reads_amounts() {
    assert_eq!(parse_money("12.50 EUR"), Ok(Money { cents: 1250, currency: Currency::Eur }));
    assert_eq!(parse_money("7 GBP"), Ok(Money { cents: 700, currency: Currency::Gbp }));
}

#[test]
fn keeps_the_amount_as_written() {
    assert_eq!(parse_money("1x.50 USD"), Err(MoneyError::BadAmount("1x.50".into())));
    assert_eq!(parse_money("3.q USD"), Err(MoneyError::BadAmount("3.q".into())));
}

#[test]
fn other_errors_stay() {
    assert_eq!(parse_money("12"), Err(MoneyError::MissingCurrency));
    assert_eq!(parse_money("x YEN"), Err(MoneyError::UnknownCurrency("YEN".into())));
}
