"""`report.json` is what its schema says: nothing more, nothing less, whatever night it was."""

import pytest
from pydantic import ValidationError

from nightschool.report import Night, document
from nightschool.report.schema import Document
from nightschool.types import PhaseResult
from tests.test_page import hostile_night
from tests.test_report import night

NIGHTS = {
    "refused": lambda: night("f" * 30),
    "passed": lambda: night("p" * 30, phases=("gate", "align", "register")),
    "hostile": hostile_night,
    "ended early": lambda: Night("c1", {"certify": PhaseResult("certify", "k", "out")}, [], {}, 0.767, {}),
}


@pytest.mark.parametrize("which", NIGHTS)
def test_a_nights_document_is_what_the_schema_says(which):
    told = document(NIGHTS[which]())
    read = Document.model_validate(told)
    assert set(told) == {field.alias or name for name, field in Document.model_fields.items()}
    assert (read.verdict == "not_reached") is (which == "ended early")


def test_a_key_that_the_schema_does_not_know_is_refused():
    with pytest.raises(ValidationError, match="surprise"):
        Document.model_validate({**document(night("f" * 30)), "surprise": 1})
