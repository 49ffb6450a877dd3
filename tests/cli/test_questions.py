"""Questions on a terminal: an answer does what the option does, and nothing is asked elsewhere."""

import os
import pty
import shlex
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput
from typer.testing import CliRunner

from somcost.cli import app, questions
from somcost.intake.questions import EVERY, Question
from somcost.model.assumptions import JobGroup
from somcost.present.imported_questions import answer_text, question_text

EXPORTS = Path(__file__).parents[1] / "exports"
ASKED = {"--job-group", "--status", "--dates", "--decimal", "--re-entries", "--sign", "--vat", "--amounts-are"} | {
    "--duplicates",
    "--set-aside",
    "--column",
    "--sheet",
    "--sums",
    "--hours",
    "--amounts-in",
}
DOWN, ENTER, CTRL_C = "\x1b[B", "\r", "\x03"


def options(folder: Path) -> list[tuple[str, str]]:
    """Give the options of an export's arguments, each with its value; of a flag it is empty."""
    said = shlex.split((folder / "arguments.txt").read_text("utf-8"))
    found: list[tuple[str, str]] = []
    for word in said:
        if word.startswith("--"):
            found.append((word, ""))
        else:
            found[-1] = (found[-1][0], word)
    return found


DOUBTFUL = [
    folder.name
    for folder in sorted(EXPORTS.iterdir())
    if (folder / "arguments.txt").exists() and {option for option, _ in options(folder)} & ASKED
]


@pytest.mark.parametrize("name", DOUBTFUL)
def test_answers_do_what_options_do(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every doubt of the corpus is asked about, or told where it has no few answers; the rows are those expected."""
    said = options(EXPORTS / name)
    told: list[Question] = []

    def answer(question: Question, groups: Mapping[str, JobGroup], lang: str) -> str:
        assert lang == "da"
        assert question_text(question, "da")
        assert all(answer_text(question, each, groups, "da") for each in question.choices)
        told.append(question)
        own = {value for option, value in said if option == question.option}
        if question.key == "set_aside":
            return "yes"
        if question.about:
            own = {value.partition("=")[2] for value in own if value.partition("=")[0] == question.about}
        if len(own) > 1:
            assert own == {*question.choices} - {EVERY}
            return EVERY
        return own.pop() if own else question.choices[0]

    monkeypatch.setattr(questions, "_answer", answer)
    monkeypatch.setattr(questions, "can_ask", lambda: True)
    out = tmp_path / "time.csv"
    left = [word for option, value in said if option not in ASKED for word in (option, value) if word]
    files = sorted(str(path) for path in (EXPORTS / name).glob("export*"))
    result = CliRunner().invoke(app, ["import", *files, *left, "--write", str(out)])
    flags = shlex.split(next((line for line in result.stderr.splitlines() if "…" in line), ""))[3:]
    again = CliRunner().invoke(app, ["import", *files, *left, *flags, "--no-questions", "--write", str(tmp_path / "2")])

    assert result.exit_code == 0, result.stderr
    assert told
    assert out.read_text("utf-8") == (EXPORTS / name / "expected.csv").read_text("utf-8")
    assert again.exit_code == 0, again.stderr
    assert (tmp_path / "2").read_bytes() == out.read_bytes()


def test_doubts_of_every_kind_are_asked_about() -> None:
    """The corpus has doubts of words, dates, stays, signs, VAT, duplicates, sheets, sums, hours and thousands."""
    options_asked = {option for name in DOUBTFUL for option, _ in options(EXPORTS / name)} & ASKED

    assert {"--job-group", "--status", "--dates", "--re-entries", "--sign", "--vat", "--duplicates"} <= options_asked
    assert {"--sheet", "--sums", "--hours", "--amounts-in"} <= options_asked


def typed(keys: str, question: Question) -> str:
    """Answer a question by keys."""
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        pipe.send_text(keys)
        return questions._answer(question, {}, "da")


def test_keys_choose_an_answer() -> None:
    """Enter takes the likeliest, an arrow the next; Ctrl-C ends it."""
    question = Question("re_entries", "", ("merged", "counted"))

    assert typed(ENTER, question) == "merged"
    assert typed(DOWN + ENTER, question) == "counted"
    with pytest.raises(KeyboardInterrupt):
        typed(CTRL_C, question)


@pytest.mark.parametrize(("keys", "code"), [(b"\r", 0), (b"\x03", 130)])
def test_a_terminal_is_asked(keys: bytes, code: int, tmp_path: Path) -> None:
    """A real process on a pseudo-terminal: the word's likeliest job group by Enter; nothing is left by Ctrl-C."""
    (tmp_path / "export.csv").write_text("Dato;Stilling;Timer\n12-03-2018;Pædgaogisk kons.;7,5\n", "utf-8")
    ours, theirs = pty.openpty()
    started = subprocess.Popen(
        [sys.executable, "-m", "somcost", "import", "export.csv", "--write", "time.csv"],
        cwd=tmp_path,
        stdin=theirs,
        stdout=theirs,
        stderr=subprocess.PIPE,
        env={**os.environ, "TERM": "xterm"},
        start_new_session=True,
    )
    os.close(theirs)
    told = b""
    while b"Hvilken stillingsgruppe" not in told and started.poll() is None:
        told += os.read(ours, 1024)
        if b"\x1b[6n" in told:
            os.write(ours, b"\x1b[1;1R")
            told = told.replace(b"\x1b[6n", b"")
    os.write(ours, keys)
    _, errors = started.communicate(timeout=60)

    assert started.returncode == code, errors
    assert (tmp_path / "time.csv").exists() is (code == 0)
    assert (b"--job-group" in errors) is (code == 0)


def test_nobody_is_asked_where_nobody_sits(tmp_path: Path) -> None:
    """In a pipe the doubt is told as a problem."""
    (tmp_path / "export.csv").write_text("Dato;Stilling;Timer\n12-03-2018;Pædgaogisk kons.;7,5\n", "utf-8")
    result = CliRunner().invoke(app, ["import", str(tmp_path / "export.csv"), "--write", str(tmp_path / "time.csv")])

    assert result.exit_code == 1
    assert "exports-are-understood" in result.stderr
