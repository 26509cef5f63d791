"""Charts for readers with colour-vision deficiencies: what stands in one legend stays apart by colour or by shape."""

import warnings
from itertools import combinations

import numpy as np
import pytest

from lib.catalog import load_catalog
from lib.charts.spec import legend
from lib.charts.theme import DARK, LIGHT
from lib.exhibits import exhibit, exhibit_ids

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # says which optional libraries are not installed
    import colour

KINDS = ("Deuteranomaly", "Protanomaly", "Tritanomaly")
# CIE 2000: two flat patches that differ by 10 are told apart at a glance.
APART = 10


def seen(code: str, kind: str) -> np.ndarray:
    """A colour in CIE Lab as a reader without one kind of cones sees it (Machado and others, 2009)."""
    linear = colour.models.eotf_sRGB(np.array([int(code[i : i + 2], 16) / 255 for i in (1, 3, 5)]))
    simulated = np.clip(colour.blindness.matrix_cvd_Machado2009(kind, 1.0) @ linear, 0, 1)
    return colour.XYZ_to_Lab(colour.sRGB_to_XYZ(colour.models.eotf_inverse_sRGB(simulated)))


def difference(one: str, other: str, kind: str) -> float:
    return float(colour.delta_E(seen(one, kind), seen(other, kind), method="CIE 2000"))


def test_the_simulation_finds_colours_that_are_confused():
    assert difference("#B0473A", "#6B7A1E", "Deuteranomaly") < APART < difference("#B0473A", "#1F4E79", "Deuteranomaly")


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_marks_of_one_chart_stay_apart(kind, theme):
    catalog = load_catalog()
    confused = []
    for exhibit_id in exhibit_ids():
        chart = exhibit(catalog, exhibit_id).chart
        entries = legend(chart) if chart else ()
        confused += [
            f"{exhibit_id}: {one[2]} and {other[2]}"
            for one, other in combinations(entries, 2)
            if one[1] == other[1] and difference(theme.colour(one[0]), theme.colour(other[0]), kind) < APART
        ]
    assert confused == []
