"""Bent and damaged manifests are read or refused, never anything else. `tools/fuzz.py` does this for hours."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from raadhus.parsing.formats.tests.damaged import KINDS, damaged
from raadhus.parsing.formats.tests.mutations import SAMPLES, bent, read_and_check


@pytest.mark.parametrize("name", SAMPLES)
def test_a_bent_sample_is_read_or_refused(name: str) -> None:
    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(bent(name))
    def reads(sample: tuple[str, bytes]) -> None:
        with tempfile.TemporaryDirectory() as folder:
            read_and_check(Path(folder), *sample)

    reads()


@settings(max_examples=60, deadline=None, database=None)
@given(
    st.sampled_from([b"<", b"<?xml ", b"<html>", b"{", b'[{"', b"<Publication>", b"\xff\xfe<\x00", b""]),
    st.binary(max_size=400),
)
def test_random_bytes_are_read_or_refused(beginning: bytes, rest: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        read_and_check(Path(folder), "m", beginning + rest)


@pytest.mark.parametrize("kind", KINDS)
def test_a_damaged_annex_is_read_or_refused(kind: str) -> None:
    @settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(damaged(kind))
    def reads(sample: tuple[str, bytes]) -> None:
        with tempfile.TemporaryDirectory() as folder:
            read_and_check(Path(folder), *sample)

    reads()
