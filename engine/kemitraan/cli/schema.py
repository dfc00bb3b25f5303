"""`schema`: JSON schemas of what is read and written, for editors and programs."""

from enum import StrEnum
from typing import Annotated

import typer

from kemitraan.command.options import one_of
from kemitraan.command.output import write


class What(StrEnum):
    """What a schema is about."""

    SCENARIO = "scenario"
    OVERLAY = "overlay"
    RULES = "rules"
    RECOMMENDATION = "recommendation"


def schema(
    what: Annotated[
        What,
        typer.Argument(
            help="Yang dijelaskan skema. | What the schema is about.", **one_of(What, "SCHEMA")
        ),
    ],
) -> None:
    """Skema JSON dari apa yang dibaca dan ditulis, bagi penyunting teks dan program.

    JSON schema of what is read and written, for editors and programs.
    """
    from kemitraan.report.data import as_json

    match what:
        case What.SCENARIO:
            from kemitraan.knowledge.load import load_rulebase
            from kemitraan.scenario.schema import scenario_schema

            write(as_json(scenario_schema(load_rulebase())))
        case What.OVERLAY:
            from kemitraan.knowledge.files import RulesFile
            from kemitraan.knowledge.load import load_rulebase
            from kemitraan.scenario.schema import overlay_schema

            write(as_json(overlay_schema(load_rulebase(), RulesFile.model_json_schema())))
        case What.RULES:
            from kemitraan.knowledge.files import RulesFile

            write(as_json(RulesFile.model_json_schema()))
        case What.RECOMMENDATION:
            from pydantic import TypeAdapter

            from kemitraan.recommendation.model import Recommendation

            write(as_json(TypeAdapter(Recommendation).json_schema()))
