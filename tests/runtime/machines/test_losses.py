"""What is lost of a keyed tree is broken until its image, told once, and asked for ever more slowly."""

from __future__ import annotations

from dragoman.machines.losses import Broken, Losses

SECOND = 1_000_000_000


def begin(losses: Losses, broken: Broken, image: bool = False, now: int = 0) -> bool:
    return losses.begin("m", broken, image, ["a", "b"], now)


def test_a_lost_child_is_broken_and_told_once() -> None:
    losses, broken = Losses(), Broken(0)
    losses.lose("m", "a")
    assert not begin(losses, broken)
    assert broken.holds("a") and not broken.holds("b")
    assert broken.tell("a") and not broken.tell("a")
    losses.lose("m", "a")
    begin(losses, broken)
    assert not broken.tell("a")


def test_an_image_heals_but_what_was_lost_of_itself() -> None:
    losses, broken = Losses(), Broken(0)
    losses.lose("m", "a")
    begin(losses, broken)
    losses.lose("m", "b")
    begin(losses, broken, image=True)
    assert (broken.holds("a"), broken.holds("b")) == (False, True)
    begin(losses, broken, image=True)
    assert not broken


def test_a_lost_message_breaks_every_parent_that_begins_after_it_without_an_image() -> None:
    losses, old = Losses(), Broken(0)
    losses.lose_everything()
    assert not begin(losses, old)
    assert old.holds("a") and old.holds("never seen") and old.tell("never seen")
    fresh = losses.fresh()
    begin(losses, fresh)
    assert fresh.whole
    imaged = losses.fresh()
    begin(losses, imaged, image=True)
    assert not imaged


def test_children_that_a_message_showed_whole_stay_sound() -> None:
    broken = Broken(0)
    broken.add_all(["a", "b"], sound=["b"])
    assert broken.holds("a") and not broken.holds("b") and broken.holds("c")


def test_the_venue_is_asked_at_once_and_then_ever_more_slowly() -> None:
    losses, broken = Losses(), Broken(0)
    waits = []
    now = 1_000 * SECOND
    for _ in range(8):
        losses.lose("m", "a")
        begin(losses, broken, now=now)
        asked = losses.effects.popleft()
        waits.append(asked.not_before_ns - now)
        losses.lose("m", "a")
        begin(losses, broken, now=now)
        assert not losses.effects or waits[-1] == 0
        losses.effects.clear()
        now = max(now, losses._asked_until_ns) + 1
    assert waits[0] == 0 and waits[-1] > waits[2] and max(waits) <= 60 * SECOND
    losses.lose("m", "a")
    begin(losses, broken, now=now + 1_000 * SECOND)
    assert losses.effects.popleft().not_before_ns == now + 1_000 * SECOND
