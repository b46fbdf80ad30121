"""Rules of partial records laid over full ones."""

from __future__ import annotations

from typing import Any

import pytest
from dragoman.machines import Merge
from dragoman.machines.kept import Latest
from dragoman.translate.frames import variant
from hypothesis import given
from hypothesis import strategies as st
from msgspec import UNSET, Struct, UnsetType


class Ticker(Struct, frozen=True):
    kind: str | UnsetType = UNSET
    bid: str | UnsetType | None = UNSET
    ask: str | UnsetType | None = UNSET
    funding: str | UnsetType | None = UNSET


def merge(**more: Any) -> Merge[Ticker]:
    return Merge(max_keys=10, is_full=lambda record: record.kind == "snapshot", **more)


def update(machine: Merge[Ticker], **fields: Any) -> Ticker:
    merged = machine.update("A", Ticker(**fields))
    assert merged is not None
    return merged.record


def test_a_partial_record_keeps_what_it_does_not_carry() -> None:
    machine = merge()
    update(machine, kind="snapshot", bid="1", ask="2")
    assert update(machine, kind="delta", ask="3") == Ticker("delta", "1", "3")


def test_a_full_record_forgets_all_that_was_before() -> None:
    machine = merge()
    update(machine, kind="snapshot", bid="1", ask="2")
    assert update(machine, kind="snapshot", bid="5") == Ticker("snapshot", "5")


def test_the_first_record_of_a_key_may_be_required_to_be_full() -> None:
    machine = merge(full_first=True)
    assert machine.update("A", Ticker("delta", "1")) is None
    assert machine.counters.dropped == 1
    assert merge().update("A", Ticker("delta", "1")) is not None


@pytest.mark.parametrize("nothing", ["", None])
def test_what_an_empty_field_does_is_declared_by_field(nothing: str | None) -> None:
    machine = merge(empty={"default": "keep", "funding": "clear"})
    update(machine, kind="snapshot", bid="1", funding="0.01")
    assert update(machine, kind="delta", bid=nothing, funding=nothing) == Ticker("delta", "1")
    assert update(machine, kind="snapshot", bid=nothing) == Ticker("snapshot")


def test_an_empty_field_is_taken_as_it_is_where_nothing_is_declared() -> None:
    machine = merge()
    update(machine, kind="snapshot", bid="1")
    assert update(machine, kind="delta", bid="").bid == ""


def test_an_empty_list_is_empty_too() -> None:
    machine: Merge[dict[str, list[int]]] = Merge(max_keys=10, empty={"default": "keep", "asks": "clear"})
    machine.update("A", {"bids": [1], "asks": [2]})
    merged = machine.update("A", {"bids": [], "asks": []})
    assert merged is not None and merged.record == {"bids": [1]}


def test_keys_know_nothing_of_each_other() -> None:
    machine = merge()
    machine.update("A", Ticker("snapshot", "1"))
    merged = machine.update("B", Ticker("delta", ask="2"))
    assert merged is not None and merged.record == Ticker("delta", ask="2")


class Told(Struct):
    value: str
    ts_event: int = 0


def test_a_disconnect_forgets_every_record() -> None:
    machine = merge()
    update(machine, kind="snapshot", bid="1")
    out: list[Any] = []
    machine.put_new("A", "quote", Told("1"), out)
    machine.on_disconnect()
    assert machine.current("A") is None
    machine.put_new("A", "quote", Told("1"), out)
    assert len(out) == 2


def test_a_group_fires_when_the_message_brings_one_of_its_fields() -> None:
    machine = merge()
    machine.update("A", Ticker("snapshot", "1", "2"))
    merged = machine.update("A", Ticker("delta", bid="1"))
    assert merged is not None
    assert merged.has(["bid", "ask"]) and not merged.has(["bid", "funding"])
    assert merged.any_present(["bid", "ask"]) and not merged.any_present(["ask", "funding"])
    assert not merged.any_changed(["bid", "ask"]), "it was sent, but it is the same"


def test_a_group_changes_when_a_field_differs_from_the_record_before() -> None:
    machine = merge()
    first = machine.update("A", Ticker("snapshot", "1"))
    second = machine.update("A", Ticker("delta", bid="9"))
    assert first is not None and second is not None
    assert first.any_changed(["bid"]) and not first.any_changed(["funding"])
    assert second.any_changed(["bid", "ask"])


def test_equal_values_are_put_out_once_a_key_and_group() -> None:
    machine = merge()
    out: list[Any] = []
    for key, group, value in ("AqA", "AqA", "AmA", "BqA", "AqB"):
        machine.put_new(key, group, Told(value, len(out)), out)
    assert [event.value for event in out] == ["A", "A", "A", "B"], "the time alone is nothing new"


def test_the_memory_is_bounded_and_what_made_room_is_counted() -> None:
    machine = Merge[Ticker](max_keys=2)
    for key in "ABC":
        machine.update(key, Ticker(bid=key))
    assert machine.evicted == 1
    assert machine.current("A") is None


RECORD = st.dictionaries(st.sampled_from("abcd"), st.sampled_from(["", "1", "2", None]))


@given(st.lists(RECORD), st.sampled_from(["keep", "clear", "take"]))
def test_dicts_and_structs_merge_alike(records: list[dict[str, Any]], policy: Any) -> None:
    class Row(Struct):
        a: str | UnsetType | None = UNSET
        b: str | UnsetType | None = UNSET
        c: str | UnsetType | None = UNSET
        d: str | UnsetType | None = UNSET

    dicts = Merge[dict[str, Any]](max_keys=5, empty={"default": policy})
    structs = Merge[Row](max_keys=5, empty={"default": policy})
    plain: dict[str, Any] = {}
    for record in records:
        by_dict, by_struct = dicts.update("k", record), structs.update("k", Row(**record))
        for name, value in record.items():
            if value in ("", None) and policy != "take":
                if policy == "clear":
                    plain.pop(name, None)
            else:
                plain[name] = value
        assert by_dict is not None and by_struct is not None
        assert by_dict.record == plain
        assert by_struct.record == Row(**plain)
        assert by_dict.present == by_struct.present


class Order(Struct, frozen=True):
    id: str
    note: str | None = None
    tags: list[str] | None = None
    size: int | None = None


@pytest.mark.parametrize("policy", ["keep", "take"])
def test_records_without_empty_texts_are_taken_as_they_are(policy: Any) -> None:
    machine = Merge[Order](max_keys=5, empty={"default": policy}, as_none=True)
    whole = Order("1", "n", ["t"], 5)
    first = machine.update("1", whole)
    assert first is not None and first.record is whole and first.present == {"id", "note", "tags", "size"}
    second = machine.update("1", Order("1", size=6))
    assert (
        second is not None and second.record == Order("1", "n", ["t"], 6) and second.present == {"id", "size"}
    )
    third = machine.update("1", Order("1", note="", tags=[]))
    kept = Order("1", "n", ["t"], 6) if policy == "keep" else Order("1", "", [], 6)
    assert third is not None and third.record == kept and third.any_present(["note"])
    alone = machine.update("2", Order("2", note=""))
    assert alone is not None and alone.record.note == (None if policy == "keep" else "")


def test_a_record_with_nothing_beneath_is_taken_as_it_is_where_readers_know_what_empty_means() -> None:
    machine = Merge[Order](max_keys=2, empty={"default": "keep"}, as_none=True, as_is=True)
    alone = Order("1", note="", size=0)
    assert machine.record("1", alone) is alone
    assert machine.record("1", Order("1", note="n", tags=["t"])) == Order("1", "n", ["t"], 0)
    assert machine.record("1", Order("1", note="", tags=[], size=0)) == Order("1", "n", ["t"], 0)
    assert machine.record("1", Order("1", note=""), True) == Order("1", note="")
    assert machine.counters.replaced == 1


def test_what_is_marked_as_used_stays_for_once_and_so_does_the_newest() -> None:
    machine = Merge[Ticker](max_keys=2)
    for key in "AB":
        machine.record(key, Ticker(bid=key))
    opened = [machine.opened(key, Latest) for key in "AB"]
    opened[1].was_used = False
    machine.record("C", Ticker(bid="C"))
    assert (list(machine.kept.held), machine.evicted) == (["C", "A"], 1)
    machine.opened("C", Latest).record = Ticker(bid="D")
    opened[0].was_used = True
    machine.record("E", Ticker(bid="E"))
    assert (machine.evicted, len(machine.kept.held), "E" in machine.kept.held) == (2, 2, True)
    for held in tuple(machine.kept.held):
        assert machine.current(held) in (Ticker(bid="A"), Ticker(bid="D"), Ticker(bid="E"))


def test_a_row_that_is_kept_whole_is_what_others_are_laid_over() -> None:
    machine = Merge[Ticker](max_keys=2, empty={"default": "keep"})
    machine.record("A", Ticker(bid="1", ask="2"))
    machine.opened("A", Latest).record = Ticker(bid="3", ask="4")
    assert machine.current("A") == Ticker(bid="3", ask="4")
    assert machine.record("A", Ticker(bid="5")) == Ticker(bid="5", ask="4")


def lay(record: Any, row: Order) -> None:
    """As generated code lays orders over each other that keep what a message leaves empty."""
    if row.note:
        record.note = row.note
    if row.tags:
        record.tags = row.tags
    if row.size is not None:
        record.size = row.size


ORDER = st.builds(
    Order,
    st.sampled_from("AB"),
    st.sampled_from([None, "", "n", "m"]),
    st.sampled_from([None, [], ["t"]]),
    st.sampled_from([None, 0, 5]),
)


@given(st.lists(st.tuples(ORDER, st.sampled_from([None, False, True]), st.booleans())), st.booleans())
def test_records_that_are_laid_over_each_other_come_to_what_the_rules_say(
    told: list[tuple[Order, bool | None, bool]], as_is: bool
) -> None:
    rules: dict[str, Any] = {"max_keys": 5, "empty": {"default": "keep"}, "as_none": True, "as_is": as_is}
    usual, laid = Merge[Order](**rules), Merge[Order](**rules, lay=lay)
    for order, is_full, alone in told:
        if alone:
            usual.record(order.id, order, is_full)
            laid.record(order.id, order, is_full)
        else:
            by_rule, by_field = usual.update(order.id, order, is_full), laid.update(order.id, order, is_full)
            assert by_rule is not None and by_field is not None
            assert (by_rule.previous is None) is (by_field.previous is None)
            assert by_rule.any_changed(["note", "tags", "size"]) is by_field.any_changed(
                ["note", "tags", "size"]
            )
            assert by_rule.has(["note"]) is by_field.has(["note"])
        assert usual.current(order.id) == laid.current(order.id)


def test_what_rows_of_another_type_are_laid_over_stays_known() -> None:
    machine = Merge[Any](max_keys=2, empty={"default": "keep"}, as_none=True, as_is=True, lay=lay)
    machine.record("1", Order("1", note="n"))
    machine.record("1", Order("1", size=1))
    fed = variant(Order, size=Any)
    machine.record("1", fed(id="1", tags=["t"]))
    assert machine.current("1") == Order("1", "n", ["t"], 1)
    machine.record("1", Order("1", size=2))
    assert machine.current("1") == Order("1", "n", ["t"], 2)


def test_a_record_that_others_were_laid_over_makes_room_as_any_other() -> None:
    machine = Merge[Any](max_keys=2, empty={"default": "keep"}, as_none=True, as_is=True, lay=lay)
    for number in (1, 2, 3, 4, 4, 4):
        machine.record("1", Order("1", size=number))
        machine.record(str(number + 1), Order(str(number + 1)))
    assert (len(machine.kept.held), machine.evicted) == (2, 3)
    assert machine.current("1") == Order("1", size=4)
