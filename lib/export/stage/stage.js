"use strict";
(() => {
  const root = document.documentElement;
  const named = (id) => document.getElementById(id);
  const stage = named("stage"), notes = named("notes"), help = named("help"), blank = named("blank");
  const bar = named("bar"), typed = named("typed"), calm = named("calm"), spoken = named("spoken"), elapsed = named("elapsed");
  const slides = [...stage.querySelectorAll(".slide")];
  const pages = slides.map((slide, index) => named("note-" + (index + 1)));
  const alone = window.top === window;
  const QUIET_MS = 2500, DIGITS_MS = 4000, SWIPE = 50;
  let at = -1, began = 0, digits = "", digitsTimer = 0, calmTimer = 0, moveTimer = 0, touch = null;

  const control = (name) => bar.querySelector(`[data-do="${name}"]`);
  const fill = (text, value) => text.replace(/\{\w+\}/, () => value);

  // Turning is showing one section and hiding another: nothing else is laid out again.
  const show = (index) => {
    const to = Math.min(Math.max(index, 0), slides.length - 1);
    if (to === at) return;
    if (at >= 0) {
      slides[at].hidden = pages[at].hidden = true;
      began = began || Date.now();
    }
    at = to;
    slides[at].hidden = pages[at].hidden = false;
    notes.scrollTop = 0;
    root.style.setProperty("--done", (at + 1) / slides.length);
    spoken.textContent = fill(spoken.dataset.slide, slides[at].getAttribute("aria-label"));
    // Inside another page the address is not ours; alone it keeps the slide over a reload, without a history of turns.
    if (alone) try { history.replaceState(null, "", "#" + (at + 1)); } catch { /* some browsers refuse this for files */ }
  };
  const turn = (step) => { toggle(help, "help", false); show(at + step); };

  const fit = () => {
    const scale = Math.min(stage.clientWidth / 1920, stage.clientHeight / 1080);
    root.style.setProperty("--scale", Math.max(scale, 0.05));
  };

  const toggle = (panel, name, open = panel.hidden) => {
    if (panel.hidden !== open) return;
    panel.hidden = !open;
    control(name).setAttribute("aria-expanded", String(open));
    if (open && panel === help) help.focus();
    else if (!open && (document.activeElement === document.body || panel.contains(document.activeElement))) stage.focus();
    tick();
  };
  const tick = () => {
    const seconds = began ? Math.floor((Date.now() - began) / 1000) : 0;
    const text = Math.floor(seconds / 60) + ":" + String(seconds % 60).padStart(2, "0");
    if (!notes.hidden && elapsed.textContent !== text) elapsed.textContent = text;
  };

  const dark = (white) => {
    blank.className = white ? "white" : "";
    blank.hidden = false;
    spoken.textContent = spoken.dataset.blank;
  };
  const light = () => {
    blank.hidden = true;
    spoken.textContent = fill(spoken.dataset.slide, slides[at].getAttribute("aria-label"));
  };

  const hall = (name) => {
    root.dataset.hall = name;
    control("hall").textContent = control("hall").dataset[name === "dark" ? "light" : "dark"];
  };

  const say = (words) => {
    calm.textContent = words;
    clearTimeout(calmTimer);
    calmTimer = setTimeout(() => { calm.textContent = ""; }, 6000);
  };
  const refuse = () => say(calm.dataset.refused);
  const full = async (leave = true) => {
    if (document.fullscreenElement) {
      if (leave) await document.exitFullscreen();
      return;
    }
    try {
      await root.requestFullscreen({ navigationUI: "hide" });
      await navigator.wakeLock?.request("screen").catch(() => undefined);
    } catch { refuse(); }
  };
  const filled = window.matchMedia("(display-mode: fullscreen)");
  const sized = () => {
    root.classList.toggle("full", Boolean(document.fullscreenElement) || (alone && filled.matches));
    control("full").textContent = control("full").dataset[document.fullscreenElement ? "on" : "off"];
    fit();
  };

  const type = (text) => {
    digits = text.slice(-3);
    typed.textContent = fill(typed.dataset.words, digits);
    typed.hidden = !digits;
    clearTimeout(digitsTimer);
    digitsTimer = setTimeout(() => type(""), DIGITS_MS);
    if (!digits) clearTimeout(digitsTimer);
  };
  const enter = () => {
    if (!digits) return turn(1);
    const asked = Number(digits);
    type("");
    toggle(help, "help", false);
    show(asked - 1);
  };
  const close = () => { type(""); toggle(help, "help", false); toggle(notes, "notes", false); };

  const next = () => turn(1), before = () => turn(-1);
  const does = {
    next, before, full,
    notes: () => toggle(notes, "notes"),
    help: () => toggle(help, "help"),
    blank: () => dark(false),
    hall: () => hall(root.dataset.hall === "dark" ? "light" : "dark"),
  };
  const keys = {
    ArrowRight: next, ArrowDown: next, PageDown: next, n: next, Enter: enter,
    ArrowLeft: before, ArrowUp: before, PageUp: before, Backspace: before, p: before,
    Home: () => turn(-slides.length), End: () => turn(slides.length),
    b: does.blank, ".": does.blank, w: () => dark(true), s: does.notes, t: does.notes, d: does.hall,
    f: () => full(), F5: () => full(false), h: does.help, "?": does.help, Escape: close,
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (["Shift", "CapsLock", "Tab", "F11", "F12"].includes(event.key)) return;
    if (!blank.hidden) {
      event.preventDefault();
      if (!event.repeat) light();
      return;
    }
    const focused = event.target instanceof Element ? event.target : stage;
    const pressing = focused.closest("button, a") && ["Enter", " "].includes(event.key) && !digits;
    const scrolling = focused.closest(".panel") && ["ArrowUp", "ArrowDown"].includes(event.key);
    if (pressing || scrolling) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (/^[0-9]$/.test(key)) { event.preventDefault(); type(digits + key); return; }
    const action = key === " " ? (event.shiftKey ? before : next) : Object.hasOwn(keys, key) ? keys[key] : null;
    if (!action) return;
    event.preventDefault();
    if (key !== "Enter") type("");
    action();
  });

  document.addEventListener("click", (event) => {
    if (!blank.hidden) { light(); return; }
    const button = event.target.closest("button");
    if (button) {
      if (button.id === "again") { began = Date.now(); tick(); }
      else does[button.dataset.do]();
      // After a click the keys belong to the slides again: a space must not press the button once more.
      if (event.detail > 0 && help.hidden) stage.focus();
      return;
    }
    if (event.target.closest("a")) return;
    if (event.target.closest(".panel")) return;
    if (!help.hidden) { toggle(help, "help", false); return; }
    stage.focus();
    if (zoomed() || !event.target.closest("#stage") || String(window.getSelection())) return;
    turn(event.clientX < window.innerWidth / 3 ? -1 : 1);
  });

  const zoomed = () => (window.visualViewport?.scale ?? 1) > 1.05;
  stage.addEventListener("touchstart", (event) => {
    touch = event.touches.length === 1 && !zoomed() ? event.touches[0] : null;
  }, { passive: true });
  stage.addEventListener("touchend", (event) => {
    if (!touch) return;
    const end = event.changedTouches[0];
    const x = end.clientX - touch.clientX, y = end.clientY - touch.clientY;
    touch = null;
    if (Math.abs(x) > SWIPE && Math.abs(x) > Math.abs(y)) turn(x < 0 ? 1 : -1);
  }, { passive: true });

  document.addEventListener("mousemove", (event) => {
    if (!event.movementX && !event.movementY) return;
    root.classList.add("moving");
    clearTimeout(moveTimer);
    moveTimer = setTimeout(() => root.classList.remove("moving"), QUIET_MS);
  });
  document.addEventListener("fullscreenchange", sized);
  filled.addEventListener("change", sized);
  window.addEventListener("hashchange", () => show(asked()));
  // A zoomed slide is moved with the finger, not turned.
  window.visualViewport?.addEventListener("resize", () => root.classList.toggle("zoomed", zoomed()));
  new ResizeObserver(fit).observe(stage);
  setInterval(tick, 500);

  const asked = () => (alone ? (parseInt(location.hash.slice(1), 10) || at + 1) - 1 : at);
  for (const slide of slides) slide.hidden = true;
  root.classList.add("staged");
  bar.hidden = false;
  hall(root.dataset.hall);
  show(Math.max(asked(), 0));
  sized();
  if (alone) stage.focus();
})();
