"""Claims on fields that a repair takes the value out of."""

from __future__ import annotations

from nightschool.repair.emptied import emptied

SLOT = """
impl Dock {
    fn unload(&mut self, pallet: Pallet) { self.waiting = Some(pallet); }
    fn fetch(&mut self) -> Option<Pallet> { let pallet = self.waiting?; Some(pallet) }
    fn is_free(&self) -> bool { self.waiting.is_none() }
    fn label(&self) -> &str { &self.label }
    fn report(&mut self) -> Report { Report { unit: self.label } }
}
"""


def test_a_slot_that_is_filled_and_asked_for_wants_emptying() -> None:
    """Filled by `unload`, asked for by `is_free`, emptied by nobody."""
    told = emptied(SLOT, SLOT.replace("self.waiting?", "self.waiting.take()?"))
    assert told == {"taken_empties": 0.0, "taken_fills": 1.0, "taken_asks": 1.0, "taken_kept": 0.0, "taken_first": 1.0}


def test_a_name_that_nobody_sets_is_kept() -> None:
    """`label` is asked for and never filled."""
    told = emptied(SLOT, SLOT.replace("unit: self.label", "unit: std::mem::take(&mut self.label)"))
    assert told == {"taken_empties": 0.0, "taken_fills": 0.0, "taken_asks": 1.0, "taken_kept": 1.0, "taken_first": 1.0}


def test_others_that_empty_the_field_are_counted() -> None:
    other = SLOT.replace("fn is_free", "fn clear(&mut self) { self.waiting = None; }\n    fn is_free")
    told = emptied(other, other.replace("self.waiting?", "self.waiting.take()?"))
    assert (told["taken_empties"], told["taken_first"], told["taken_fills"]) == (1.0, 0.0, 2.0)


def test_edits_that_take_nothing_say_nothing() -> None:
    assert emptied(SLOT, SLOT.replace("self.waiting?", "self.waiting.clone()?")) == {}
