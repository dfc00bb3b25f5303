"""The reports of smallest changes and sufficient reasons: the answer first, in both languages."""

from __future__ import annotations

from functools import cache

import pytest

import kemitraan
from kemitraan.analysis.change import report
from kemitraan.analysis.change.report import change_parts
from kemitraan.analysis.change.smallest_changes import smallest_changes
from kemitraan.analysis.reasons.report import sufficient_parts
from kemitraan.analysis.reasons.sufficient_reasons import sufficient_reasons
from kemitraan.report.counts import counted, figure, numbered
from kemitraan.report.parts import as_text
from kemitraan.text import Lang, Text
from kemitraan.worlds.diagrams import MOST_NODES

WIDTH = 100
UNSTUDIED = "itabajo local_government.group_found=?"


@cache
def case(name: str, *layers: str) -> kemitraan.Case:
    """Return a case by the name of its profile, and what is set in it."""
    name, *settings = name.split()
    return kemitraan.examine(
        name, settings=settings, layers=("paper",) if layers else ("paper", "practice")
    )


def change(lang: Lang, name: str = "itabajo", **asked: str) -> str:
    found = smallest_changes(
        case(name),
        to=asked.get("to"),
        remove=asked.get("remove"),
        attributes=asked.get("only", "").split(),
    )
    return flat(as_text(change_parts(case(name), found, lang, name), WIDTH))


def reasons(lang: Lang, word: str, name: str = "itabajo", most: int = MOST_NODES) -> str:
    found = sufficient_reasons(case(name), word, most=most)
    return flat(as_text(sufficient_parts(case(name), found, lang), WIDTH))


def flat(text: str) -> str:
    assert max(map(len, text.splitlines())) <= WIDTH
    return " ".join(text.split())


def test_way_to_readiness_is_told_with_what_is_still_to_be_found_out() -> None:
    text = change(Lang.EN, to="ready")
    assert "Not with what a programme can change alone" in text
    assert "Ways that also need something beyond a programme: 5 (fewest changes: 14)" in text
    assert "and 3 more that suppose otherwise what is stated (all in --format json)" in text
    assert "find out benefit for the sentra not known stated" in text
    assert "the profile does not say" in text


def test_way_that_a_programme_can_go_is_told_with_what_it_was_found_among() -> None:
    text = change(Lang.EN, "molas-poco-lembor", to="conditionally_ready")
    assert "Ways with what a programme can change: 1 (fewest changes: 1)" in text
    assert "change Management weak developing or strong" in text
    assert "What is beyond a programme opens no further way." in text
    assert "Complete: " in text


@pytest.mark.slow
@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (
            {"to": "supply_chain"},
            "Sudah berlaku sekarang: Rantai pasok pangan",
        ),
        ({"remove": "ready"}, "Memang tidak berlaku sekarang: kesiapan"),
        ({"to": "creative_economy"}, "Dengan yang dapat diubah program saja tidak tercapai"),
        ({"remove": "supply_chain", "only": "tourism_link"}, "tidak satu pun dari 3 kombinasi"),
        ({"remove": "supply_chain", "only": "sop"}, "Tidak berpengaruh pada kesimpulan ini: SOP"),
        ({"remove": "supply_chain"}, "Cara yang memuat pula hal di luar jangkauan program: 2"),
        ({"to": "creative_economy"}, "di luar kendali: sudah dinyatakan"),
        ({"remove": "governance_sop.recommended=yes"}, "Tidak dapat dihapus: apa pun yang diubah"),
        ({"to": "academia.group=key"}, "aturan di baliknya tidak membaca satu pun"),
    ],
)
def test_each_answer_has_its_words(asked: dict[str, str], expected: str) -> None:
    assert expected in change(Lang.ID, **asked)


def test_conclusion_of_no_rule_in_force_is_out_of_reach() -> None:
    over = case("itabajo", "paper")
    note = next(
        f"{c.attribute}={c.value}"
        for rule in over.base.all_rules
        if rule.layer == "practice" and rule.each is None
        for c in rule.conclusions
    )
    found = smallest_changes(over, to=note)
    assert "no rule in force concludes it" in flat(
        as_text(change_parts(over, found, Lang.EN, "itabajo"), 100)
    )


def test_essential_facts_are_told_before_what_may_stand_for_the_rest() -> None:
    text = reasons(Lang.EN, "joint_online_store.action_after=capacity_matched")
    first = text.index("Essential (in every reason): marketing channels: personal social media")
    assert first < text.index("Together with one of these 4 sets")
    assert first < text.index("It can fall if all facts")
    assert " other facts of the profile are read by no rule behind it." in text
    ready = reasons(Lang.EN, "partnership_readiness")
    assert "Read by the rules behind it, yet not needed: product character: food" in ready


@pytest.mark.parametrize(
    ("name", "word", "expected"),
    [
        (UNSTUDIED, "local_government.group=key", "Dapat hilang oleh jawaban atas yang belum"),
        (UNSTUDIED, "local_government.group=key", "Selama ini tetap belum diketahui: Pemerintah"),
        (UNSTUDIED, "local_government.group=key", "Berlaku apa pun fakta lain dalam profil"),
        ("itabajo", "market_access_need", "Tidak ada fakta yang mutlak."),
        ("molas-poco-lembor", "potential", "Itu sudah cukup"),
    ],
)
def test_each_reason_has_its_words(name: str, word: str, expected: str) -> None:
    assert expected in reasons(Lang.ID, word, name)


def test_what_is_unknown_is_said_to_stay_so_where_its_answers_are_too_many(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("kemitraan.analysis.change.search.LISTED", 5)
    text = reasons(Lang.ID, "conditionally_ready", most=0)
    assert "Yang belum diketahui dibiarkan demikian" in text
    assert "Yang belum diketahui dibiarkan demikian" not in reasons(Lang.ID, "conditionally_ready")


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (Lang.EN, "What would end it: partnership readiness: conditionally ready"),
        (Lang.ID, "Yang mengakhirinya: kesiapan bermitra: siap bersyarat"),
    ],
)
def test_what_ends_a_conclusion_is_not_told_as_steps_to_take(lang: Lang, said: str) -> None:
    text = change(lang, remove="partnership_readiness=conditionally_ready")
    assert said in text
    told = {report.HOW, report.CHANGE, report.FIND_OUT, report.NEEDED}
    assert not any(f" {one[lang]} " in text for one in told)


def test_counts_and_figures_are_written_as_people_of_each_language_do() -> None:
    assert (figure(72.5)[Lang.ID], figure(72.5)[Lang.EN]) == ("72,5", "72.5")
    assert figure(1250000)[Lang.EN] == "1250000"
    one, many = (Text("{n} hal", "{n} thing"), Text("{n} hal", "{n} things"))
    assert [numbered(n, one, many).en for n in (0, 1, 2)] == ["0 things", "1 thing", "2 things"]
    assert counted(3072)[Lang.ID] == "3.072"
    assert counted(3072)[Lang.EN] == "3,072"
    assert counted(3 * 10**20)[Lang.EN] == "more than 10^20"
