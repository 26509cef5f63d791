#!/bin/sh
# Makes the virtual environment $1 hold what $2 asks for. Does nothing when it already does.
set -eu
venv=$1
wanted=$2
here=$(cd "$(dirname "$0")/.." && pwd)
cd "$here"

say() { printf '%s\n' "$*" >&2; }

python=""
for name in "${PYTHON:-}" python3 python3.13 python3.12 python3.11 python; do
    [ -n "$name" ] || continue
    if command -v "$name" >/dev/null 2>&1 && "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        python=$name
        break
    fi
done
if [ -z "$python" ]; then
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        say "No Python 3.11 or newer found: installing Debian's python3 and python3-venv."
        apt-get update -qq >/dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq python3 python3-venv >/dev/null
        python=python3
        "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { say "Debian's Python is older than 3.11. Install Python 3.11 or newer."; exit 1; }
    else
        say "Inroads needs Python 3.11 or newer, and none was found."
        say "Install it (Debian, Ubuntu: sudo apt install python3 python3-venv; macOS: brew install python; Windows: python.org) and try again."
        exit 1
    fi
fi

stamp="$venv/.installed-$(basename "$wanted" .txt)"
sum=$(cat requirements.txt "$wanted" | cksum)
if [ -x "$venv/bin/python" ] && [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$sum" ]; then
    exit 0
fi

if [ ! -x "$venv/bin/python" ] || ! "$venv/bin/python" -m pip --version >/dev/null 2>&1; then
    rm -rf "$venv"
    if ! "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
        if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
            say "Python's venv module is missing: installing Debian's python3-venv."
            apt-get update -qq >/dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq python3-venv >/dev/null
        fi
        if ! "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
            say "Python's venv module is missing. On Debian or Ubuntu: sudo apt install python3-venv. Then try again."
            exit 1
        fi
    fi
    say "Setting up $venv (once; a few minutes on a slow line)."
    "$python" -m venv "$venv"
fi
if ! "$venv/bin/python" -m pip install --quiet --disable-pip-version-check -r "$wanted"; then
    say "The packages in $wanted could not be installed. Check the network connection and try again; nothing else was changed."
    exit 1
fi
printf '%s' "$sum" >"$stamp"
