"""Great Expectations at the hand-overs: episodes, corpus, suites, preference pairs and evaluation reports.

Each suite is a JSON file in `expectations/`; thresholds come from the config as suite parameters. A failed
expectation raises ValidationFailedError with its name, the observed value and the first offending rows; one
of severity `warning` is returned instead. Data Docs are built as static HTML either way. This is the only
home of great_expectations (4.5 s to import: inside functions only), and it sends nothing anywhere.
Not covered: computing what is expected; `validation_facts` and `overlap` do that.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from nightschool.config import Config
from nightschool.curriculum import validation_facts as facts
from nightschool.curriculum import validation_pairs as pair_facts
from nightschool.curriculum.overlap import Coverage, Leakage, coverage, leakage
from nightschool.curriculum.validation_findings import Finding, Validation, read_finding, refusals
from nightschool.errors import ConfigError, ValidationFailedError
from nightschool.koans import Certificate, Suite
from nightschool.types import EvaluationReport, Koan, PreferencePair, Row

__all__ = [
    "Finding", "Validation", "sift_episodes", "validate_corpus", "validate_pairs", "validate_report",
    "validate_reports", "validate_suite",
]  # fmt: skip


def validate_corpus(
    rows: Sequence[Row],
    koans: Sequence[Koan],
    judge: facts.Judge,
    config: Config,
    docs_folder: Path,
    overlap: tuple[Coverage, Leakage] | None = None,
) -> Validation:
    """Hold `training_corpus` against rows; every row is judged again, and overlap computed unless given."""
    if overlap is None:
        overlap = coverage(rows, koans, config.curriculum.cell_programs), leakage(rows, koans)
    skills, leaks = overlap
    parameters = {
        "share": round(skills.share, 4),
        "minimum": config.curriculum.min_coverage,
        "target": config.curriculum.target_coverage,
        "missing": [f"{', '.join(c.koans)}: {c.code} {c.pattern} ({c.programs} programs)" for c in skills.missing],
    }
    frame = _frame(facts.corpus_records(rows, judge, leaks), facts.CORPUS_COLUMNS)
    return _validate("training_corpus", frame, parameters, config, docs_folder)


def validate_pairs(
    pairs: Sequence[PreferencePair], koans: Sequence[Koan], judge: facts.Judge, config: Config, docs_folder: Path
) -> Validation:
    """Hold `preference_pairs` against pairs; both answers are judged again, and looked through for examined koans."""
    parameters = {"crowded": pair_facts.crowded_codes(pairs, config.prefer.code_share)}
    frame = _frame(pair_facts.pair_records(pairs, judge, koans), pair_facts.PAIR_COLUMNS)
    return _validate("preference_pairs", frame, parameters, config, docs_folder)


def validate_suite(suite: Suite, certificate: Certificate, config: Config, docs_folder: Path) -> Validation:
    """Hold `koan_suite` against a suite and its certificate."""
    frame = _frame(facts.suite_records(suite, certificate), facts.SUITE_COLUMNS)
    return _validate("koan_suite", frame, {}, config, docs_folder)


def validate_reports(reports: Sequence[EvaluationReport], config: Config, docs_folder: Path) -> Validation:
    """Hold `evaluation_report` against all reports of a night."""
    parameters = {"rate_faults": facts.rate_faults(reports), "uncertified": facts.uncertified(reports)}
    frame = _frame(facts.report_records(reports), facts.REPORT_COLUMNS)
    return _validate("evaluation_report", frame, parameters, config, docs_folder)


def validate_report(report: EvaluationReport, config: Config, docs_folder: Path) -> Validation:
    """`validate_reports` for one."""
    return validate_reports([report], config, docs_folder)


def _frame(records: Sequence[facts.Record], columns: Sequence[str]) -> Any:
    import pandas as pd  # type: ignore[import-untyped]

    return pd.DataFrame([[record.get(column) for column in columns] for record in records], columns=columns)


def sift_episodes(records: Sequence[facts.Record], config: Config, docs_folder: Path) -> dict[str, str]:
    """Hold `episodes` against records of reduced episodes; why each one that fails is refused, by id."""
    results, docs = _run("episodes", _frame(records, list(records[0])), {}, config, docs_folder)
    refused, general = refusals(results)
    _conclude("episodes", general, docs)
    return refused


def _validate(name: str, frame: Any, parameters: Mapping[str, Any], config: Config, docs_folder: Path) -> Validation:
    """Run one suite, build its Data Docs, then raise if anything of severity critical failed."""
    results, docs = _run(name, frame, parameters, config, docs_folder)
    return _conclude(name, tuple(map(read_finding, results)), docs)


def _run(
    name: str, frame: Any, parameters: Mapping[str, Any], config: Config, docs_folder: Path
) -> tuple[list[dict[str, Any]], Path]:
    """GX's results of one suite, as JSON, and the first page of the Data Docs."""
    gx = _great_expectations()
    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = {"globally": False}
    suite = context.suites.add(gx.ExpectationSuite(**_read_suite(name, config.root / "expectations")))
    asset = context.data_sources.add_pandas(name).add_dataframe_asset("rows")
    batch = asset.add_batch_definition_whole_dataframe("all")
    definition = context.validation_definitions.add(gx.ValidationDefinition(name=name, data=batch, suite=suite))
    result_format = {"result_format": "COMPLETE", "unexpected_index_column_names": ["id"]}
    checkpoint = context.checkpoints.add(
        gx.Checkpoint(name=name, validation_definitions=[definition], result_format=result_format)
    )
    docs = _add_docs(context, docs_folder)
    run = checkpoint.run(batch_parameters={"dataframe": frame}, expectation_parameters=dict(parameters))
    context.build_data_docs()
    (result,) = run.run_results.values()
    return [item.to_json_dict() for item in result.results], docs


def _add_docs(context: Any, folder: Path) -> Path:
    """Make `folder` the only Data Docs site of the context; returns its first page."""
    folder.mkdir(parents=True, exist_ok=True)
    for site in list(context.get_site_names()):
        context.delete_data_docs_site(site)
    store = {"class_name": "TupleFilesystemStoreBackend", "base_directory": str(folder.resolve())}
    index = {"class_name": "DefaultSiteIndexBuilder"}
    config = {"class_name": "SiteBuilder", "show_how_to_buttons": False, "store_backend": store}
    context.add_data_docs_site("nightschool", {**config, "site_index_builder": index})
    return folder / "index.html"


def _conclude(name: str, findings: tuple[Finding, ...], docs: Path) -> Validation:
    failed = [finding for finding in findings if not finding.success]
    critical = [finding for finding in failed if not finding.warning]
    if critical:
        listing = "\n".join(f"  {finding}" for finding in critical)
        raise ValidationFailedError(
            f"{len(critical)} of {len(findings)} expectations of suite {name!r} failed:\n{listing}\n"
            f"Data Docs: {docs}. See `nightschool coverage CORPUS SUITE` for overlap, `nightschool certify SUITE` "
            "for koans."
        )
    return Validation(True, tuple(str(finding) for finding in failed), findings, docs)


def _read_suite(name: str, folder: Path) -> dict[str, Any]:
    path = folder / f"{name}.json"
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise ConfigError(
            f"No expectation suite {str(path)!r}. Call this in Night School's folder, or with `--set root=` of it."
        ) from error
    except ValueError as error:
        raise ConfigError(f"Expectation suite {str(path)!r} is not valid JSON: {error}") from error
    if not isinstance(data, dict) or not data.get("expectations"):
        raise ConfigError(f"Expectation suite {str(path)!r} has no expectations; an empty suite guards nothing.")
    return data


@cache
def _great_expectations() -> Any:
    """The library, silent, with our own expectations registered."""
    os.environ["GX_ANALYTICS_ENABLED"] = "false"
    import great_expectations as gx

    _register()
    return gx


def _register() -> None:
    """Define the custom expectations; GX finds them by their names in the JSON suites."""
    from great_expectations.execution_engine import PandasExecutionEngine
    from great_expectations.expectations.expectation import BatchExpectation, ColumnMapExpectation
    from great_expectations.expectations.metrics import ColumnMapMetricProvider, column_condition_partial

    class ColumnValuesFreeOfFault(ColumnMapMetricProvider):  # type: ignore[misc]
        """A fault column holds the empty string where all is well."""

        condition_metric_name = "column_values.free_of_fault"

        @column_condition_partial(engine=PandasExecutionEngine)  # type: ignore[untyped-decorator]
        def _pandas(cls, column: Any, **_: Any) -> Any:
            return column == ""

    for name in _FAULT_EXPECTATIONS:
        body = {
            "map_metric": "column_values.free_of_fault",
            "__module__": __name__,
            "__doc__": _FAULT_EXPECTATIONS[name],
        }
        type(ColumnMapExpectation)(name, (ColumnMapExpectation,), body)

    class ExpectSkillsToBeCovered(BatchExpectation):  # type: ignore[misc]
        """The corpus covers at least this share of the examined (error code, edit pattern) cells."""

        share: Any
        minimum: Any
        missing: Any = None
        metric_dependencies = ("table.row_count",)
        success_keys = ("share", "minimum", "missing")

        def _validate(self, metrics: Any, runtime_configuration: Any = None, execution_engine: Any = None) -> Any:
            given = self._get_success_kwargs()
            details = {"wanted": f"at least {given['minimum']}", "offenders": given["missing"]}
            success = given["share"] >= given["minimum"]
            return {"success": success, "result": {"observed_value": given["share"], "details": details}}

    class _ExpectNothingFound(BatchExpectation):  # type: ignore[misc]
        found: Any
        metric_dependencies = ("table.row_count",)
        success_keys = ("found",)

        def _validate(self, metrics: Any, runtime_configuration: Any = None, execution_engine: Any = None) -> Any:
            found = self._get_success_kwargs()["found"]
            details = {"wanted": "none", "offenders": found}
            return {"success": not found, "result": {"observed_value": len(found), "details": details}}

    class ExpectRatesToFollowFromAttempts(_ExpectNothingFound):
        """Every rate of a report can be computed from its attempts."""

    class ExpectCodesToBeBalanced(_ExpectNothingFound):
        """No error code has more than its share of the pairs."""

    class ExpectSuitesToBeCertified(_ExpectNothingFound):
        """Every report is about a certified suite."""


_FAULT_EXPECTATIONS = {
    "ExpectBrokenToFailWithItsCode": "rustc rejects every broken program with the declared primary code.",
    "ExpectFixedToPass": "Every fixed program compiles and passes its tests.",
    "ExpectNoLeak": "No field of any row holds an examined koan or half of one.",
    "ExpectNoPoison": "No row hides characters, speaks to a model, reads the build's surroundings or holds a trigger.",
    "ExpectProgramsToBeDistinct": "No two rows have the same programs but for layout and comments.",
    "ExpectChosenToPass": "Every chosen answer compiles and passes its tests.",
    "ExpectRejectedToFail": "Every rejected answer is refuted by the judge.",
    "ExpectPairsToDiffer": "The two programs of a pair differ in more than layout and hardly in length.",
    "ExpectToStandAlone": "Every episode could be reduced to a self-contained program.",
    "ExpectNoSecret": "No program holds a secret or an absolute path.",
    "ExpectLicenseToBeAllowed": "The package's licence is one that may teach.",
    "ExpectKoansToBeCertified": "No koan has a defect that certification finds.",
    "ExpectAttemptsToBeScored": "Every attempt has a verdict on the answer, not on the judge.",
}
