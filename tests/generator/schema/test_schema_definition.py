"""The JSON Schema: closed, described, dispatching on tags and kinds, equal to what is shipped."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dragoman_generator.language import SpecFile
from dragoman_generator.schema import json_schema, schema_of, write_schema
from dragoman_generator.schema.definition import file_schema
from jsonschema import Draft202012Validator
from msgspec import inspect as mi

from tests.generator.schema.small_language import Root

SHIPPED = Path(__file__).resolve().parents[3] / "specs" / "schema" / "dragoman-spec.schema.json"


def every(schema: Any) -> list[dict[str, Any]]:
    """All mappings anywhere inside."""
    if isinstance(schema, list):
        return [found for item in schema for found in every(item)]
    if not isinstance(schema, dict):
        return []
    return [schema, *(found for value in schema.values() for found in every(value))]


def test_it_is_a_valid_schema_of_draft_2020_12_with_an_identity() -> None:
    schema = json_schema()
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"].endswith("2020-12/schema")
    assert schema["$id"] == "urn:dragoman:spec:1"
    assert schema["required"] == ["spec"]


def test_every_struct_is_closed_and_no_union_is_left_to_trial() -> None:
    schema = json_schema()
    for part in every(schema):
        assert not part.keys() & {"anyOf", "oneOf", "discriminator"} or "properties" in part
    for struct in (schema, *schema["$defs"].values()):
        assert struct["additionalProperties"] is False, struct["title"]


def inside(type_: mi.Type, seen: set[type]) -> Iterator[mi.Type]:
    """The type and all that it is made of, each Struct once."""
    yield type_
    parts: list[mi.Type] = []
    match type_:
        case mi.Metadata(type=inner):
            parts = [inner]
        case mi.StructType() if type_.cls not in seen:
            seen.add(type_.cls)
            parts = [field.type for field in type_.fields]
        case mi.DictType():
            parts = [type_.key_type, type_.value_type]
        case mi.ListType():
            parts = [type_.item_type]
        case mi.UnionType():
            parts = list(type_.types)
    for part in parts:
        yield from inside(part, seen)


def frees_wrongly(root: type) -> bool:
    """Whether a union holds text with a pattern of msgspec's own beside a mapping or list.

    msgspec 0.22 frees such a union wrongly: the process may crash when the Struct is collected, at its end.
    """
    for union in inside(mi.type_info(root), set()):
        if isinstance(union, mi.UnionType):
            members = [member.type if isinstance(member, mi.Metadata) else member for member in union.types]
            patterned = any(isinstance(member, mi.StrType) and member.pattern for member in members)
            if patterned and any(isinstance(member, mi.DictType | mi.ListType) for member in members):
                return True
    return False


def test_no_union_of_the_language_can_crash_the_process_at_its_end() -> None:
    assert not frees_wrongly(SpecFile)


def test_what_is_shipped_is_what_the_language_says(tmp_path: Path) -> None:
    write_schema(tmp_path / "deep" / "schema.json")
    assert (tmp_path / "deep" / "schema.json").read_text(encoding="utf-8") == SHIPPED.read_text(
        encoding="utf-8"
    )
    assert json.loads(SHIPPED.read_text(encoding="utf-8")) == file_schema()


def test_a_tagged_union_says_its_tags_first_and_a_branch_for_each() -> None:
    machines = schema_of(Root, "urn:small")["properties"]["machines"]["items"]
    assert machines["required"] == ["machine"]
    assert machines["properties"] == {"machine": {"enum": ["book_sync", "merge"]}}
    assert machines["allOf"][1] == {
        "if": {"properties": {"machine": {"const": "merge"}}, "required": ["machine"]},
        "then": {"$ref": "#/$defs/Merge"},
    }


def test_a_union_of_kinds_names_them_and_tries_only_the_one_that_is_there() -> None:
    operation = schema_of(Root, "urn:small")["$defs"]["Operation"]["properties"]
    field = operation["fields"]["additionalProperties"]
    assert field["type"] == ["string", "object"]
    assert field["allOf"] == [{"if": {"type": "object"}, "then": {"$ref": "#/$defs/Field"}}]
    assert operation["state"]["type"] == ["string", "object", "null"]
    assert sorted(operation["level"]["type"]) == ["boolean", "integer", "string"]


def test_descriptions_come_from_annotations_and_from_the_text_under_an_attribute() -> None:
    definitions = schema_of(Root, "urn:small")["$defs"]
    assert definitions["Operation"]["description"] == "One endpoint."
    assert definitions["Operation"]["properties"]["doc"]["description"] == "Where it is documented."
    assert definitions["Operation"]["properties"]["doc"]["examples"] == ["https://example.com"]
    assert definitions["Field"]["properties"]["as"]["description"] == "The name in Python."


def test_a_decimal_is_a_number_or_its_text() -> None:
    tick = schema_of(Root, "urn:small")["$defs"]["Operation"]["properties"]["tick"]
    validator = Draft202012Validator(tick)
    fits: list[object] = [1, 0.5, "0.01", "-1e-9", "+.5"]
    fits_not: list[object] = ["", "x", "1e", "nan", None, True, []]
    assert all(map(validator.is_valid, fits))
    assert not any(map(validator.is_valid, fits_not))


def test_keys_are_text_digits_or_both_as_the_language_says() -> None:
    operation = schema_of(Root, "urn:small")["$defs"]["Operation"]["properties"]
    assert operation["fields"]["propertyNames"] == {"type": "string"}
    assert operation["ids"]["propertyNames"] == {"pattern": "^-?[0-9]+$"}
    assert "propertyNames" not in operation["codes"]


def test_an_editor_takes_members_under_their_family() -> None:
    operation = {"title": "Ask", "http": "GET /ask", "doc": "https://mill.example"}
    checker = Draft202012Validator(file_schema())
    assert checker.is_valid(
        {"spec": 1, "operations": {"family read": {"ask": operation}, "other": operation}}
    )
    assert not checker.is_valid(
        {"spec": 1, "operations": {"family read": {"ask": {**operation, "topic": "ask"}}}}
    )
    assert not checker.is_valid({"spec": 1, "operations": {"of read": {"ask": operation}}})


def test_an_editor_takes_names_behind_calls_and_topics() -> None:
    operation = {"title": "Ask", "doc": "https://mill.example"}
    channel = {"title": "Told", "connection": "stream", "doc": "https://mill.example"}
    checker = Draft202012Validator(file_schema())
    for key in ("GET /ask as ask", "spot, margin POST ask/{id} as ask"):
        assert checker.is_valid({"spec": 1, "operations": {key: operation, "family read": {key: operation}}})
    assert not checker.is_valid({"spec": 1, "operations": {"FETCH /ask as ask": operation}})
    assert checker.is_valid({"spec": 1, "channels": {"{symbol|lower}@told as told": channel}})
    assert not checker.is_valid({"spec": 1, "channels": {"{symbol|lower}@told": channel}})
