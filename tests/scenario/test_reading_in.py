"""Every way in which assumptions read a scenario, one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.scenario.small import HEAD, read, readings, seen, small_base, stated

if TYPE_CHECKING:
    from pathlib import Path

BOTH = """sentra:
  quality:
    - {value: strong, basis: assessment, source: S-001, on: 2024}
    - {value: weak, basis: finding, source: S-002, on: 2025}
"""
SEVERAL = """sentra:
  skill:
    - {value: developing, basis: finding, on: 2023}
    - {value: strong, basis: interview, on: 2025-03}
    - {value: weak, basis: interview, on: 2024}
"""


def test_fixed_facts_are_there_and_nothing_else_of_an_empty_profile(tmp_path: Path) -> None:
    world = seen("", tmp_path)
    fixed = {f"{f.attribute}({f.subject})={f.value}" for f in world.fixed}
    assert {"is(sentra)=sentra", "is(quality)=aspect", "core(quality)=yes"} <= fixed
    assert {"labels(sentra)=plain", "conflict(sentra)=graded"} <= fixed
    assert stated(world) == set()
    assert world.origin == {}
    assert world.readings == {}


def test_inputs_without_a_fact_are_unknown(tmp_path: Path) -> None:
    world = seen("sentra: {skill: strong, quality: '?'}\nactors: {bank: {}}\n", tmp_path)
    assert ("level", "quality") in world.unknown
    assert ("interest", "bank") in world.unknown
    assert ("skill", "sentra") not in world.unknown
    assert {a for a, _ in world.unknown}.isdisjoint({"assessed", "found", "profile_origin"})


def test_free_text_says_only_that_it_was_said_and_is_kept(tmp_path: Path) -> None:
    world = seen("sentra: {vision: 'hidup dari karya'}\n", tmp_path)
    assert stated(world) == {"vision(sentra)=stated"}
    assert world.words == {("vision", "sentra"): "hidup dari karya"}


def test_many_valued_attribute_takes_all_its_values(tmp_path: Path) -> None:
    expected = {"colours(sentra)=red", "colours(sentra)=blue"}
    for text in ("[red, biru]", "[{value: red}, {value: blue}]", "{value: [red, blue]}"):
        world = seen(f"sentra: {{colours: {text}}}\n", tmp_path)
        assert stated(world) == expected
        assert world.contested == ()


# Figures


@pytest.mark.parametrize(
    ("figure", "cutoffs", "level"),
    [
        ("50", "halves", "strong"),
        ('"49,9"', "halves", "weak"),
        ("66", "thirds", "developing"),
        ("66.5", "thirds", "strong"),
        ("0", "thirds", "weak"),
    ],
)
def test_figure_becomes_a_level_by_the_cutoffs_in_force(
    figure: str, cutoffs: str, level: str, tmp_path: Path
) -> None:
    for text in (f"{{figure: {figure}}}", figure):
        world = seen(f"sentra: {{quality: {text}}}\n", tmp_path, score=cutoffs)
        assert stated(world) == {f"level(quality)={level}"}
        assert readings(world) == {f"score level(quality)={level}"}


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("{since: 2022}", "weak"),
        ("{since: 2021-06}", "strong"),
        ("{since: 2021, on: 2023}", "weak"),
        ("{figure: 4}", "strong"),
    ],
)
def test_years_count_to_the_date_of_the_claim_or_of_the_assessment(
    text: str, level: str, tmp_path: Path
) -> None:
    assert stated(seen(f"sentra: {{age: {text}}}\n", tmp_path)) == {f"age(sentra)={level}"}


# Labels


def test_relabelling_touches_only_claims_of_its_basis(tmp_path: Path) -> None:
    text = "sentra: {quality: {value: strong, basis: %s}}\n"
    world = seen(text % "assessment", tmp_path, labels="inverted")
    assert stated(world) == {"level(quality)=weak", "assessed(quality)=weak"}
    assert readings(world) == {"labels level(quality)=weak", "labels assessed(quality)=weak"}
    world = seen(text % "finding", tmp_path, labels="inverted")
    assert stated(world) == {"level(quality)=strong", "found(quality)=strong"}
    assert readings(world) == set()


def test_label_that_says_nothing_leaves_the_other_claim(tmp_path: Path) -> None:
    world = seen(BOTH, tmp_path, labels="silent")
    assert stated(world) == {"level(quality)=weak", "found(quality)=weak"}
    assert world.contested == ()
    assert "labels level(quality)=weak" in readings(world)


def test_proof_can_show_what_was_really_said(tmp_path: Path) -> None:
    world = seen("sentra: {quality: {value: strong, basis: assessment}}\n", tmp_path,
                 labels="inverted")  # fmt: skip
    (claims,) = {c for f, c in world.origin.items() if f.attribute == "level"}
    assert [c.value for c in claims] == ["strong"]


@pytest.mark.parametrize(
    ("value", "level"), [("strong", "developing"), ("developing", "developing"), ("weak", "weak")]
)
def test_potential_counts_for_less_and_never_for_more(
    value: str, level: str, tmp_path: Path
) -> None:
    text = f"sentra: {{quality: {{value: {value}, potential: ya}}}}\n"
    assert stated(seen(text, tmp_path)) == {f"level(quality)={value}"}
    world = seen(text, tmp_path, promise="less")
    assert stated(world) == {f"level(quality)={level}"}
    assert readings(world) == (
        {"promise level(quality)=developing"} if value == "strong" else set()
    )


# Merged entries


def test_merged_entry_speaks_for_the_one_it_is_merged_into(tmp_path: Path) -> None:
    text = "sentra: {promotion: weak}\n"
    assert stated(seen(text, tmp_path)) == {"level(promotion)=weak"}
    world = seen(text, tmp_path, aspects="one")
    assert stated(world) == {"level(selling)=weak"}
    assert readings(world) == {"aspects level(selling)=weak"}
    assert ("level", "promotion") not in world.unknown


def test_merging_can_bring_claims_together_that_differ(tmp_path: Path) -> None:
    world = seen("sentra: {promotion: weak, selling: strong}\n", tmp_path, aspects="one")
    assert stated(world) == {"level(selling)=weak"}
    assert [(c.attribute, c.subject, c.taken, c.by) for c in world.contested] == [
        ("level", "selling", "weak", "conflict")
    ]


# Claims that differ


@pytest.mark.parametrize(
    ("evidence", "level"),
    [("assessment", "strong"), ("finding", "weak"), ("worst", "weak"), ("recent", "weak")],
)
def test_assessment_and_finding_differ(evidence: str, level: str, tmp_path: Path) -> None:
    world = seen(BOTH, tmp_path, evidence=evidence)
    assert stated(world) == {
        f"level(quality)={level}",
        "assessed(quality)=strong",
        "found(quality)=weak",
    }
    (contest,) = world.contested
    assert (contest.attribute, contest.subject, contest.taken) == ("level", "quality", level)
    assert contest.by == "evidence"
    assert {c.value for c in contest.claims} == {"strong", "weak"}
    assert readings(world) == {f"evidence level(quality)={level}"}


def test_claims_that_agree_are_no_contest(tmp_path: Path) -> None:
    world = seen(BOTH.replace("weak", "strong"), tmp_path)
    assert world.contested == ()
    (claims,) = {c for f, c in world.origin.items() if f.attribute == "level"}
    assert [c.source for c in claims] == [("S-001",), ("S-002",)]


@pytest.mark.parametrize(
    ("assume", "level", "behind"),
    [
        ({}, "developing", {"conflict", "weight"}),
        ({"weight": "equal"}, "weak", {"conflict", "weight"}),
        ({"conflict": "recent"}, "strong", {"conflict"}),
        ({"conflict": "worst"}, "weak", {"conflict"}),
    ],
)
def test_other_claims_differ(
    assume: dict[str, str], level: str, behind: set[str], tmp_path: Path
) -> None:
    world = seen(SEVERAL, tmp_path, **assume)
    assert stated(world) == {f"skill(sentra)={level}"}
    assert readings(world) == {f"{name} skill(sentra)={level}" for name in behind}
    assert [c.by for c in world.contested] == ["conflict"]


def test_tie_without_an_order_leaves_the_thing_unknown(tmp_path: Path) -> None:
    world = seen("sentra: {colour: [{value: red}, {value: blue}]}\n", tmp_path)
    assert stated(world) == set()
    assert [c.taken for c in world.contested] == [None]
    assert ("colour", "sentra") in world.unknown


# What changes afterwards


@pytest.mark.parametrize(
    ("level", "lowered"), [("strong", "developing"), ("developing", "weak"), ("weak", "weak")]
)
def test_stated_doubt_lowers_a_level_by_one_step(level: str, lowered: str, tmp_path: Path) -> None:
    text = f"sentra: {{quality: {level}}}\nactors: {{bank: {{doubts: [%s]}}}}\n"
    others = {"kind(bank)=bank", "doubts(bank)=red"}
    assert stated(seen(text % "red", tmp_path)) == {*others, f"level(quality)={level}"}
    world = seen(text % "red", tmp_path, doubt="lowers")
    assert stated(world) == {*others, f"level(quality)={lowered}"}
    expected = {f"doubt level(quality)={lowered}"} if level != lowered else set()
    assert readings(world) == expected
    world = seen(text % "blue", tmp_path, doubt="lowers")
    assert f"level(quality)={level}" in stated(world)


@pytest.mark.parametrize(("end", "level"), [("lowest", "weak"), ("highest", "strong")])
def test_unknown_levels_of_the_sentra_are_filled(end: str, level: str, tmp_path: Path) -> None:
    text = "sentra: {skill: developing}\nactors: {bank: {}}\n"
    world = seen(text, tmp_path, a_general_unknown=end)
    filled = {f"level({a})={level}" for a in ("quality", "selling", "promotion")}
    filled |= {f"age(sentra)={level}"}
    assert stated(world) == {"skill(sentra)=developing", "kind(bank)=bank", *filled}
    assert readings(world) == {f"a_general_unknown {fact}" for fact in filled}
    assert ("interest", "bank") in world.unknown
    assert ("colour", "sentra") in world.unknown
    assert all(f.value == "developing" or f.attribute == "kind" for f in world.origin)


def test_filling_some_entries_comes_before_filling_everything(tmp_path: Path) -> None:
    world = seen("", tmp_path, missing="developing", a_general_unknown="lowest")
    assert {"level(quality)=developing", "level(promotion)=weak"} <= stated(world)
    assert "missing level(quality)=developing" in readings(world)


def test_merged_entry_is_not_filled(tmp_path: Path) -> None:
    world = seen("", tmp_path, aspects="one", a_general_unknown="lowest")
    assert "level(promotion)=weak" not in stated(world)


def test_ignored_attribute_is_neither_a_fact_nor_asked_for(tmp_path: Path) -> None:
    text = "actors: {bank: {interest: strong}, office: {}}\n"
    assert "interest(bank)=strong" in stated(seen(text, tmp_path))
    world = seen(text, tmp_path, interests="unheard")
    assert stated(world) == {"kind(bank)=bank", "kind(office)=office"}
    assert "interest" not in {a for a, _ in world.unknown}


# Where a profile comes from

CASE = HEAD.replace("id: a", "id: case")
SOURCED = "sentra: {skill: {value: strong, source: %s}}\n"


def test_case_of_the_study_stated_by_the_study_alone_is_marked(tmp_path: Path) -> None:
    inside = "profile_origin(sentra)=study_case"
    assert inside in stated(seen(SOURCED % "[S-001, S-002]", tmp_path, head=CASE))
    for text, head, settings in (
        (SOURCED % "S-001", HEAD, ()),
        (SOURCED % "[S-001, Laporan Dinas 2025]", CASE, ()),
        ("sentra: {skill: strong}\n", CASE, ()),
        (SOURCED % "S-001" + "actors: {bank: {}}\n", CASE, ()),
        (SOURCED % "S-001", CASE, ["quality=strong"]),
    ):
        assert inside not in stated(seen(text, tmp_path, head=head, settings=settings))


# Determinism


def test_order_of_keys_claims_and_actors_changes_nothing(tmp_path: Path) -> None:
    parts = [
        "  selling: {value: strong, basis: assessment}\n",
        "  promotion: [{value: weak, basis: finding}, {value: developing, basis: interview}]\n",
        "  vision: [{value: dua}, {value: satu}]\n",
        "  colours: [blue, red]\n",
    ]
    swapped = [
        "  colours: [red, blue]\n",
        "  vision: [{value: satu}, {value: dua}]\n",
        "  promotion: [{value: developing, basis: interview}, {value: weak, basis: finding}]\n",
        "  selling: {basis: assessment, value: strong}\n",
    ]
    actors = ["  bank: {interest: weak}\n", "  office: {doubts: [red]}\n"]
    for assume in ({}, {"aspects": "one"}, {"labels": "inverted", "conflict": "worst"}):
        one = seen("sentra:\n" + "".join(parts) + "actors:\n" + "".join(actors), tmp_path,
                   **assume)  # fmt: skip
        two = seen("actors:\n" + "".join(reversed(actors)) + "sentra:\n" + "".join(swapped),
                   tmp_path, **assume)  # fmt: skip
        assert one.facts == two.facts
        assert one.unknown == two.unknown
        assert one.readings == two.readings
        assert list(one.words.items()) == list(two.words.items())
        values = [[(c.value, c.basis) for c in x.claims] for x in one.contested]
        assert values == [[(c.value, c.basis) for c in x.claims] for x in two.contested]


def test_only_terms_of_the_vocabulary_become_facts(tmp_path: Path) -> None:
    scenario, faults = read(HEAD + BOTH, tmp_path)
    assert not faults
    assert {c.attribute for c in scenario.claims} <= set(small_base().vocabulary.attributes)
