"""One exhibit or one figure alone: where links, QR codes and frames on other sites lead."""

from lib.ui import one_exhibit, shell

with shell.page("exhibit") as catalog:
    one_exhibit.draw(catalog)
