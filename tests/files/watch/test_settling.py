"""Which saved books of a watched folder are refreshed, and when."""

from __future__ import annotations

from pathlib import Path

from kasales_xl.files.watch.settling import Settling, Stamp

BOOK = Path("张三.xlsx")
OTHER = Path("李四.xlsx")
SAVED, AGAIN = Stamp(100, 1, 7), Stamp(120, 2, 7)


def settled(stamp: Stamp = SAVED) -> Settling:
    settling = Settling(quiet=2.0)
    settling.look({BOOK: stamp}, 0.0)
    return settling


def test_a_saved_book_is_due_once_it_has_been_quiet_long_enough() -> None:
    settling = settled()
    assert settling.due(1.9) == []
    assert settling.due(2.0) == [BOOK]


def test_a_book_that_is_still_being_copied_waits_until_its_last_piece_is_there() -> None:
    settling = settled()
    settling.look({BOOK: AGAIN}, 1.5)
    assert settling.due(3.4) == []
    assert settling.due(3.5) == [BOOK]


def test_a_place_held_by_an_empty_file_is_no_book_yet() -> None:
    settling = settled(Stamp(0, 1, 7))
    assert settling.due(60.0) == []
    assert not settling.waits
    settling.look({BOOK: SAVED}, 60.0)
    assert settling.due(62.0) == [BOOK]


def test_what_was_done_is_not_done_again_until_it_is_saved_again() -> None:
    settling = settled()
    settling.done(BOOK)
    settling.look({BOOK: SAVED}, 5.0)
    assert (settling.due(60.0), settling.waits) == ([], False)
    settling.look({BOOK: AGAIN}, 61.0)
    assert settling.due(63.0) == [BOOK]


def test_a_save_while_the_book_was_being_done_is_not_missed() -> None:
    settling = settled()
    # saved between the look and the end of the work
    settling.done(BOOK)
    settling.look({BOOK: AGAIN}, 3.0)
    assert settling.due(5.0) == [BOOK]


def test_our_own_write_is_looked_at_once_and_then_the_folder_is_at_rest() -> None:
    settling = settled()
    settling.done(BOOK)
    settling.look({BOOK: AGAIN}, 2.5)
    assert settling.due(4.5) == [BOOK]
    # nothing to change: nothing is written
    settling.done(BOOK)
    settling.look({BOOK: AGAIN}, 5.0)
    assert not settling.waits


def test_a_book_that_was_replaced_by_another_file_of_the_same_size_and_time_is_new() -> None:
    settling = settled()
    settling.done(BOOK)
    settling.look({BOOK: SAVED._replace(number=8)}, 3.0)
    assert settling.due(5.0) == [BOOK]


def test_an_open_book_is_tried_again_later_and_not_before() -> None:
    settling = settled()
    settling.later(BOOK, 20.0)
    assert settling.due(19.9) == []
    assert settling.due(20.0) == [BOOK]


def test_a_book_that_has_gone_is_forgotten() -> None:
    settling = settled()
    settling.look({OTHER: SAVED}, 1.0)
    assert settling.due(60.0) == [OTHER]
    settling.done(OTHER)
    settling.look({}, 61.0)
    assert settling.seen == {}


def test_those_saved_first_are_done_first() -> None:
    settling = Settling(quiet=1.0)
    settling.look({OTHER: SAVED}, 0.0)
    settling.look({OTHER: SAVED, BOOK: SAVED}, 0.5)
    assert settling.due(9.0) == [OTHER, BOOK]
