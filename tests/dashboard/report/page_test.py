#!/usr/bin/env python3
"""The report of an exercise and two runs side by side, looked at in headless Chromium: nothing sticks out of an A4, nothing is empty, nothing comes
from elsewhere, and it prints.

Usage: page_test.py REGIEKAMERCTL TOP. Ends with 77 (skipped) without Chromium.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ctl, top = sys.argv[1], pathlib.Path(sys.argv[2])
sys.path.insert(0, str(top / "tests/dashboard/ctl"))
from hub import Hub, run  # noqa: E402

chromium = shutil.which("chromium") or shutil.which("chromium-browser")
if chromium is None:
    print("skipped: chromium is not installed")
    sys.exit(77)

A4_WIDTH = 794  # CSS pixels of 210 mm
LOOK = """<script>
const flaws = [];
for (const e of document.querySelectorAll('body *')) {
  const box = e.getBoundingClientRect();
  if (box.right > innerWidth + 1) flaws.push('sticks out: ' + e.tagName + ' ' + e.textContent.slice(0, 40));
}
for (const h of document.querySelectorAll('h2')) {
  const next = h.nextElementSibling;
  if (!next || next.getBoundingClientRect().height < 5) flaws.push('nothing under: ' + h.textContent);
}
const last = [...document.querySelectorAll('.oefening')].pop();
if (!last || getComputedStyle(last.parentElement).breakInside != 'avoid' || !last.previousElementSibling)
  flaws.push('OEFENING may stand alone on the last page');
for (const s of document.querySelectorAll('svg, .bar'))
  if (s.getBoundingClientRect().height < 5) flaws.push('a drawing without height');
document.body.innerHTML = '<pre id=flaws>' + performance.getEntriesByType('resource').length + ' from elsewhere; ' +
  flaws.join('; ') + '</pre>';
</script>"""


def browse(folder, *arguments):
    command = [chromium, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--disable-extensions",
               f"--user-data-dir={folder / 'profile'}", f"--window-size={A4_WIDTH},1123", *arguments]
    done = subprocess.run(command, capture_output=True, timeout=120, env={**os.environ, "HOME": str(folder)})
    assert done.returncode == 0, done.stderr.decode(errors="replace")[-2000:]
    return done.stdout.decode()


def look(folder, name, page):
    """Its flaws as it is laid out, and its size as it prints."""
    (folder / f"{name}.html").write_text(page)
    (folder / "looked.html").write_text(page.replace("</body>", LOOK + "</body>"))
    seen = re.search(r'<pre id="flaws">(.*?)</pre>', browse(folder, "--dump-dom", f"file://{folder}/looked.html"), re.S)
    assert seen, "the page was not read to its end"
    assert seen.group(1) == "0 from elsewhere; ", seen.group(1)
    browse(folder, f"--print-to-pdf={folder}/{name}.pdf", "--no-pdf-header-footer", f"file://{folder}/{name}.html")
    pdf = (folder / f"{name}.pdf").read_bytes()
    boxes = set(re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]", pdf))
    assert boxes and all(abs(float(w) - 595) < 2 and abs(float(h) - 842) < 2 for w, h in boxes), f"not A4: {boxes}"


folder = pathlib.Path(tempfile.mkdtemp())
try:
    journal, scenario = folder / "run.journal", top / "scenarios/verdrinking.toml"
    with Hub(ctl, journal) as hub:
        played = run(ctl, "scenario", "run", scenario, "--instant", "--connect", hub.requests)
        assert played.returncode == 0, played.stderr
    page = run(ctl, "report", journal, "--scenario", scenario)
    assert page.returncode == 0, page.stderr
    look(folder, "report", page.stdout)
    branch = folder / "tak.journal"
    assert run(ctl, "journal", "branch", journal, branch, "--until", "200").returncode == 0
    beside = run(ctl, "compare", journal, branch, "--html")
    assert beside.returncode == 0, beside.stderr
    look(folder, "beside", beside.stdout)
    print("report and comparison are whole on A4")
finally:
    shutil.rmtree(folder, ignore_errors=True)
