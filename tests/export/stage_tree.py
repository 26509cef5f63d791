"""A deck read back as a tree of elements."""

from __future__ import annotations

from html.parser import HTMLParser

VOID = {"meta", "link", "img", "br", "input", "path", "rect", "circle", "line"}


class Node:
    """An element of the parsed file."""

    def __init__(self, name="", attributes=None, parent=None):
        self.name, self.attributes, self.parent, self.children = name, dict(attributes or {}), parent, []

    def all(self, name=None, **wanted):
        found = [] if name and self.name != name else [self]
        found = [each for each in found if all(each.attributes.get(key.replace("_", "-")) == value for key, value in wanted.items())]
        for child in self.children:
            found += child.all(name, **wanted) if isinstance(child, Node) else []
        return found

    def has_class(self, name):
        return [each for each in self.all() if name in (each.attributes.get("class") or "").split()]

    @property
    def text(self):
        return "".join(child if isinstance(child, str) else child.text for child in self.children)


class Reader(HTMLParser):
    """Builds the tree; an end that fits no beginning is an error."""

    def __init__(self):
        super().__init__()
        self.root = self.here = Node()

    def handle_starttag(self, tag, attrs):
        assert len(attrs) == len(dict(attrs)), (tag, attrs)
        node = Node(tag, attrs, self.here)
        self.here.children.append(node)
        if tag not in VOID:
            self.here = node

    def handle_startendtag(self, tag, attrs):
        self.here.children.append(Node(tag, attrs, self.here))

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        assert self.here.name == tag, f"</{tag}> inside <{self.here.name}>"
        self.here = self.here.parent

    def handle_data(self, data):
        self.here.children.append(data)


def read(text):
    reader = Reader()
    reader.feed(text)
    reader.close()
    assert reader.here is reader.root, "an element is not closed"
    return reader.root


def sections(tree):
    return tree.all("section")
