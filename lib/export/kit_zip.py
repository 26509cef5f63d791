"""Files as one zip with one date: the same contents give the same bytes, whenever they are packed."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable
from datetime import date

_PACKED = (".pptx", ".pdf", ".png")  # compressed already: pressing them again would only take time
_OFFICE = (".pptx", ".xlsx")  # zip files themselves, which note the second in which they were written
_SAID = "docProps/core.xml"
_MOMENT = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(?=<)")


def pack(files: Iterable[tuple[str, bytes]], day: date) -> bytes:
    """A zip of these files in this order, all with the date of `day`, readable everywhere."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in files:
            _add(archive, name, dated(content, day) if name.endswith(_OFFICE) else content, day)
    return buffer.getvalue()


def dated(office: bytes, day: date) -> bytes:
    """A file of an office program with one day in place of the moments in it; workbooks inside a presentation, too.

    Raises zipfile.BadZipFile when it is no such file.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(office)) as source, zipfile.ZipFile(buffer, "w") as target:
        for entry in source.infolist():
            content = source.read(entry)
            if entry.filename == _SAID:
                content = _MOMENT.sub(rb"\g<1>" + f"{day.isoformat()}T00:00:00Z".encode("ascii"), content)
            elif entry.filename.endswith(_OFFICE):
                content = dated(content, day)
            _add(target, entry.filename, content, day)
    return buffer.getvalue()


def _add(archive: zipfile.ZipFile, name: str, content: bytes, day: date) -> None:
    entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_STORED if name.endswith(_PACKED) else zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    archive.writestr(entry, content)
