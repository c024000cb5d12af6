from pathlib import Path

import pytest

from raadhus.core.danish._dictionary import OnDisk, write

FORMS = {f"ord{n:03}": f"lemma{n:03}" for n in range(200)} | {"ø": "ø", "øer": "ø", "å": "å"}


def test_every_form_is_found_again_on_disk(tmp_path: Path) -> None:
    write(tmp_path / "da.forms", FORMS)
    forms = OnDisk(tmp_path / "da.forms")
    assert {form: forms.find(form) for form in FORMS} == FORMS


@pytest.mark.parametrize("unknown", ["", "a", "ord", "ord0010", "ord001x", "ø\t", "åå", "øe"])
def test_what_is_not_there_is_not_found(tmp_path: Path, unknown: str) -> None:
    write(tmp_path / "da.forms", FORMS)
    assert OnDisk(tmp_path / "da.forms").find(unknown) is None


def test_a_file_cut_short_is_not_used(tmp_path: Path) -> None:
    path = tmp_path / "da.forms"
    write(path, FORMS)
    path.write_bytes(path.read_bytes()[:-40])
    with pytest.raises(ValueError, match="cut short"):
        OnDisk(path)
