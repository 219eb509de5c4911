#!/usr/bin/env python3
"""A player and a hub that are killed in the middle of an exercise: it goes on where it was, nothing lost, nothing twice.

Usage: crash_test.py REGIEKAMERCTL TOP
"""
import json
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile

ctl, top = sys.argv[1], pathlib.Path(sys.argv[2])
sys.path.insert(0, str(top / "tests/dashboard/ctl"))
from hub import Hub, eventually, run  # noqa: E402

scenario = top / "scenarios/verdrinking.toml"
folder = pathlib.Path(tempfile.mkdtemp())


def told(journal):
    """What the player said, in order, without the clock's settings and what only tells runs apart."""
    lines = subprocess.run([ctl, "journal", "export", str(journal)], capture_output=True, text=True, check=True).stdout
    events = [json.loads(line)["event"] for line in lines.splitlines()[1:]]
    return [(e["type"], e["time"], e.get("function"), e.get("person"),
             {k: v for k, v in e["data"].items() if k != "run"})
            for e in events if e["source"].startswith("scenario/") and not e["type"].endswith("exercise.clock_set")]


class Stubborn(Hub):
    """A hub that starts again on the same journal and ports."""

    def again(self, journal):
        self.process = subprocess.Popen(
            [ctl, "hub", "--mode", "exercise", "--journal", str(journal), "--requests", self.requests, "--live",
             self.live], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        assert self.process.stdout.readline().startswith("journal "), self.process.communicate()[1]

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.communicate()


def head(hub):
    answer = run(ctl, "picture", "--connect", hub.requests)
    return json.loads(answer.stdout)["sequence"] if answer.returncode == 0 else 0


def player(hub, rate=6000):
    return subprocess.Popen([ctl, "scenario", "run", str(scenario), "--rate", str(rate), "--play", "OvD-Bz",
                             "--connect", hub.requests], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)


try:
    whole = folder / "whole.journal"
    with Hub(ctl, whole) as hub:
        done = run(ctl, "scenario", "run", scenario, "--instant", "--play", "OvD-Bz", "--connect", hub.requests)
        assert done.returncode == 0, done.stderr
    with Hub(ctl, folder / "two.journal") as hub:
        playing = player(hub, rate=2)
        eventually(lambda: head(hub) > 5, "message 5")
        second = run(ctl, "scenario", "run", scenario, "--rate", "5", "--connect", hub.requests)
        assert second.returncode == 1, "a second player was let in"
        assert f"a player that plays it already (process {playing.pid})" in second.stderr, second.stderr
        playing.kill()
        playing.communicate()
        went_on = run(ctl, "scenario", "run", scenario, "--rate", "5", "--until", "T+00:00", "--connect", hub.requests)
        assert went_on.returncode == 0, went_on.stderr
        assert "goes on at x2, as its clock was set: the rate 5" in went_on.stderr, went_on.stderr
    crashed = folder / "crashed.journal"
    with Stubborn(ctl, crashed) as hub:
        playing = player(hub)
        for at in (120, 180):
            eventually(lambda: head(hub) > at, f"message {at}")
            playing.kill()
            playing.communicate()
            playing = player(hub)
        eventually(lambda: head(hub) > 220, "message 220")
        hub.kill()
        hub.again(crashed)
        complaint = playing.communicate(timeout=120)[1]
        assert playing.returncode == 0, complaint
    assert told(crashed) == told(whole), "the crashed run told something else"
    verified = run(ctl, "journal", "verify", crashed)
    assert verified.returncode == 0, verified.stdout + verified.stderr
    print(f"{len(told(whole))} messages, the same after two killed players and a killed hub")
finally:
    shutil.rmtree(folder, ignore_errors=True)
