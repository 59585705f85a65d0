"""Claims of operators on errors of another type and on failures that are kept aside."""

from __future__ import annotations

from tests.repair.operators.samples import proposed

CONVERT = "`?` couldn't convert the error to `LoadError`"
LOAD = """enum LoadError { Empty, Cell { row: usize, name: String, cause: CellError }, Size(ParseIntError) }
struct CellError(pub String);
fn cell(text: &str) -> Result<u32, CellError> { Err(CellError(text.to_string())) }
fn load(name: &str, text: &str) -> Result<u32, LoadError> {
    let mut sum = 0;
    for (index, row) in text.lines().enumerate() {
        sum += cell(row)?;
    }
    if sum == 0 { return Err(LoadError::Empty); }
    Ok(sum)
}
"""
WAY = """enum WayError { Short, NoRoad { from: String, to: String } }
fn road(from: &str, to: &str) -> Option<u32> { None }
fn way(stops: &[&str]) -> Result<u32, WayError> {
    if stops.is_empty() { return Err(WayError::Short); }
    Ok(road(stops[0], stops[1])?)
}
"""
ARMS = """struct Late(u32);
enum TripError { Lost, TooLate(Late) }
fn due(at: u32) -> Result<u32, Late> { Err(Late(at)) }
fn trip(at: u32) -> Result<u32, TripError> {
    match at {
        0 => Err(TripError::Lost),
        _ => due(at),
    }
}
"""
CASH = """enum CashError { Short { missing: u32 } }
struct Till { cash: u32 }
impl Till {
    fn take(&mut self, sum: u32) -> Result<u32, CashError> {
        self.cash = self.cash.checked_sub(sum);
        Ok(self.cash)
    }
}
"""
CHECKED = """fn check(n: u32) -> Result<u32, String> { Ok(n) }
fn read(word: &str, n: u32) -> Result<u32, String> {
    match word {
        "one" => check(n),
        "dozen" => n * 12,
        other => Err(other.to_string()),
    }
}
"""
ASIDE = """struct BadLine { text: String }
fn number(line: &str) -> Result<u32, BadLine> { Err(BadLine { text: line.to_string() }) }
struct Sheet { numbers: Vec<u32>, rejected: Vec<KIND> }
impl Sheet {
    fn add(&mut self, line: &str) {
        let found = number(line)?;
        self.numbers.push(found);
    }
}
"""
COUNT = """struct Tally { sum: u32, skipped: usize }
fn tally(lines: &[&str]) -> Tally {
    let mut tally = Tally { sum: 0, skipped: 0 };
    for line in lines {
        let number: u32 = line.parse()?;
        tally.sum += number;
    }
    tally
}
"""
CANNOT = "cannot use the `?` operator in a function that returns"


def _converted(source: str, have: str, want: str, mark: str) -> list[str]:
    label = f"the trait `From<{have}>` is not implemented for `{want}`"
    return proposed("fitting-error", source, "E0277", CONVERT, (mark, label))


def test_a_variant_takes_the_error_with_the_line_and_names_around() -> None:
    made = "LoadError::Cell { row: index + 1, name: name.to_string(), cause }"
    found = _converted(LOAD, "CellError", "LoadError", "cell(row)^?")
    assert found[0] == LOAD.replace("cell(row)?", f"cell(row).map_err(|cause| {made})?")


def test_the_variant_that_holds_the_error_is_named_by_its_path() -> None:
    source = LOAD.replace("cell(row)?", "row.parse::<u32>()?")
    found = _converted(source, "ParseIntError", "LoadError", "<u32>()^?")
    assert found[0] == source.replace("<u32>()?", "<u32>().map_err(LoadError::Size)?")


def test_nothing_becomes_an_error_of_the_arguments() -> None:
    words = "use `.ok_or(...)?` to provide an error compatible with `Result<u32, WayError>`"
    found = proposed("fitting-error", WAY, "E0277", "the `?` operator can only", ("[1])^?", words))
    made = "WayError::NoRoad { from: stops[0].to_string(), to: stops[1].to_string() }"
    assert found[0] == WAY.replace("stops[1])?", f"stops[1]).ok_or_else(|| {made})?")


def test_without_an_error_type_nothing_is_proposed() -> None:
    source = "fn f(text: &str) -> Option<u32> {\n    Some(text.parse::<u32>()?)\n}\n"
    assert proposed("fitting-error", source, "E0277", "the `?` operator can only", ("<u32>()^?", "")) == []


def test_an_arm_with_another_error_is_mapped_to_the_variant_that_holds_it() -> None:
    words = "expected `Result<u32, TripError>`, found `Result<u32, Late>`"
    found = proposed("fitting-error-in-arm", ARMS, "E0308", "`match` arms", ("=> ^due(at)", words))
    assert found[0] == ARMS.replace("=> due(at)", "=> due(at).map_err(TripError::TooLate)")


def test_equal_errors_are_left_alone() -> None:
    words = "expected `Result<u32, TripError>`, found `Result<u64, TripError>`"
    assert proposed("fitting-error-in-arm", ARMS, "E0308", "`match` arms", ("=> ^due(at)", words)) == []


def test_a_difference_that_is_none_tells_what_is_missing() -> None:
    words = "expected `u32`, found `Option<u32>`"
    found = proposed("fitting-error-for-nothing", CASH, "E0308", "mismatched types", ("= ^self.cash.checked", words))
    made = ".ok_or_else(|| CashError::Short { missing: sum - self.cash })?"
    assert found[0] == CASH.replace("checked_sub(sum)", f"checked_sub(sum){made}")


def test_an_inferred_error_gets_the_name_it_is_bound_to() -> None:
    source = """enum E { NoNumber(&'static str) }
fn f(text: &str) -> Result<u32, E> {
    let width = text.parse()?;
    Ok(width)
}
"""
    words = "type mismatch resolving `<u32 as FromStr>::Err == E`"
    label = "expected `E`, found `ParseIntError`"
    found = proposed("fitting-inferred-error", source, "E0271", words, ("text.^parse", label))
    assert found == [source.replace("parse()", 'parse().map_err(|_| E::NoNumber("width"))')]


def test_a_bare_arm_does_as_its_neighbours() -> None:
    words = "expected `Result<u32, String>`, found `u32`"
    found = proposed("as-neighbours-do", CHECKED, "E0308", "`match` arms", ("=> ^n * 12", words))
    assert found == [CHECKED.replace("=> n * 12", "=> check(n * 12)")]


def test_without_a_neighbour_that_calls_nothing_is_proposed() -> None:
    source = CHECKED.replace("=> check(n)", "=> Ok(n)")
    words = "expected `Result<u32, String>`, found `u32`"
    assert proposed("as-neighbours-do", source, "E0308", "`match` arms", ("=> ^n * 12", words)) == []


def test_a_bad_line_is_kept_and_the_function_ends() -> None:
    source = ASIDE.replace("KIND", "BadLine")
    found = proposed("set-failure-aside", source, "E0277", "", ("number(line)^?", CANNOT))
    assert len(found) == 1
    assert "Err(err) => {\n                self.rejected.push(err);\n                return;" in found[0]


def test_a_list_of_texts_keeps_what_was_read_or_the_error_tells() -> None:
    source = ASIDE.replace("KIND", "String")
    found = proposed("set-failure-aside", source, "E0277", "", ("number(line)^?", CANNOT))
    assert "let Ok(found) = number(line) else {\n            self.rejected.push(line.to_string());" in found[0]
    assert "self.rejected.push(err.text);" in found[1]


def test_a_failure_is_counted_and_the_loop_goes_on() -> None:
    found = proposed("set-failure-aside", COUNT, "E0277", "", ("parse()^?", CANNOT))
    assert "tally.skipped += 1;\n                continue;" in found[0]


def test_what_is_filled_already_keeps_no_failures() -> None:
    source = COUNT.replace("tally.sum += number;", "tally.sum += number;\n        tally.skipped += 1;")
    assert proposed("set-failure-aside", source, "E0277", "", ("parse()^?", CANNOT)) == []


def test_rustc_says_that_an_error_may_be_discarded() -> None:
    source = "fn f(a: &str, b: &str) -> Option<u32> {\n    Some(a.parse::<u32>()? + b.parse::<u32>()?)\n}\n"
    words = "use `.ok()?` if you want to discard the error information"
    labels = [("a.parse::<u32>()^?", words), ("b.parse::<u32>()^?", words)]
    found = proposed("map-err-everywhere", source, "E0277", "the `?` operator can only", *labels)
    assert found[0] == source.replace("()?", "().ok()?")
