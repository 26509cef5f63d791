"""Parts of a native chart as XML, in the order that the file format asks for, and the chart that a slide takes."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lib.charts.theme import Theme
from lib.export.slides_look import Box
from lib.export.slides_shapes import SPACES, direction, escaped, fill, language_of, outline
from lib.export.slides_workbook import Column, cells_ref, header_ref, workbook

CHART_SPACES = 'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" ' + SPACES
_SHOWN = (
    '<c:showLegendKey val="0"/><c:showVal val="{value}"/><c:showCatName val="0"/><c:showSerName val="0"/>'
    '<c:showPercent val="0"/><c:showBubbleSize val="0"/>'
)
LEVEL = ' rot="0" vert="horz"'  # texts of axes are never turned
NO_LABELS = f"<c:dLbls>{_SHOWN.format(value=0)}</c:dLbls>"


@dataclass(frozen=True)
class NativeChart:
    """A chart and its numbers, in the form in which python-pptx takes them: it asks for `xml_bytes` and `xlsx_blob`."""

    xml: str
    columns: tuple[Column, ...]

    def xml_bytes(self, _kind: object) -> bytes:
        """The part of the file that holds the chart."""
        return self.xml.encode("utf-8")

    @property
    def xlsx_blob(self) -> bytes:
        """The workbook with the numbers."""
        return workbook(self.columns)


def step_of(length: float, parts: int) -> float:
    """A round step (1, 2 or 5 times a power of ten) that cuts a length into about so many parts."""
    rough = max(length, 1e-9) / parts
    power = 10.0 ** math.floor(math.log10(rough))
    return next(factor * power for factor in (1, 2, 5, 10) if factor * power >= rough * 0.999)


def number_format(values: Iterable[float], suffix: str = "") -> str:
    """How numbers are written: with separators for thousands, with decimals only where there are some."""
    whole = all(value == round(value) for value in values)
    return ("#,##0" if whole else "General") + (f'"{suffix}"' if suffix else "")


def number(value: float) -> str:
    """A number as the file writes it."""
    return str(int(value)) if value == int(value) else repr(float(value))


def text_look(size: float, ink: str, turn: str = "") -> str:
    """Font of an axis or of labels."""
    return (
        f'<c:txPr><a:bodyPr{turn}/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{round(size * 50)}" b="0">{fill(ink)}'
        '<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:pPr>'
        '<a:endParaRPr lang="en-US"/></a:p></c:txPr>'
    )


def look(filling: str, around: str = "<a:ln><a:noFill/></a:ln>") -> str:
    """Fill and line of a part of the chart."""
    return f"<c:spPr>{filling}{around}</c:spPr>"


def names(column: int, words: str) -> str:
    """The name of a series, from the header of its column."""
    cache = f'<c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>{escaped(words)}</c:v></c:pt></c:strCache>'
    return f"<c:tx><c:strRef><c:f>{escaped(header_ref(column))}</c:f>{cache}</c:strRef></c:tx>"


def numbers(column: int, values: Sequence[float | None], first: int = 0, form: str = "General") -> str:
    """Numbers of a column with their cells; what is missing stays empty."""
    points = "".join(f'<c:pt idx="{index}"><c:v>{number(v)}</c:v></c:pt>' for index, v in enumerate(values) if v is not None)
    ref = cells_ref(column, first, first + len(values) - 1)
    cache = f'<c:numCache><c:formatCode>{escaped(form)}</c:formatCode><c:ptCount val="{len(values)}"/>{points}</c:numCache>'
    return f"<c:numRef><c:f>{escaped(ref)}</c:f>{cache}</c:numRef>"


def words(column: int, texts: Sequence[str]) -> str:
    """Texts of a column with their cells."""
    points = "".join(f'<c:pt idx="{index}"><c:v>{escaped(text)}</c:v></c:pt>' for index, text in enumerate(texts))
    cache = f'<c:strCache><c:ptCount val="{len(texts)}"/>{points}</c:strCache>'
    return f"<c:strRef><c:f>{escaped(cells_ref(column, 0, len(texts) - 1))}</c:f>{cache}</c:strRef>"


def label(index: int, text: str, size: float, ink: str, side: str) -> str:
    """A text beside one point."""
    rich = (
        f'<c:rich><a:bodyPr wrap="none"/><a:lstStyle/><a:p><a:pPr {direction(text)}/><a:r><a:rPr lang="{language_of(text)}" sz="{round(size * 50)}" b="0">{fill(ink)}</a:rPr>'
        f"<a:t>{escaped(text)}</a:t></a:r></a:p></c:rich>"
    )
    return f'<c:dLbl><c:idx val="{index}"/><c:tx>{rich}</c:tx><c:dLblPos val="{side}"/>{_SHOWN.format(value=1)}</c:dLbl>'


def labels(single: Iterable[str]) -> str:
    """Texts of single points; all other points have none."""
    return f"<c:dLbls>{''.join(single)}{_SHOWN.format(value=0)}</c:dLbls>"


def value_labels(size: float, ink: str, form: str, side: str) -> str:
    """The value beside every point or bar."""
    return (
        f'<c:dLbls><c:numFmt formatCode="{escaped(form)}" sourceLinked="0"/>{look("<a:noFill/>")}{text_look(size, ink)}'
        f'<c:dLblPos val="{side}"/>{_SHOWN.format(value=1)}</c:dLbls>'
    )


@dataclass(frozen=True)
class Axis:
    """A value axis from `low` to `high`: where it stands, its steps and how its numbers are written."""

    low: float
    high: float
    step: float = 0
    form: str = "#,##0"
    log: bool = False
    grid: bool = True
    hidden: bool = False
    reverse: bool = False
    crosses: str = "min"


def _scaling(log: bool, reverse: bool, limits: tuple[float, float] | None) -> str:
    base = '<c:logBase val="10"/>' if log else ""
    ends = f'<c:max val="{limits[1]:.10g}"/><c:min val="{limits[0]:.10g}"/>' if limits else ""
    return f'<c:scaling>{base}<c:orientation val="{"maxMin" if reverse else "minMax"}"/>{ends}</c:scaling>'


def value_axis(number_of: int, other: int, side: str, axis: Axis, theme: Theme, size: float, between: str = "midCat") -> str:
    """A value axis with quiet numbers and thin lines."""
    grid = f"<c:majorGridlines>{look('', outline(theme.grid, 1.5))}</c:majorGridlines>" if axis.grid and not axis.hidden else ""
    step = f'<c:majorUnit val="{axis.step:.10g}"/>' if axis.step and not axis.log else ""
    return (
        f'<c:valAx><c:axId val="{number_of}"/>{_scaling(axis.log, axis.reverse, (axis.low, axis.high))}'
        f'<c:delete val="{int(axis.hidden)}"/><c:axPos val="{side}"/>{grid}<c:numFmt formatCode="{escaped(axis.form)}" sourceLinked="0"/>'
        f'<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="{"low" if side == "l" else "nextTo"}"/>'
        f"{look('', outline('' if side == 'l' else theme.grid, 1.5))}{text_look(size, theme.quiet, LEVEL)}"
        f'<c:crossAx val="{other}"/><c:crosses val="{axis.crosses}"/><c:crossBetween val="{between}"/>{step}</c:valAx>'
    )


def category_axis(number_of: int, other: int, side: str, theme: Theme, size: float, reverse: bool, named: bool) -> str:
    """An axis of names, which are written unless shapes over the chart do that."""
    ink = theme.text if side == "l" else theme.quiet
    return (
        f'<c:catAx><c:axId val="{number_of}"/>{_scaling(False, reverse, None)}<c:delete val="0"/><c:axPos val="{side}"/>'
        '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="{"low" if named else "none"}"/>{look("", outline(theme.grid, 1.5))}{text_look(size, ink, LEVEL)}'
        f'<c:crossAx val="{other}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="60"/>'
        f'<c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def chart_xml(frame: Box, plot: Box, drawn: str, theme: Theme, size: float) -> str:
    """The whole chart: `plot` is the exact place of the inner field, so that shapes over the chart stand where they should."""
    layout = "".join(
        f'<c:{name} val="{value:.6f}"/>'
        for name, value in (
            ("x", (plot.x - frame.x) / frame.w),
            ("y", (plot.y - frame.y) / frame.h),
            ("w", plot.w / frame.w),
            ("h", plot.h / frame.h),
        )
    )
    return (
        f'<c:chartSpace {CHART_SPACES}><c:date1904 val="0"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/>'
        '<c:plotArea><c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f"{layout}</c:manualLayout></c:layout>{drawn}{look('<a:noFill/>')}</c:plotArea>"
        f'<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>{look("<a:noFill/>")}{text_look(size, theme.quiet)}</c:chartSpace>'
    )


@dataclass(frozen=True)
class Drawing:
    """What a slide draws for a chart: the native chart in its frame, and shapes over it; a board has shapes only."""

    frame: Box
    native: NativeChart | None
    over: tuple[str, ...] = ()
