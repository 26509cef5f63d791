"""Damaged data: the loader refuses with named problems or reads it, and never fails in another way."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.catalog import DATA_DIR, read_catalog
from lib.problems import DataError, Problem
from tests.fuzz.strategies import KNOWN, SLOW

FILES = sorted(str(path.relative_to(DATA_DIR)) for path in DATA_DIR.rglob("*.csv"))
damage = st.one_of(
    st.tuples(st.just("cut"), st.integers(0, 100_000), st.just(b"")),
    st.tuples(st.just("insert"), st.integers(0, 100_000), st.binary(min_size=1, max_size=12)),
    st.tuples(st.just("insert"), st.integers(0, 100_000), st.sampled_from([text.encode("utf-8")[:300] for text in KNOWN if text])),
    st.tuples(
        st.just("insert"), st.integers(0, 100_000), st.sampled_from([b'"', b",", b"\n", b"\r", b"\x00", b"\xff\xfe", b";;", b"=1+1"])
    ),
    st.tuples(st.just("encode"), st.sampled_from([0, 1, 2]), st.just(b"")),
    st.tuples(st.just("remove"), st.just(0), st.just(b"")),
)


def damaged(content: bytes, kind: str, place: int, what: bytes) -> bytes:
    """A file with one kind of damage at a place."""
    at = place % (len(content) + 1)
    if kind == "cut":
        return content[:at]
    if kind == "encode":
        return content.decode("utf-8").encode(("utf-16", "cp949", "latin-1")[place], errors="replace")
    return content[:at] + what + content[at:]


def refusal(folder: Path) -> tuple[Problem, ...] | None:
    """The problems with which a package is refused; None when it is read."""
    try:
        read_catalog(folder)
    except DataError as error:
        return error.problems
    return None


def named(problems: tuple[Problem, ...] | None) -> bool:
    """Whether a package was read, or refused with problems that say where and which rule."""
    return problems is None or (len(problems) > 0 and all(problem.file and problem.rule for problem in problems))


@pytest.fixture(scope="module")
def copy(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("fuzz") / "data"
    shutil.copytree(DATA_DIR, folder)
    return folder


def test_damaged_tables_are_refused_by_name_or_read(copy):
    @SLOW
    @given(name=st.sampled_from(FILES), how=damage)
    def check(name, how):
        path = copy / name
        before = path.read_bytes()
        try:
            if how[0] == "remove":
                path.unlink()
            else:
                path.write_bytes(damaged(before, *how))
            assert named(refusal(copy))
        finally:
            path.write_bytes(before)

    check()


@SLOW
@given(place=st.integers(0, 400_000), what=st.binary(max_size=8))
def test_a_damaged_description_is_refused_or_read(tmp_path_factory, place, what):
    folder = tmp_path_factory.mktemp("described") / "data"
    shutil.copytree(DATA_DIR, folder)
    path = folder / "datapackage.json"
    content = path.read_bytes()
    at = place % len(content)
    path.write_bytes(content[:at] + what if not what else content[:at] + what + content[at + len(what) :])
    assert named(refusal(folder))
    shutil.rmtree(folder.parent)
