from app.domain.paper import DelegationSheet, own_side_first

JAPAN, UKRAINE, OBSERVERS = (DelegationSheet(name) for name in ("Japan", "Ukraine", "Observers"))


def test_each_side_is_named_first_in_its_own_copy():
    assert own_side_first((JAPAN, UKRAINE), "Ukraine") == (UKRAINE, JAPAN)
    assert own_side_first((JAPAN, UKRAINE), "Japan") == (JAPAN, UKRAINE)


def test_the_other_sides_keep_their_order():
    assert own_side_first([OBSERVERS, JAPAN, UKRAINE], "Ukraine") == (UKRAINE, OBSERVERS, JAPAN)


def test_without_the_own_side_the_order_stays():
    assert own_side_first((JAPAN, OBSERVERS), "Ukraine") == (JAPAN, OBSERVERS)
    assert own_side_first((), "Ukraine") == ()
