"""Reads a finished PDF back with pdfium, which shares nothing with the writer: words, tags, links, sizes, pictures."""

import ctypes
from dataclasses import dataclass, field

import pypdfium2 as pdfium
from pypdfium2 import raw


@dataclass
class Tag:
    """A node of the tag tree."""

    kind: str
    alt: str
    below: list = field(default_factory=list)

    def all(self, *kinds):
        found = [self] if self.kind in kinds else []
        return found + [tag for child in self.below for tag in child.all(*kinds)]


def _said(call, element):
    size = call(element, None, 0)
    buffer = ctypes.create_string_buffer(max(size, 2))
    call(element, buffer, size)
    return buffer.raw[:size].decode("utf-16-le").rstrip("\0")


def _tag(element):
    tag = Tag(_said(raw.FPDF_StructElement_GetType, element), _said(raw.FPDF_StructElement_GetAltText, element))
    for place in range(raw.FPDF_StructElement_CountChildren(element)):
        child = raw.FPDF_StructElement_GetChildAtIndex(element, place)
        if child:
            tag.below.append(_tag(child))
    return tag


class Pdf:
    """A PDF that was written."""

    def __init__(self, content):
        self.content = content
        self.document = pdfium.PdfDocument(content)

    def __len__(self):
        return len(self.document)

    @property
    def pages(self):
        return [page.get_textpage().get_text_bounded() for page in self.document]

    @property
    def text(self):
        """All words with single spaces, as they were typed: spaces without width and hyphens at ends of lines are the setter's."""
        joined = " ".join(self.pages).replace("\u200b", "").replace("\ufffe", "").replace("\x02", "")
        return " ".join(joined.replace("\u00a0", " ").split())

    @property
    def size(self):
        return self.document[0].get_size()

    @property
    def tags(self):
        """The root of the tags of each page."""
        roots = []
        for page in self.document:
            tree = raw.FPDF_StructTree_GetForPage(page)
            roots += [_tag(raw.FPDF_StructTree_GetChildAtIndex(tree, place)) for place in range(raw.FPDF_StructTree_CountChildren(tree))]
            raw.FPDF_StructTree_Close(tree)
        return Tag("root", "", roots)

    @property
    def is_tagged(self):
        return bool(raw.FPDFCatalog_IsTagged(self.document))

    @property
    def links(self):
        """The addresses behind all links, with repetitions."""
        found = []
        for page in self.document:
            place, link = ctypes.c_int(0), raw.FPDF_LINK()
            while raw.FPDFLink_Enumerate(page, place, link):
                action = raw.FPDFLink_GetAction(link)
                size = raw.FPDFAction_GetURIPath(self.document, action, None, 0)
                buffer = ctypes.create_string_buffer(size)
                raw.FPDFAction_GetURIPath(self.document, action, buffer, size)
                found.append(buffer.value.decode())
        return found

    def picture(self, page=0, scale=2.0):
        return self.document[page].render(scale=scale).to_pil()

    def sizes_of_letters(self):
        """The size of each printed letter in points."""
        found = set()
        for page in self.document:
            text = page.get_textpage()
            for place in range(raw.FPDFText_CountChars(text)):
                if raw.FPDFText_GetUnicode(text, place) > 32:
                    found.add(round(raw.FPDFText_GetFontSize(text, place), 2))
        return found
