"""Correct us: the same text to fill in at the foot of each page and beside each row, to copy, to open as an issue, or to mail."""

from __future__ import annotations

import re
from urllib.parse import quote, urlencode

import streamlit as st

from lib.i18n import Text, _
from lib.settings import read_settings
from lib.ui.escape import md

# Repositories and mail programs refuse very long addresses; what is cut off stands in the text to copy.
LONGEST_ADDRESS = 4000
_MAIL = re.compile(r"[^\s@/?&<>\"]+@[^\s@/?&<>\"]+\.[^\s@/?&<>\"]+")


def correction_text(place: Text = "", address: str = "", says: Text = "") -> str:
    """The text of a correction with what is known filled in: where, its address, what it says now."""
    lines = (
        _("Page or figure: {place}", place=place),
        _("Address: {address}", address=address),
        _("What it says now: {says}", says=says),
        _("What it should say: "),
        _("Source (publisher, date, address): "),
    )
    return "\n".join(str(line).rstrip() for line in lines)


def _cut(body: str, room: int) -> str:
    """The longest beginning of a text that, quoted for an address, fits into so many characters."""
    while len(quote(body)) > room:
        body = body[: -max(1, (len(quote(body)) - room) // 9)]
    return body


def issue_address(repository: str, title: str, body: str) -> str:
    """The address that opens an issue with title and text in the project's repository."""
    start = f"{repository}/issues/new?{urlencode({'title': title[:120]}, quote_via=quote)}&body="
    return start + quote(_cut(body, LONGEST_ADDRESS - len(start)))


def mail_address(contact: str, title: str, body: str) -> str:
    """The address that opens a mail with title and text; empty if the contact is no mail address."""
    if not _MAIL.fullmatch(contact):
        return ""
    start = f"mailto:{quote(contact, safe='@')}?{urlencode({'subject': title[:120]}, quote_via=quote)}&body="
    return start + quote(_cut(body.replace("\n", "\r\n"), LONGEST_ADDRESS // 2 - len(start)))


def draw(text: str, title: Text) -> None:
    """The text to copy, and the ways to send it that this copy of Inroads has."""
    settings = read_settings()
    st.markdown(md(_("Copy this text, fill it in, and send it to us with the source that shows the right figure. No name is needed.")))
    st.code(text, language=None, wrap_lines=True)
    if settings.repository_url:
        address = issue_address(settings.repository_url, str(title), text)
        st.link_button(str(_("Open an issue in the project's repository")), address, icon=":material/open_in_new:")
    mail = mail_address(settings.contact, str(title), text)
    if mail:
        st.link_button(str(_("Write a mail")), mail, icon=":material/mail:")
    if settings.contact:
        st.markdown(md(_("Send it to: {contact}", contact=settings.contact)))
    if not settings.repository_url and not settings.contact:
        st.markdown(md(_("This copy of Inroads names no address. Send the text to whoever gave you the link to it.")))
