#!/usr/bin/env python3
"""Checks that every folder includes only what its library links, and that the folders' arrows point one way.

dashboard -> scenarios -> messaging; inside them as design.md draws them. Usage: arrows_test.py TOP
"""
import pathlib
import re
import sys

top = pathlib.Path(sys.argv[1])
sys.path.insert(0, str(top))

# folder -> the folders whose headers it may include, besides its own
M, D = "messaging/", "dashboard/"
ALLOWED = {
    M + "vocabulary": [],
    M + "rights": [M + "vocabulary"],
    M + "tables": [M + "vocabulary"],
    M + "codec": [M + "vocabulary"],
    M + "journal": [M + "vocabulary"],
    M + "hub": [M + "vocabulary", M + "codec", M + "journal"],
    M + "link": [M + "vocabulary", M + "codec", M + "journal"],
    M + "feeds/sources": [M + "vocabulary", M + "tables", M + "codec", M + "journal", M + "link", M + "feeds", M + "feeds/cap", M + "feeds/water",
                          M + "feeds/weather"],
    M + "feeds/cap": [M + "vocabulary", M + "tables", M + "codec", M + "feeds"],
    M + "feeds/water": [M + "vocabulary", M + "tables", M + "codec", M + "feeds"],
    M + "feeds/weather": [M + "vocabulary", M + "tables", M + "codec", M + "feeds", M + "feeds/cap"],
    M + "feeds": [M + "vocabulary", M + "tables", M + "codec", M + "journal", M + "link"],
    "scenarios/player": [M + "vocabulary", M + "rights", M + "tables", M + "codec", M + "journal", M + "link"],
    "scenarios/measure": [M + "vocabulary", M + "codec", "scenarios/player"],
    "scenarios/msel": [M + "vocabulary", M + "tables", M + "feeds", "scenarios/player"],
    D + "geo": [M + "vocabulary"],
    D + "picture": [M + "vocabulary", M + "codec"],
    D + "typed": [M + "vocabulary", M + "tables", "scenarios/player", D + "picture"],
    D + "words": [M + "vocabulary", M + "tables", M + "codec", M + "rights", "scenarios/measure", D + "picture"],
    D + "report": [M + "vocabulary", M + "codec", "scenarios/player", "scenarios/measure", D + "picture", D + "words"],
    D + "exchange": [M + "vocabulary", M + "codec", D + "picture", D + "words"],
    D + "catalogue": [M + "vocabulary", M + "tables", M + "feeds", D + "picture", D + "words"],
    D + "panels": [M + "vocabulary", M + "codec", M + "rights", "scenarios/player", "scenarios/measure",
                  D + "picture", D + "words", D + "catalogue", D + "geo"],
    D + "desk": [M + "*", "scenarios/player", "scenarios/measure", D + "picture", D + "typed", D + "words",
                 D + "catalogue", D + "report", D + "panels", D + "geo"],
    D + "ctl": [M + "*", "scenarios/player", "scenarios/measure", "scenarios/msel", D + "picture", D + "typed", D + "words",
                D + "catalogue", D + "report", D + "exchange"],
}
NO_IMGUI = [folder for folder in ALLOWED if folder not in (D + "panels", D + "desk")]
INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^">]+)[">]', re.M)

faults, seen = [], 0
for source in sorted(top.glob("*/**/*.[hc]pp")):
    path = source.relative_to(top).as_posix()
    folder = next((f for f in ALLOWED if path.startswith(f + "/")), None)
    if folder is None:
        continue
    seen += 1
    for header in INCLUDE.findall(source.read_text()):
        if folder in NO_IMGUI and header.startswith("imgui"):
            faults.append(f"{path}: includes {header}; only panels and desk may draw")
        if not header.startswith(("messaging/", "scenarios/", "dashboard/", "tests/")):
            continue
        target = next((f for f in ALLOWED if header.startswith(f + "/")), header)
        fits = target == folder or target in ALLOWED[folder] or target.split("/")[0] + "/*" in ALLOWED[folder]
        if not fits:
            faults.append(f"{path}: includes {header}, which is not below {folder}")
assert seen > 20, "no sources found: is TOP right?"
print("\n".join(faults) or f"{seen} files keep to the arrows")
sys.exit(bool(faults))
