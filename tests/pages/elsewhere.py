"""Commands of the pages that the installation made for these tests does not run: where they run, or why nowhere.

A name stands for every line that begins with it; the longest one counts. Each must still be the beginning of a line.
"""

WHOLE_PAGES = {
    "docs/tutorial-day.md": "tests/tutorial/test_day.py::TestDay::test_each_command_prints_what_the_document_says",
}
"""Pages that are run from their first line to their last, and by what."""

A_NIGHT = "a night each: `nightschool cycle --set` runs in tests/airflow/test_smoke_cycle.py; these settings are loaded"
MINUTES = "a measurement of minutes: file and options are looked up"
ENGINE = "needs a container engine: services are looked up; tests/test_compose_live.py starts the team's own"
CLUSTER = "needs a cluster: files are looked up"
SERVER = "asks a model server that is not there: settings are loaded; tests/modeling/test_served.py asks real ones"

RUNS = {
    "tests/airflow/test_smoke_cycle.py::test_the_cycle_ends_with_its_verdict_the_arms_and_its_page":
        ("make cycle",),
    "tests/airflow/test_following.py::test_a_whole_cycle_with_every_line_and_check_where_one_asks":
        ("make cycle ARGS=--verbose",),
    "tests/test_services.py::test_make_down_leaves_word_of_who_ended_everything_until_something_is_started_again":
        ("make down",),
    "tests/airflow/test_following.py::test_what_runs_is_stopped_by_one_command_with_its_process":
        ("nightschool cycle --stop",),
    "tests/airflow/test_smoke_cycle.py::test_running_a_finished_phase_again_finds_it":
        ("nightschool run align",),
    "tests/phases/test_promotion.py::test_commands_leave_who_is_champion_where_they_are_asked_to":
        ("nightschool promote 3", "nightschool rollback", "nightschool watch-registry"),
    "tests/export/test_command.py::test_a_version_is_exported_by_number_and_by_alias_where_one_says_or_under_var":
        ("nightschool export champion", "nightschool export 3 --to gguf"),
    "tests/export/test_command.py::test_the_loss_is_said":
        ("nightschool export 3 --to merged",),
    "tests/tracking/test_backup.py::test_after_the_drill_the_champion_verifies_and_the_next_change_goes_on":
        ("nightschool restore",),
    "tests/cargo/test_fix.py::test_the_command_tells_what_it_verified_and_gives_cargo_what_follows":
        ("nightschool fix core -- --features x",),
    "tests/cargo/test_fix.py::test_json_is_one_object_with_a_list_of_attempts":
        ("nightschool fix --all",),
    "tests/cargo/test_fix.py::test_a_person_is_asked_about_each_error_and_what_is_accepted_is_written":
        ("nightschool fix --interactive",),
    "tests/episodes/test_decisions.py::test_what_write_writes_is_kept_as_nobody_s_choice":
        ("nightschool fix --write",),
    "tests/cli/test_fix.py::test_a_person_goes_to_the_next_repair_and_accepts_it":
        ("nightschool fix src/lib.rs --interactive",),
    "tests/cli/test_fix.py::test_what_is_printed_applies_with_git_and_leaves_the_rest_as_it_is":
        ("nightschool fix src/lib.rs | git apply",),
    "tests/cli/test_fix.py::test_standard_input_is_repaired_as_a_filter_does":
        ("nightschool fix --stdin --write src/lib.rs <src/lib.rs",),
    "tests/tutorial/test_night.py::test_fix_shows_the_repair_that_the_document_shows":
        ("nightschool fix tests/tutorial/first.rs",),
    "tests/episodes/test_capture.py::test_a_failure_and_its_repair_are_kept":
        ("cargo nightschool check",),
    "tests/episodes/test_commands.py::test_a_day_in_commands":
        ("nightschool episodes",),
    "tests/episodes/test_commands.py::test_what_was_taken_in_goes_with_its_episode":
        ("nightschool episodes intake",),
    "tests/episodes/test_correct.py::test_in_the_workspace_the_user_s_cargo_checks_the_unit_in_a_copy":
        ("nightschool correct ID",),
    "tests/episodes/test_watch.py::test_cargo_runs_after_each_change_its_words_are_its_own_and_failures_are_kept":
        ("nightschool watch",),
    "tests/editor/test_lsp.py::test_an_unsaved_text_is_repaired_as_fix_repairs_it_from_standard_input":
        ("nightschool lsp",),
    "tests/serving/test_limits.py::test_the_token_is_made_once_and_shown_once_and_kept_from_others":
        ("nightschool serve",),
    "tests/serving/test_curl.py::test_a_repair_comes_over_the_socket_file":
        ("curl -s --unix-socket",),
    "tests/serving/test_curl.py::test_events_come_over_http_with_the_token_and_the_last_is_the_repair":
        ("curl -N -s",),
    "tests/monitoring/test_command.py::test_prometheus_scrapes_the_real_command_sees_the_next_night_and_it_ends_when_told":
        ("nightschool metrics --port",),
    "tests/containers/test_images.py::test_they_are_small":
        ("containers/airgap.sh",),
    "tests/containers/test_stores.py::test_a_fresh_installation_gets_the_image_that_was_just_built":
        ("BASE=registry.example/debian:bookworm-slim containers/airgap.sh images",),
    "tests/containers/test_phase.py::test_a_phase_that_judges_runs_in_the_trainer_without_the_engines_socket":
        ("docker run --rm",),
    "tests/kubernetes/test_values.py::test_passwords_of_roles_are_asked_for_and_escaped":
        ("python3 containers/kubernetes/make_secrets.py",),
    "tests/repair/test_cases_written.py::test_half_of_the_real_faults_are_written_and_hardly_one_wrong":
        ("python benchmarks/fix.py",),
    "tests/serving/test_load.py::test_nothing_is_lost_or_mixed_while_versions_swap_and_the_server_is_killed_and_ended":
        ("PYTHONPATH=.:plugins python benchmarks/serve_load.py",),
    "tests/test_gpu_night.py::test_a_night_on_the_cpu_runs_whole_and_goes_on_after_its_time_was_over":
        ("benchmarks/gpu_night.sh",),
}  # fmt: skip
"""Tests with what they need, a night, a champion, a terminal, a container engine, and the commands that they run."""
RUN_BY = {command: test for test, commands in RUNS.items() for command in commands}

NOT_RUN = {
    "make test": "it runs these tests",
    "make setup check test": "what everybody types before a commit",
    "make test-docker": "installs a container engine, as root; it runs the tests marked docker",
    "make up": "serves until it is ended; what it starts is started by tests/airflow/test_following.py and "
        "tests/tracking/test_server.py",
    "NIGHTSCHOOL_OTLP_ENDPOINT=http://127.0.0.1:4318 make up": "serves until it is ended; "
        "tests/airflow/test_telemetry.py starts the same services with such an address",
    "NIGHTSCHOOL_EXECUTION=docker make up": ENGINE,
    "make compose-up": ENGINE,
    "containers/engine.sh install": "installs packages, as root; tests/containers/test_bare.py reads which",
    "containers/airgap.sh code": "needs images; tests/containers/test_code.py lays code on a small one",
    "make compose-down": ENGINE,
    "make compose-backup": ENGINE + "; tests/backup/test_team.py runs it on a real PostgreSQL",
    "make compose-restore": ENGINE + "; tests/backup/test_team.py runs it on a real PostgreSQL",
    "git pull": "needs a checkout with a remote; tests/test_upgrade.py goes on with data of older versions",
    "cp -p .env /mnt/secrets/": "needs somebody's folder of secrets",
    "make cycle CONFIG=conf/coder.yaml": "fetches 491 MB; its settings are loaded",
    "nightschool cycle": A_NIGHT,
    "nightschool run baseline": "two processes with the base model; tests/phases/test_shards.py runs shards of it",
    "nightschool generate": "makes a whole corpus; generate runs in tests/cli/test_interrupt.py, these settings in "
        "tests/curriculum/test_lessons.py and tests/curriculum/test_sources.py",
    "nightschool compare": "minutes of training; tests/strategies/test_compare.py trains and compares",
    "nightschool evaluate shuffled": "trains first, on a corpus; tests/learning/test_controls.py makes the adapter",
    "nightschool evaluate policy_champion": "needs a champion that was examined; tests/serving/test_follow.py asks one",
    "nightschool evaluate base var/corpus/dev --set": SERVER,
    "nightschool evaluate path/to/adapter var/corpus/dev --set": SERVER,
    "docker-compose": ENGINE,
    "docker compose exec scheduler airflow db clean":
        ENGINE + "; tests/airflow/test_housekeeping_dag.py runs `airflow db clean`",
    "docker compose exec scheduler find": ENGINE,
    "curl -H": "needs Airflow's token; tests/airflow/test_page.py asks this route of a real Airflow",
    "kubectl": CLUSTER + "; tests/kubernetes/test_rendering.py holds the objects against the schemas",
    "helm": CLUSTER + "; tests/kubernetes/test_values.py holds the values against the base",
    "llama-server": "not ours; tests/export/test_llama_cpp.py loads such a file in a real llama.cpp",
    "ollama": "not ours; tests/export/test_modelfile.py checks what it is given",
    "vllm": "not ours, and wants a GPU; tests/export/test_vllm.py holds what it is given against its rules",
    "VLLM_MODEL=/opt/nightschool/var/exports/champion docker-compose": ENGINE,
    "pip install": "fetches a package; the version is compared with pyproject.toml",
    "python -m pytest": "is a test itself; its file is looked up",
    "python benchmarks/crate.py": MINUTES,
    "python benchmarks/export.py": MINUTES,
    "python benchmarks/search.py": MINUTES,
    "python benchmarks/sharding.py": MINUTES,
    "PYTHONPATH=src:. python benchmarks/traces.py": MINUTES,
    "PYTHONPATH=.:plugins python benchmarks/page.py": MINUTES,
    "PYTHONPATH=.:plugins python benchmarks/page_seen.py": MINUTES,
}  # fmt: skip
"""Why it does not run in any test as it stands. Its words, files, variables and settings are checked all the same."""


def place_of(line: str) -> str | None:
    """The longest name in one of the lists that begins `line`; None if tests run it here."""
    names = [name for name in (*RUN_BY, *NOT_RUN) if line == name or line.startswith(f"{name} ")]
    return max(names, key=len, default=None)
