"""The checks that a sentence of the model must pass, one module for each kind; all plain functions over text.

Each takes the claim and the quotes it cites and gives the reason why it fails, or None.
"""

from raadhus.assistant.wording.checks._claim import Claim, Evidence, Quote, Source
from raadhus.assistant.wording.checks._deciding import said_in
from raadhus.assistant.wording.checks._reasons import Reason
from raadhus.assistant.wording.checks._verify import Verdict, verify

__all__ = ["Claim", "Evidence", "Quote", "Reason", "Source", "Verdict", "said_in", "verify"]
