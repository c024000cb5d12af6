"""The checks measured: honest sentences stay, lies do not get through. `raadhus model --measure` prints the same."""

from raadhus.assistant.wording.measuring import measured


def test_the_checks_are_as_good_as_the_documents_say() -> None:
    found = measured()
    assert found.honest >= 60
    assert found.lies.total() >= 120
    assert len(found.lies) >= 10
    assert found.misses <= 0.01, [claim.text for _, claim in found.missed]
    assert found.false_drops <= 0.15, [(claim.text, reason) for claim, reason in found.dropped]
