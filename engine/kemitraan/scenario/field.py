"""The names that questions have in the field form, by which an export of it is read."""

from __future__ import annotations

HEAD = {
    "sentra_name": "name",
    "sentra_id": "id",
    "assessed_on": "assessed_on",
    "about_id": "about.id",
    "about_en": "about.en",
}
"""What is asked of the sentra as a whole, by the key that a profile has for it."""

BESIDE = {
    "said_by": "by",
    "said_basis": "basis",
    "said_on": "on",
    "said_source": "source",
    "said_note": "note",
    "said_potential": "potential",
}
"""What is asked of the informant, and stands beside each claim of the submission."""

STARTED, ACCOUNT = "start", "_submitted_by"
"""When a submission was begun, and whose account sent it: who said it where nobody is named."""

FROM_STUDY = "from_study"
ACTORS = "actors"
ACTOR_NAME, ACTOR_CODE = "actor_name", "actor_code"
FIGURE, SINCE = "_figure", "_since"
"""Behind the key of a question: its answer as a figure, or as a year since when."""
