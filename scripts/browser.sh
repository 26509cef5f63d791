#!/bin/sh
# Finds a Chromium for the browser tests, or installs one, or says what to install. Never skips.
set -eu
venv=$1
find_browser() {
    for name in "${INROADS_CHROMIUM:-}" chromium-headless-shell chromium chromium-browser google-chrome google-chrome-stable; do
        [ -n "$name" ] && command -v "$name" >/dev/null 2>&1 && return 0
    done
    "$venv/bin/python" - <<'PY' 2>/dev/null
import os, sys
from playwright.sync_api import sync_playwright
with sync_playwright() as p:
    sys.exit(not os.path.exists(p.chromium.executable_path))
PY
}
if [ -n "${INROADS_CHROMIUM:-}" ] && ! command -v "$INROADS_CHROMIUM" >/dev/null 2>&1; then
    echo "INROADS_CHROMIUM names '$INROADS_CHROMIUM', which is no program. Set it to the path of a Chromium, or unset it." >&2
    exit 1
fi
find_browser && exit 0
echo "No Chromium found: trying to install one for the browser tests." >&2
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    apt-get update -qq >/dev/null 2>&1 || true
    for package in chromium-headless-shell chromium; do
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$package" >/dev/null 2>&1 || true
        find_browser && exit 0
    done
fi
timeout 300 "$venv/bin/python" -m playwright install chromium >/dev/null 2>&1 || true
find_browser && exit 0
echo "The browser tests need Chromium. Install it (Debian: sudo apt install chromium-headless-shell; elsewhere: any Chrome or Chromium)," >&2
echo "or set INROADS_CHROMIUM to its path, and run 'make test' again." >&2
exit 1
