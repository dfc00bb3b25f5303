"""The field form: the questions as an XLSForm, which KoboToolbox and ODK put on a telephone.

One submission is one informant: who answers, from what and when is asked once. Every question may
stay blank, which is unknown. None is skipped for the answer to another one: in the rules as they
are, no single answer takes away all that a question could still tell.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from openpyxl import Workbook

from kemitraan.command.repeatable import ONCE, workbook_bytes
from kemitraan.form import words as w
from kemitraan.knowledge.vocabulary import ACTOR
from kemitraan.scenario import field
from kemitraan.scenario.asked import all_inputs, by_informants, informants, meanings, opening
from kemitraan.scenario.claims import bases_of_evidence
from kemitraan.scenario.evidence import BASIS_WORD
from kemitraan.scenario.model import KIND
from kemitraan.text import Lang, Text, same

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kemitraan.knowledge.rulebase import RuleBase
    from kemitraan.knowledge.vocabulary import Attribute, Figure
    from kemitraan.scenario.asked import Input

_LANGUAGES = {Lang.ID: "Bahasa Indonesia (id)", Lang.EN: "English (en)"}
_SURVEY = ("type", "name", "label", "hint", "required", "relevant", "constraint",
           "constraint_message", "appearance")  # fmt: skip
_BOTH = {"label", "hint", "constraint_message"}
_DATE = r"regex(., '^[0-9]{4}(-[0-9]{2}){0,2}$')"
_SHORT = r"regex(., '^[a-z0-9-]+$')"
_STUDY = f"${{{field.FROM_STUDY}}} = 'yes'"
_BASES, _YES = "said_basis", "whether"
_YES_NO = {"yes": Text("ya", "yes"), "no": Text("tidak", "no")}

Row = dict[str, str | Text]


def xlsform(base: RuleBase) -> bytes:
    """Return the field form as the bytes of a workbook; the same each time."""
    made = _FieldForm(base)
    book = Workbook()
    book.properties.created, book.properties.creator = ONCE, "kemitraan"
    survey: Any = book.active
    survey.title = "survey"
    _write(survey, _SURVEY, made.survey())
    _write(book.create_sheet("choices"), ("list_name", "name", "label"), made.choices())
    _write(
        book.create_sheet("settings"),
        ("form_title", "form_id", "version", "default_language", "instance_name"),
        [
            {
                "form_title": w.FIELD_TITLE.id,
                "form_id": "kemitraan_sentra",
                "version": base.digest,
                "default_language": _LANGUAGES[Lang.ID],
                "instance_name": "concat(${sentra_name}, ' – ', ${said_by})",
            }
        ],
    )
    return workbook_bytes(book)


def _write(sheet: Any, columns: Sequence[str], rows: Iterable[Mapping[str, str | Text]]) -> None:
    """Write rows below their headings; a column of texts is one for each language."""
    heads = [(key, lang) for key in columns for lang in (_LANGUAGES if key in _BOTH else (None,))]
    sheet.append([f"{k}::{_LANGUAGES[lang]}" if lang else k for k, lang in heads])
    for row in rows:
        cells = []
        for key, lang in heads:
            said = row.get(key, "")
            cells.append(said[lang] if isinstance(said, Text) and lang else str(said))
        sheet.append(cells)
        for cell in sheet[sheet.max_row]:
            if cell.value is not None:
                cell.data_type = "s"


class _FieldForm:
    """Makes the rows of the sheets."""

    def __init__(self, base: RuleBase) -> None:
        self.base = base
        self.words = base.vocabulary
        bases = {
            one: BASIS_WORD.get(one, same(one))
            for one in sorted({*bases_of_evidence(base).values()})
        }
        self.lists: dict[str, dict[str, Text]] = {_YES: _YES_NO, _BASES: bases}

    def survey(self) -> Iterator[Row]:
        """Yield every question, group by group."""
        yield {"type": "start", "name": field.STARTED}
        yield from self.group("g_sentra", w.FIELD_SENTRA, self.of_sentra())
        yield from self.group("g_informant", w.FIELD_WHO, self.of_informant())
        asked, first = all_inputs(self.base), opening(self.base)
        yield from self.group("g_first", w.OPENING, map(self.input, (asked[k] for k in first)))
        further = [one for key, one in asked.items() if key not in first]
        for number, group in enumerate(by_informants(self.base, further), 1):
            who = w.ASK.format(who=informants(self.base, group[0]))
            yield from self.group(f"g_{number}", who, map(self.input, group))
        yield {"type": "begin_repeat", "name": field.ACTORS, "label": w.FIELD_ACTORS}
        yield from self.of_actor()
        yield {"type": "end_repeat"}

    def group(self, name: str, label: Text, rows: Iterable[Row | list[Row]]) -> Iterator[Row]:
        """Yield questions that stand on one page."""
        yield {"type": "begin_group", "name": name, "label": label, "appearance": "field-list"}
        for found in rows:
            yield from found if isinstance(found, list) else [found]
        yield {"type": "end_group"}

    def own(self, name: str, kind: str = "text", **more: str | Text) -> Row:
        """Return a question that is none of the vocabulary."""
        label, hint = w.FIELD[name]
        return {"type": kind, "name": name, "label": label, "hint": hint or "", **more}

    def of_sentra(self) -> Iterator[Row]:
        """Yield what is asked of the sentra as a whole."""
        yield self.own("sentra_name", required="yes")
        yield self.own("sentra_id", constraint=_SHORT)
        yield self.own("assessed_on", constraint=_DATE)
        yield self.own("about_id")
        yield self.own("about_en")

    def of_informant(self) -> Iterator[Row]:
        """Yield what goes for every answer of a submission."""
        yield self.own("said_by")
        yield self.own("said_basis", f"select_one {_BASES}")
        yield self.own("said_on", constraint=_DATE)
        yield self.own("said_source")
        yield self.own("said_note")
        yield self.own(field.FROM_STUDY, f"select_one {_YES}")
        yield self.own("said_potential", f"select_one {_YES}", relevant=_STUDY)

    def of_actor(self) -> Iterator[Row]:
        """Yield what is asked of one party; what nobody is asked for, where a study is copied."""
        yield from self.asked(KIND, self.words.attributes[KIND], Text("Jenis", "Kind"))
        yield self.own(field.ACTOR_NAME)
        yield self.own(field.ACTOR_CODE, relevant=_STUDY)
        for attribute in self.words.attributes.values():
            if (attribute.of, attribute.role) != (ACTOR, "input") or attribute.id == KIND:
                continue
            if attribute.question is not None:
                relevant = "" if attribute.asked else _STUDY
                yield from self.asked(attribute.id, attribute, attribute.label, relevant=relevant)

    def input(self, one: Input) -> list[Row]:
        """Return the question of an input of the sentra."""
        known = self.words.questions.get(one.key)
        hints = ["\n".join(meanings(self.base, one, lang)) for lang in Lang]
        hint = Text(*hints) if any(hints) else None
        if known is not None and known.apart is not None:
            apart = w.APART.format(apart=known.apart)
            hint = Text("{a}\n{b}", "{a}\n{b}").format(a=hint, b=apart) if hint else apart
        return self.asked(one.key, one.attribute, one.label, hint)

    def asked(
        self, key: str, attribute: Attribute, label: Text, hint: Text | None = None,
        relevant: str = "",
    ) -> list[Row]:  # fmt: skip
        """Return a question, and below it the same as a figure where it may be one."""
        told = Text("{label}. {question}", "{label}. {question}").format(
            label=_begun(label), question=attribute.question or same("")
        )
        row: Row = {"name": key, "label": told, "hint": hint or "", "relevant": relevant}
        if self.words.takes_words(attribute.id):
            return [{"type": "text", **row}]
        kind = "select_multiple" if attribute.many else "select_one"
        rows: list[Row] = [{"type": f"{kind} {self.listed(attribute)}", **row}]
        if attribute.figure is not None:
            rows += self.figures(key, attribute.figure, _begun(label))
        return rows

    def figures(self, key: str, figure: Figure, label: Text) -> Iterator[Row]:
        """Yield the questions that ask for a figure instead of a level."""
        blank = f"${{{key}}} = ''"
        bounds = []
        if figure.range is not None:
            bounds += [f". >= {figure.range[0]:g}", f". <= {figure.range[1]:g}"]
        yield {
            "type": "decimal",
            "name": f"{key}{field.FIGURE}",
            "label": w.FIELD_FIGURE.format(label=label),
            "hint": figure.unit,
            "relevant": blank,
            "constraint": " and ".join(bounds),
            "constraint_message": w.FIELD_RANGE if bounds else "",
        }
        if figure.since:
            yield {
                "type": "text",
                "name": f"{key}{field.SINCE}",
                "label": w.FIELD_SINCE.format(label=label),
                "relevant": blank,
                "constraint": _DATE,
            }

    def listed(self, attribute: Attribute) -> str:
        """Return the name of the list of an attribute's answers, made when first wanted."""
        if attribute.scale not in self.lists:
            values = self.words.values_of(attribute.id)
            self.lists[attribute.scale] = {
                one: self.words.label_of_value(attribute.id, one) or same(one) for one in values
            }
        return attribute.scale

    def choices(self) -> Iterator[Row]:
        """Yield the answers of every list; after the survey, which says what is wanted."""
        for name, answers in self.lists.items():
            for one, label in answers.items():
                yield {"list_name": name, "name": one, "label": label}


def _begun(text: Text) -> Text:
    return Text(text.id[:1].upper() + text.id[1:], text.en[:1].upper() + text.en[1:])
