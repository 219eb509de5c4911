#!/usr/bin/env python3
"""A hub, the player and the window under Xvfb: the exercise comes in, a key becomes a message, the screen says OEFENING.

Usage: window_test.py REGIEKAMER REGIEKAMERCTL TOP. Ends with 77 (skipped) without Xvfb, xdotool or ImageMagick.
"""
import json
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import time

window, ctl, top = sys.argv[1], sys.argv[2], pathlib.Path(sys.argv[3])
for tool in ("Xvfb", "xdotool", "import", "convert"):
    if shutil.which(tool) is None:
        print(f"skipped: {tool} is not installed")
        sys.exit(77)

folder = pathlib.Path(tempfile.mkdtemp())
environment = {**os.environ, "XDG_STATE_HOME": str(folder / "state"), "XDG_CONFIG_HOME": str(folder / "config"),
               "LIBGL_ALWAYS_SOFTWARE": "1"}
(folder / "config/regiekamer").mkdir(parents=True)
(folder / "config/regiekamer/werkplek.toml").write_text('naam = "Test"\nfunctie = "OvD-Bz"\n')
running = []


def start(*command, **more):
    running.append(subprocess.Popen(list(map(str, command)), env=environment, **more))
    return running[-1]


def until(what, found, seconds=60):
    """Polls for a state; a state that never comes is a failure, not a time-out of ctest."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        answer = found()
        if answer:
            return answer
        time.sleep(0.2)
    raise AssertionError(f"not within {seconds} s: {what}")


def free_pair():
    """Two ports in a row, as a hub's requests and live side stand beside one another."""
    while True:
        with socket.socket() as one, socket.socket() as other:
            one.bind(("127.0.0.1", 0))
            port = one.getsockname()[1]
            try:
                other.bind(("127.0.0.1", port + 1))
                return f"tcp://127.0.0.1:{port}", f"tcp://127.0.0.1:{port + 1}"
            except OSError:
                continue


requests, live = free_pair()


def picture():
    answer = subprocess.run([ctl, "picture", "--connect", requests], capture_output=True, text=True)
    return json.loads(answer.stdout) if answer.returncode == 0 else {}


def screen():
    subprocess.run(["import", "-window", "root", str(folder / "screen.png")], env=environment, check=True)
    text = subprocess.run(["convert", str(folder / "screen.png"), "-format", "%c", "histogram:info:-"],
                          capture_output=True, text=True, check=True).stdout
    return text.upper()


try:
    read, write = os.pipe()
    start("Xvfb", "-displayfd", write, "-screen", "0", "1600x900x24", pass_fds=[write])
    os.close(write)
    environment["DISPLAY"] = ":" + os.fdopen(read).readline().strip()

    hub = start(ctl, "hub", "--mode", "exercise", "--journal", folder / "oefening.journal",
                "--requests", requests, "--live", live, stdout=subprocess.PIPE, text=True)
    assert hub.stdout.readline().startswith("journal "), "the hub did not start"
    start(ctl, "scenario", "run", top / "scenarios/hoogwater.toml", "--rate", "600", "--connect", requests, "--live",
          live, stdout=subprocess.DEVNULL)
    until("the incident stands in the picture", lambda: picture().get("leading_incident"))
    desk = start(window, "--connect", requests, "--size", "1600x900", stderr=subprocess.DEVNULL)
    until("the stripes of an exercise are on the screen", lambda: "#D98A1F" in screen())
    name = until("the window can be found", lambda: subprocess.run(
        ["xdotool", "search", "--name", "Regiekamer"], env=environment, capture_output=True, text=True).stdout.split())

    def act():
        """Types an action as a person would; keys sent before the window listens are sent again."""
        for keys in (["key", "Escape"], ["key", "n"], ["type", "--delay", "60", "Bel de sporthal"], ["key", "Return"]):
            subprocess.run(["xdotool", "windowfocus", name[0], *keys], env=environment, check=False)
            time.sleep(0.8)
        return any("sporthal" in action["title"] and action["owner"] == "OvD-Bz" and action["title"].startswith("Bel")
                   for action in picture()["actions"])

    until("the action that was typed comes back in the picture", act, 90)
    desk.terminate()
    assert desk.wait(20) == 0, "the window did not end in order when it was asked to"
    own = folder / "own.journal"
    desk = start(window, "--journal", own, "--size", "1600x900", stderr=subprocess.DEVNULL)
    until("a window has a journal of its own", lambda: os.path.exists(f"{own}-wal"))
    desk.terminate()
    assert desk.wait(20) == 0, "the window with its own hub did not end in order"
    assert not os.path.exists(f"{own}-wal"), "its journal was left open"
    with open("/dev/full", "w") as full:
        cut = subprocess.run([window, "--journal", own, "--tekst"], env=environment, stdout=full,
                             stderr=subprocess.PIPE, text=True)
    assert cut.returncode == 1 and "could not be written" in cut.stderr, "half a text was called whole"
    print("the window acts and shows, and ends in order")
finally:
    for process in reversed(running):
        process.terminate()
    for process in running:
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
    shutil.rmtree(folder, ignore_errors=True)
