"""The offline deck in a browser without a network: every key, click and swipe, the notes, full screen."""

from __future__ import annotations

from tests.browser.stage_page import LAST, opened, place, seen, until


def test_every_slide_is_reached_with_every_kind_of_key(page):
    assert place(page) == 1
    for key in ("ArrowRight", "ArrowDown", "Space", "Enter", "PageDown", "n"):
        page.keyboard.press("Home")
        for expected in (*range(2, LAST + 1), LAST):
            page.keyboard.press(key)
            assert place(page) == expected, key
    for key in ("ArrowLeft", "ArrowUp", "Shift+Space", "PageUp", "Backspace", "p"):
        page.keyboard.press("End")
        for expected in (*range(LAST - 1, 0, -1), 1):
            page.keyboard.press(key)
            assert place(page) == expected, key
    for number in (LAST, 3, 1, 5):
        page.keyboard.press(str(number))
        assert page.locator("#typed").inner_text() == f"To slide {number}"
        page.keyboard.press("Enter")
        assert place(page) == number
        assert not seen(page, "#typed")
    for typed, expected in (("99", LAST), ("0", 1), ("04", 4)):
        for digit in typed:
            page.keyboard.press(digit)
        page.keyboard.press("Enter")
        assert place(page) == expected
    page.keyboard.press("2")
    page.keyboard.press("Escape")
    page.keyboard.press("Enter")
    assert place(page) == 5, "Escape forgets the number that was begun"
    page.keyboard.press("Control+ArrowRight")
    page.mouse.wheel(0, 400)
    assert place(page) == 5
    assert page.locator("#spoken").inner_text().startswith(f"Slide 5 of {LAST}: ")
    page.reload()
    assert place(page) == 5, "the address keeps the slide"
    page.evaluate("location.hash = '#2'")
    until(page, "!document.getElementById('slide-2').hidden")
    assert page.evaluate("history.length") <= 3, "turns leave no history"


def test_blank_screens_and_what_ends_them(page):
    for key, colour in (("b", "rgb(0, 0, 0)"), (".", "rgb(0, 0, 0)"), ("w", "rgb(255, 255, 255)")):
        for back in ("PageDown", "b", "Escape", "x", "click"):
            page.keyboard.press(key)
            assert seen(page, "#blank")
            assert page.evaluate("getComputedStyle(document.getElementById('blank')).backgroundColor") == colour
            assert page.evaluate("[document.elementFromPoint(5, 5).id, document.elementFromPoint(900, 715).id]") == ["blank", "blank"]
            if back == "click":
                page.mouse.click(900, 300)
            else:
                page.keyboard.press(back)
            assert not seen(page, "#blank")
            assert place(page) == 1, "what ends the blank screen turns nothing"


def test_notes_are_shown_only_when_asked_for_and_follow_the_slide(page, shown):
    assert not seen(page, "#notes")
    page.keyboard.press("End")
    page.keyboard.press("Home")
    assert not seen(page, "#notes")
    for key in ("s", "t"):
        page.keyboard.press(key)
        assert seen(page, "#notes")
        page.keyboard.press("Escape")
        assert not seen(page, "#notes")
    page.click("#bar [data-do=notes]")
    page.keyboard.press("Space")
    page.keyboard.press("PageDown")
    assert place(page) == 3, "after a click the keys belong to the slides again"
    text = page.locator("#notes").inner_text()
    notes = shown.slides[2].notes
    for words in (notes.say[0], notes.counted, notes.as_of, notes.confidence):
        assert " ".join(words.split()) in " ".join(text.split())
    assert shown.slides[1].notes.say[0] not in text
    until(page, "document.getElementById('elapsed').textContent !== '0:00'")
    page.keyboard.press("h")
    assert seen(page, "#help")
    page.keyboard.press("?")
    assert not seen(page, "#help")
    page.emulate_media(media="print")
    assert not seen(page, "#notes"), "paper for the hall has no notes"


def test_one_click_full_screen_and_calm_words_when_it_is_refused(page):
    button = page.locator("#bar [data-do=full]")
    assert button.inner_text() == "Full screen"
    button.click()
    until(page, "document.fullscreenElement === document.documentElement")
    until(page, "document.documentElement.classList.contains('full')")
    page.keyboard.press("Space")
    assert place(page) == 2, "the space turns the slide and does not press the button again"
    button.click()
    until(page, "!document.fullscreenElement")
    page.keyboard.press("F5")
    until(page, "document.fullscreenElement")
    page.keyboard.press("f")
    until(page, "!document.fullscreenElement")
    page.evaluate("() => { document.documentElement.requestFullscreen = () => Promise.reject(new TypeError('refused')); }")
    page.keyboard.press("f")
    until(page, "document.getElementById('calm').textContent === 'This window cannot go full screen; press F11.'")
    page.keyboard.press("ArrowRight")
    assert place(page) == 3


def test_clicks_and_the_buttons_for_the_keyboard(page):
    page.mouse.click(1000, 300)
    page.mouse.click(500, 300)
    assert place(page) == 3
    page.mouse.click(200, 300)
    assert place(page) == 2
    page.keyboard.press("Tab")
    names = []
    for _ in range(7):
        focused = page.evaluate("document.activeElement.getAttribute('aria-label') || document.activeElement.textContent")
        names.append(focused)
        page.keyboard.press("Tab")
    assert names == ["Slide before", "Next slide", "Notes", "Black", "Dark hall", "Keys", "Full screen"]
    page.focus("#bar [data-do=next]")
    page.keyboard.press("Enter")
    page.keyboard.press("Space")
    assert place(page) == 4
    page.focus("#bar [data-do=help]")
    page.keyboard.press("Enter")
    assert seen(page, "#help")
    page.keyboard.press("PageDown")
    assert not seen(page, "#help")
    assert place(page) == 5


def test_swipes_and_taps(browser, tmp_path, shown):
    with opened(browser, tmp_path, shown, 390, 844, has_touch=True) as page:
        touch = page.context.new_cdp_session(page)

        def swipe(start, end, down=0):
            touch.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": start, "y": 400}]})
            for part in (0.5, 1):
                point = {"x": start + (end - start) * part, "y": 400 + down * part}
                touch.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [point]})
            touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})

        for start, end, down, expected in ((300, 100, 0, 2), (320, 150, 30, 3), (60, 260, 0, 2), (200, 230, 0, 2), (200, 270, 200, 2)):
            swipe(start, end, down)
            assert place(page) == expected, (start, end)
        page.touchscreen.tap(300, 400)
        assert place(page) == 3
        page.touchscreen.tap(50, 400)
        assert place(page) == 2
        overflow = page.evaluate("[document.documentElement.scrollWidth, document.getElementById('bar').getBoundingClientRect().right]")
        assert max(overflow) <= 390
