"""A hub as a process of its own, for the tests that meet the programs as a script or a user does."""
import os
import signal
import socket
import subprocess
import time

PATIENCE = 30  # seconds that a test waits for what must come; never how long something is expected to take


def free_ports():
    """Two neighbouring ports: clients look for the live endpoint at the next one."""
    while True:
        with socket.socket() as first, socket.socket() as second:
            first.bind(("127.0.0.1", 0))
            port = first.getsockname()[1]
            try:
                second.bind(("127.0.0.1", port + 1))
            except OSError:
                continue
            return port, port + 1


def eventually(state, what, within=PATIENCE):
    """Looks until `state` gives something true, and gives that."""
    until = time.monotonic() + within
    while True:
        found = state()
        if found:
            return found
        if time.monotonic() > until:
            raise AssertionError("waited in vain for: " + what)
        time.sleep(0.05)


def run(program, *arguments, stdin="", env=None, within=PATIENCE):
    """One command to its end: exit code, stdout, stderr."""
    return subprocess.run([program, *map(str, arguments)], input=stdin, capture_output=True, text=True,
                          env=env, timeout=within)


class Hub:
    """`with Hub(ctl, folder / "x.journal") as hub:`; it answers once the block is entered."""

    def __init__(self, ctl, journal, mode="exercise"):
        # Another program may take a port between our look and the hub's bind: then we look again.
        for _ in range(5):
            requests, live = free_ports()
            self.requests, self.live = f"tcp://127.0.0.1:{requests}", f"tcp://127.0.0.1:{live}"
            self.process = subprocess.Popen(
                [ctl, "hub", "--mode", mode, "--journal", str(journal), "--requests", self.requests, "--live",
                 self.live], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
            if self.process.stdout.readline().startswith("journal "):
                break
            complaint = self.process.communicate()[1]
            if "already in use" not in complaint:
                raise AssertionError("the hub did not start: " + complaint)

    def __enter__(self):
        return self

    def stop(self, how=signal.SIGTERM):
        """Asks it to end; its exit code."""
        if self.process.poll() is None:
            os.kill(self.process.pid, how)
        self.process.communicate(timeout=PATIENCE)
        return self.process.returncode

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.stop()
