#!/usr/bin/env python3
"""regiekamerctl as a script meets it: exit codes, results on stdout, complaints on stderr, all or nothing.

Usage: ctl_test.py REGIEKAMERCTL SOURCES
"""
import json
import os
import pathlib
import signal
import sqlite3
import subprocess
import sys
import tempfile
import unittest

from hub import Hub, eventually, free_ports, run

CTL, SOURCES = sys.argv[1], pathlib.Path(sys.argv[2])
VERBS = ["hub", "publish", "tail", "picture", "sitrep", "export", "journal", "import", "schema", "scenario", "feed"]
PAGE = "FLEX|2026-03-02 13:07:44|1600/2/K/A|05.033|001420059|ALN|P 1 OVD-BZ GRIP 1 Alblasserdam"


def ctl(*arguments, **more):
    return run(CTL, *arguments, **more)


def note(number, text="een notitie", **more):
    event = {"specversion": "1.0", "id": f"n{number}", "source": "test", "type": "nl.regiekamer.note.written",
             "time": f"2027-01-22T{12 + number // 60:02}:{number % 60:02}:00Z", "status": "exercise",
             "data": {"note": f"n{number}", "text": text}}
    return json.dumps({**event, **more}) + "\n"


def person(number, identifier, name):
    """Somebody who is registered in real work."""
    return note(number, id=f"p{number}", type="nl.regiekamer.person.registered", status="actual",
                data={"person": identifier, "name": name, "pool": "regionaal", "functions": []})


class Case(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="regiekamer-ctl-")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.journal = self.folder / "test.journal"
        os.environ["XDG_STATE_HOME"] = str(self.folder / "state")  # where feeds keep what came in

    def hub(self, **more):
        hub = Hub(CTL, self.journal, **more)
        self.addCleanup(hub.__exit__)
        return hub

    def file(self, name, text):
        path = self.folder / name
        path.write_text(text)
        return path

    def done(self, result):
        self.assertEqual((result.returncode, result.stderr), (0, ""), result.stdout[-500:])
        return result.stdout

    def refused(self, result, *parts, code=1):
        """An exit code, one sentence on stderr with these parts, and nothing that looks like a crash."""
        self.assertEqual(result.returncode, code, result)
        for part in parts:
            self.assertIn(part, result.stderr)
        if code == 1:
            self.assertTrue(result.stderr.startswith("regiekamerctl: "), result.stderr)
        return result

    def picture(self, *arguments):
        return json.loads(self.done(ctl("picture", *arguments)))


class CommandLine(Case):
    def test_help_begins_with_an_example_and_goes_to_stdout(self):
        self.assertTrue(self.done(ctl("--help")).startswith("Examples:\n  regiekamerctl "))
        for verb in VERBS:
            self.assertTrue(self.done(ctl(verb, "--help")).startswith("Example: "), verb)

    def test_version_is_one_line(self):
        self.assertRegex(self.done(ctl("--version")), r"^regiekamerctl \d+\.\d+\.\d+\n$")

    def test_wrong_use_is_exit_2_with_nothing_on_stdout(self):
        for wrong in [[], ["no-such-verb"], ["hub"], ["hub", "--mode", "half", "--journal", "x"], ["picture"],
                      ["journal"], ["publish", "--no-such-option"], ["scenario", "run", "x", "--rate", "0"],
                      ["scenario", "run", "x", "--rate", "5", "--instant"],
                      ["picture", "--connect", "tcp://127.0.0.1:1", "--journal", "x"]]:
            result = ctl(*wrong)
            self.assertEqual((result.returncode, result.stdout), (2, ""), wrong)
            self.assertNotEqual(result.stderr, "", wrong)

    def test_an_unknown_word_is_named_with_the_known_one_nearest(self):
        for words, parts in [(["nope"], ['"nope" is no verb of regiekamerctl', "hub, publish, tail"]),
                             (["joural", "verify", "x"], ['"joural"', "did you mean journal?"]),
                             (["journal", "verfy", "x"], ['"verfy" is no verb of journal', "did you mean verify?"]),
                             (["scenario"], ["regiekamerctl scenario needs one of check, run, export"]),
                             ([], ["regiekamerctl needs one of hub, publish"]),
                             (["feed", "p200"], ["did you mean p2000?"]),
                             (["hub", "--jurnal", "x"], ["--jurnal is no option of hub", "did you mean --journal?"]),
                             (["hub", "--mode", "exercise"], ["--journal is missing: the journal's file"]),
                             (["hub", "--mode", "half", "--journal", "x"], ['"half" is not exercise or actual']),
                             (["picture"], ["say --connect or --journal"]),
                             (["picture", "--journal", "a", "--connect", "tcp://[::1]:5"], ["say only one"]),
                             (["journal", "info", "a", "b"], ["info takes no more words", '"b"']),
                             (["sitrep", "--journal", "x", "--incident"], ["--incident has nothing behind it"]),
                             (["tail", "--count", "-1"], ['"-1" is not a whole number from 0']),
                             (["tail", "--after", "9" * 30], ["is not a whole number"]),
                             (["journal", "branch", "a", "b", "--until", "-1"], ['--until: "-1"']),
                             (["publish", "--connect", "nope"], ['"nope" is no endpoint', "tcp://127.0.0.1:11200"]),
                             (["tail", "--connect", "tcp://127.0.0.1"], ["has no port"]),
                             (["tail", "--connect", "tcp://127.0.0.1:99999"], ["has no port from 1 to 65535"]),
                             (["feed", "replay", "x", "--rate", "nan"], ['"nan" is not a number above 0']),
                             (["scenario", "run", "x", "--from", "x"], ['--from: "x" is not T+hh:mm'])]:
            result = self.refused(ctl(*words), "regiekamerctl: ", *parts, "--help tells more", code=2)
            self.assertEqual((result.stdout, result.stderr.count("\n")), ("", 1), words)
        self.refused(ctl("schema", "--type", "grip.decide"), "did you mean grip.decided?")
        self.refused(ctl("schema", "--type", ""), '""', "a type of this vocabulary")

    def test_a_file_that_is_not_there_has_no_line_and_column(self):
        for words in (["feed", "p2000", "--config"], ["scenario", "check"], ["scenario", "run"], ["feed", "check"]):
            result = ctl(*words, self.folder / "nofile")
            self.assertEqual(result.returncode, 1, words)
            self.assertIn("nofile: there is no such file", result.stdout + result.stderr, words)
        self.refused(ctl("feed", "p2000", self.folder / "nofile"), "no such file")
        self.refused(ctl("feed", "p2000", self.folder), str(self.folder) + ": a folder")
        self.refused(ctl("journal", "import", self.folder / "new", self.folder), "a folder")
        self.refused(ctl("journal", "import", self.folder / "new", self.file("lines", "hello\n")), "lines: line 1: ")

    def test_a_hub_that_is_not_there_is_said_in_one_sentence(self):
        nobody = f"tcp://127.0.0.1:{free_ports()[0]}"
        for verb in [["publish"], ["tail"], ["picture"], ["feed", "p2000"]]:
            result = self.refused(ctl(*verb, "--connect", nobody), "no hub answers at " + nobody)
            self.assertEqual(result.stdout, "")
            self.assertEqual(result.stderr.count("\n"), 1)

    def test_schema_is_json_and_an_unknown_type_is_refused(self):
        self.assertEqual(json.loads(self.done(ctl("schema", "--json")))["asyncapi"][0], "3")
        self.assertIn("properties", json.loads(self.done(ctl("schema", "--type", "grip.decided"))))
        self.refused(ctl("schema", "--type", "grip.guessed"), "grip.guessed")


class HubProcess(Case):
    def test_it_ends_cleanly_when_asked(self):
        for how in (signal.SIGTERM, signal.SIGINT):
            code = self.hub().stop(how)
            self.assertEqual(code, 0)
        self.assertEqual(self.done(ctl("journal", "verify", self.journal))[:6], "whole:")

    def test_a_second_hub_on_the_same_journal_is_refused(self):
        self.hub()
        a, b = free_ports()
        self.refused(ctl("hub", "--mode", "exercise", "--journal", self.journal, "--requests",
                         f"tcp://127.0.0.1:{a}", "--live", f"tcp://127.0.0.1:{b}"), "in use by another hub")

    def test_a_second_hub_on_the_same_port_is_refused_and_leaves_no_journal(self):
        hub = self.hub()
        other = self.folder / "other.journal"
        self.refused(ctl("hub", "--mode", "exercise", "--journal", other, "--requests", hub.requests, "--live",
                         f"tcp://127.0.0.1:{free_ports()[0]}"), hub.requests, "already in use")
        self.done(ctl("publish", "--connect", hub.requests, stdin=note(1)))

    def test_beyond_this_machine_is_refused(self):
        for address in ("tcp://0.0.0.0:31999", "tcp://*:31999", "tcp://192.0.2.1:31999"):
            self.refused(ctl("hub", "--mode", "exercise", "--journal", self.journal, "--requests", address),
                         "loopback")

    def test_a_journal_keeps_its_mode(self):
        self.hub().stop()
        a, b = free_ports()
        self.refused(ctl("hub", "--mode", "actual", "--journal", self.journal, "--requests",
                         f"tcp://127.0.0.1:{a}", "--live", f"tcp://127.0.0.1:{b}"), "exercise")

    def test_what_is_no_journal_is_left_as_it_was(self):
        foreign = self.file("foreign.journal", "this is a letter\n" * 100)
        a, b = free_ports()  # another hub may have the usual ones
        self.refused(ctl("hub", "--mode", "exercise", "--journal", foreign, "--requests", f"tcp://127.0.0.1:{a}",
                         "--live", f"tcp://127.0.0.1:{b}"), str(foreign))
        self.refused(ctl("journal", "verify", foreign), str(foreign))
        self.assertEqual(foreign.read_text(), "this is a letter\n" * 100)


class Publish(Case):
    def test_a_result_line_each_and_exit_1_when_any_was_refused(self):
        hub = self.hub()
        lines = note(1) + "no json\n" + note(2, status="actual") + "\n" + note(3) + note(1) + note(1, "anders")
        result = ctl("publish", "--connect", hub.requests, stdin=lines)
        self.assertEqual(result.returncode, 1)
        answers = [json.loads(line) for line in result.stdout.splitlines()]
        self.assertEqual([answer["ok"] for answer in answers], [True, False, False, True, True, False])
        self.assertEqual(answers[2]["pointer"], "/status")
        self.assertEqual(answers[4]["sequence"], answers[0]["sequence"])
        self.assertEqual([n["text"] for n in self.picture("--connect", hub.requests)["notes"]],
                         ["een notitie", "een notitie"])

    def test_all_taken_is_exit_0_and_a_file_does_as_well(self):
        hub = self.hub()
        path = self.file("events.jsonl", "".join(note(i) for i in range(600)))
        answers = self.done(ctl("publish", "--connect", hub.requests, path)).splitlines()
        self.assertEqual(len(answers), 600)
        self.refused(ctl("publish", "--connect", hub.requests, self.folder / "none"), "none")

    def test_all_are_sent_though_nobody_reads_the_answers(self):
        hub = self.hub()
        path = self.file("events.jsonl", "".join(note(i) for i in range(700)))
        result = run("bash", "-c", f"set -o pipefail; {CTL} publish --connect {hub.requests} {path} | head -1")
        self.assertEqual((result.returncode, result.stderr, result.stdout.count("\n")), (0, "", 1))
        self.assertEqual(len(self.picture("--connect", hub.requests)["notes"]), 700)
        path.write_text(path.read_text() + "no json\n")
        result = run("bash", "-c", f"set -o pipefail; {CTL} publish --connect {hub.requests} {path} | head -1")
        self.assertEqual((result.returncode, result.stderr), (1, ""))

    def test_hostile_lines_are_refused_and_the_hub_goes_on(self):
        hub = self.hub()
        for bad in ["[" * 100_000, note(1).replace('"id": "n1"', '"id": "n1", "id": "n2"'),
                    note(1, time="2027-01-22T12:00:00"), note(1, time="99999-01-01T00:00:00Z"),
                    note(1).replace('"een notitie"', "1e400"), note(1, text="x" * 2_000_000)]:
            result = ctl("publish", "--connect", hub.requests, stdin=bad)
            self.assertEqual(result.returncode, 1, bad[:100])
            self.assertNotIn("null", result.stderr)
            # which one it was, unless that cannot be told
            known = "" if bad.startswith("[") or bad.count('"id"') > 1 else "n1"
            self.assertEqual(json.loads(result.stdout)["id"], known, bad[:100])
        # What is far too large is not even read whole, and what stands around it goes.
        huge = self.file("groot.jsonl", note(2) + "0" * 20_000_000 + "\n" + note(3))
        result = ctl("publish", "--connect", hub.requests, huge)
        answers = [json.loads(line) for line in result.stdout.splitlines()]
        self.assertEqual((result.returncode, [one["ok"] for one in answers]), (1, [True, False, True]))
        self.assertEqual(answers[1]["found"], "more than 16777216 bytes")
        self.done(ctl("publish", "--connect", hub.requests, stdin=note(1)))


class Tail(Case):
    def test_the_last_ones_and_then_the_end(self):
        hub = self.hub()
        self.done(ctl("publish", "--connect", hub.requests, stdin="".join(note(i, f"tekst {i}") for i in range(20))))
        lines = self.done(ctl("tail", "--connect", hub.requests, "--count", 3)).splitlines()
        self.assertEqual(len(lines), 3)
        self.assertIn("tekst 19", lines[2])
        objects = [json.loads(line) for line in
                   self.done(ctl("tail", "--connect", hub.requests, "--after", 0, "--count", 20, "--json")).splitlines()]
        self.assertEqual([o["sequence"] for o in objects], list(range(1, 21)))
        self.assertTrue(all(o["event"] for o in objects))

    def test_it_follows_what_comes_until_it_is_interrupted(self):
        hub = self.hub()
        with subprocess.Popen([CTL, "tail", "--connect", hub.requests], stdout=subprocess.PIPE,
                              text=True) as tail:
            self.done(ctl("publish", "--connect", hub.requests, stdin=note(1, "net gebeurd")))
            while "net gebeurd" not in (line := tail.stdout.readline()):
                self.assertNotEqual(line, "")
            tail.send_signal(signal.SIGINT)
            self.assertEqual(tail.wait(30), 0)


class Picture(Case):
    def setUp(self):
        super().setUp()
        hub = self.hub()
        told = self.done(ctl("scenario", "run", SOURCES / "scenarios/hoogwater.toml", "--instant", "--connect",
                             hub.requests))
        self.run_of_it = json.loads(told)
        self.requests = hub.requests

    def test_at_any_moment_from_a_hub_and_beside_it_from_its_journal(self):
        self.assertTrue(self.run_of_it["ended"])
        later = self.picture("--journal", self.journal, "--at", "T+16:37")
        self.assertEqual(later["now"][:16], "2027-01-23T03:37")
        self.assertEqual(later["incidents"][0]["grip"]["level"], 2)
        by_instant = self.picture("--journal", self.journal, "--at", "2027-01-23T04:37:00+01:00")
        by_sequence = self.picture("--journal", self.journal, "--at", later["sequence"], "--now", later["now"])
        self.assertEqual(by_instant, later)
        self.assertEqual(by_sequence, later)
        self.assertEqual(self.picture("--connect", self.requests, "--at", "T+16:37", "--json"), later)
        self.assertEqual(self.picture("--journal", self.journal, "--at", "T+01:00")["incidents"][0]["grip"]["level"], 1)
        for wrong in ("tomorrow", "T+", "99999999", "2027-01-23T04:37:00"):
            code = 1 if wrong.isdigit() else 2  # beyond the head it is a moment, but not of this journal
            self.refused(ctl("picture", "--journal", self.journal, "--at", wrong), "--at", wrong, code=code)
        with open("/dev/full", "w") as full:
            result = subprocess.run([CTL, "picture", "--journal", self.journal], stdout=full, stderr=subprocess.PIPE,
                                    text=True)
        self.refused(result, "standard output could not be written")
        self.refused(ctl("publish", "--connect", self.requests, self.folder), "a folder")
        self.refused(ctl("picture", "--journal", self.folder / "none"), "none")
        self.assertFalse((self.folder / "none").exists())

    def test_the_sitrep_as_text_and_as_a_page(self):
        text = self.done(ctl("sitrep", "--journal", self.journal, "--at", "T+16:37"))
        lines = text.strip().split("\n")
        self.assertEqual([lines[0], lines[-1]], ["OEFENING OEFENING OEFENING"] * 2)
        self.assertIn("GRIP 2 sinds 03:12", text)
        for section in ("Beeld", "Oordeel", "Besluiten", "Open acties", "Knelpunten", "Communicatie",
                        "Volgend overleg"):
            self.assertIn(section, lines)
        self.assertEqual(self.done(ctl("sitrep", "--connect", self.requests, "--at", "T+16:37")), text)
        page = self.done(ctl("sitrep", "--journal", self.journal, "--at", "T+16:37", "--html"))
        self.assertTrue(page.startswith("<!doctype html>"))
        self.assertIn("size: A4", page)
        for elsewhere in ("http:", "https:", "src=", "<script"):
            self.assertNotIn(elsewhere, page)
        self.refused(ctl("sitrep", "--journal", self.journal, "--incident", "geen"), "geen")

    def test_whoever_stops_reading_is_not_complained_at(self):
        for command in (f"{CTL} journal export {self.journal}",
                        f"{CTL} tail --connect {self.requests} --after 0 --count 1500",
                        f"{CTL} tail --connect {self.requests} --after 0",
                        f"{CTL} schema", f"{CTL} report {self.journal}",
                        f"{CTL} export atom --journal {self.journal}",
                        f"{CTL} scenario from-journal {self.journal}",
                        f"{CTL} picture --journal {self.journal}"):
            result = run("bash", "-c", f"set -o pipefail; {command} | head -c 10")
            self.assertEqual((result.returncode, result.stderr), (0, ""), command)
            self.assertEqual(len(result.stdout), 10)


class Journal(Case):
    def setUp(self):
        super().setUp()
        with Hub(CTL, self.journal) as hub:
            self.done(ctl("publish", "--connect", hub.requests, stdin="".join(note(i) for i in range(50))))

    def test_info_verify_and_a_kept_head(self):
        info = json.loads(self.done(ctl("journal", "info", self.journal, "--json")))
        self.assertEqual((info["mode"], info["head"], info["replica"]), ("exercise", 50, False))
        self.assertIn("mode exercise", self.done(ctl("journal", "info", self.journal)))
        verdict = json.loads(self.done(ctl("journal", "verify", self.journal, "--json", "--head",
                                           f"50:{info['hash']}")))
        self.assertTrue(verdict["whole"])
        result = ctl("journal", "verify", self.journal, "--json", "--head", f"60:{info['hash']}")
        self.assertEqual(result.returncode, 1)
        self.assertEqual(json.loads(result.stdout)["fault"]["sequence"], 51)
        self.refused(ctl("journal", "verify", self.journal, "--head", "sixty"), "sixty", code=2)

    def test_of_a_damaged_file_what_can_be_read_is_said_and_saved(self):
        with Hub(CTL, self.journal) as hub:
            self.done(ctl("publish", "--connect", hub.requests, stdin="".join(note(i) for i in range(50, 600))))
        self.done(ctl("journal", "import", self.folder / "whole", self.file("lines", self.done(
            ctl("journal", "export", self.journal)))))
        whole = (self.folder / "whole").read_bytes()
        damaged = self.folder / "damaged"
        damaged.write_bytes(whole[:len(whole) // 2])
        verdict = self.refused_in_json(ctl("journal", "verify", damaged, "--json"))
        row = verdict["fault"]["sequence"]
        self.assertEqual((verdict["fault"]["kind"], verdict["head"]), ("unreadable", row - 1))
        said = ctl("journal", "verify", damaged).stdout
        self.assertTrue(said.startswith(f"row {row} cannot be read: the file is damaged there; rows 1 to {row - 1} can"))
        lines = ctl("journal", "export", damaged)
        self.refused(lines, f"row {row} cannot be read", "journal import")
        self.assertEqual(lines.stdout.count("\n"), row)
        self.done(ctl("journal", "import", self.folder / "saved", self.file("rest", lines.stdout)))
        self.assertEqual(json.loads(self.done(ctl("journal", "info", self.folder / "saved", "--json")))["hash"],
                         verdict["hash"])
        damaged.write_bytes(whole[:-4096])
        verdict = self.refused_in_json(ctl("journal", "verify", damaged, "--json"))
        self.assertLessEqual(verdict["fault"]["sequence"] or 0, 600)

    def refused_in_json(self, result):
        self.assertEqual((result.returncode, result.stderr), (1, ""))
        return json.loads(result.stdout)

    def test_a_table_of_ids_that_was_changed_is_made_again_and_said(self):
        copy = self.folder / "copy.journal"
        self.done(ctl("journal", "import", copy, self.file("lines", self.done(ctl("journal", "export", self.journal)))))
        with sqlite3.connect(copy) as database:
            database.execute("DELETE FROM known WHERE sequence>10")
        database.close()
        self.journal = copy
        hub = self.hub()
        answer = json.loads(ctl("publish", "--connect", hub.requests, stdin=note(30)).stdout)
        self.assertEqual((answer["ok"], answer["sequence"]), (True, 31))
        hub.stop()
        self.assertEqual(self.done(ctl("journal", "verify", copy))[:6], "whole:")

    def test_at_an_instant_of_an_exercise_without_a_player(self):
        at = self.picture("--journal", self.journal, "--at", "2027-01-22T12:20:00Z")
        self.assertEqual((at["sequence"], len(at["notes"])), (21, 21))
        self.assertEqual(self.picture("--journal", self.journal, "--at", "2027-01-22T11:59:00Z")["sequence"], 0)

    def test_exported_lines_make_the_same_journal_again(self):
        lines = self.done(ctl("journal", "export", self.journal))
        self.assertEqual(len(lines.splitlines()), 51)
        copy = self.folder / "copy.journal"
        self.done(ctl("journal", "import", copy, self.file("lines", lines)))
        self.assertEqual(self.done(ctl("journal", "export", copy)), lines)
        self.refused(ctl("journal", "import", copy, self.folder / "lines"), "copy.journal")
        self.assertEqual(self.done(ctl("journal", "export", copy)), lines)

    def test_an_altered_line_is_not_imported(self):
        lines = self.done(ctl("journal", "export", self.journal)).splitlines(keepends=True)
        lines[30] = lines[30].replace("een notitie", "een leugen!")
        copy = self.folder / "copy.journal"
        self.refused(ctl("journal", "import", copy, self.file("lines", "".join(lines))), "30")
        self.assertFalse(copy.exists())

    def test_a_branch_is_a_journal_of_its_own(self):
        branch = self.folder / "branch.journal"
        self.done(ctl("journal", "branch", self.journal, branch, "--until", 20))
        old, new = (json.loads(self.done(ctl("journal", "info", j, "--json"))) for j in (self.journal, branch))
        self.assertNotEqual(old["journal"], new["journal"])
        self.assertEqual(new["head"], 20)
        self.assertTrue(json.loads(self.done(ctl("journal", "verify", branch, "--json")))["whole"])


class Import(Case):
    def test_the_sample_files_are_taken_whole(self):
        hub = self.hub(mode="actual")
        for kind in ("roster", "events"):
            path = SOURCES / f"assets/sample/{kind}.csv"
            report = self.done(ctl("import", kind, path, "--connect", hub.requests)).splitlines()
            self.assertTrue(report[0].startswith("line 2: "), report[0])
            self.assertRegex(report[-1], r"^\d+ messages imported$")
        known = self.picture("--connect", hub.requests, "--now", "2026-12-02T12:00:00+01:00")
        self.assertIn("Havenfestival", [event["name"] for event in known["events"]])
        on_duty = {f["function"]: f["now"] for f in known["roster"]["functions"]}
        self.assertIn("de Wit", json.dumps(on_duty["OvD-Bz"]))

    def test_a_file_that_is_read_again_says_only_what_is_new(self):
        hub = self.hub(mode="actual")
        for kind in ("roster", "events"):
            path = SOURCES / f"assets/sample/{kind}.csv"
            self.done(ctl("import", kind, path, "--connect", hub.requests))
            before = self.picture("--connect", hub.requests)["sequence"]
            report = self.done(ctl("import", kind, path, "--connect", hub.requests)).splitlines()
            self.assertRegex(report[-1], r"^0 messages imported, \d+ known already$")
            self.assertEqual(self.picture("--connect", hub.requests)["sequence"], before)
        head = "functie;naam;van;tot\n"
        one = self.file("one", head + "OvD-Bz;K. de Wit;30-11-2037 09:00;07-12-2037 09:00\n")
        two = self.file("two", head + "OvD-Bz;A. Yilmaz;01-12-2037 09:00;02-12-2037 09:00\n")
        for path in (one, two, one): # the first again takes nothing from who took over since
            report = self.done(ctl("import", "roster", path, "--connect", hub.requests))
        self.assertIn("stays replaced by A. Yilmaz 01-12-2037 09:00 – 02-12-2037 09:00", report)
        known = self.picture("--connect", hub.requests, "--now", "2037-12-01T12:00:00+01:00")
        on_duty = {f["function"]: f["now"] for f in known["roster"]["functions"]}
        self.assertIn("Yilmaz", json.dumps(on_duty["OvD-Bz"]))

    def test_who_loses_a_duty_is_said_at_the_line_that_takes_it(self):
        hub = self.hub(mode="actual")
        head = "functie;naam;van;tot\n"
        first = self.file("first", head + "OvD-Bz;K. de Wit;30-11-2037 09:00;07-12-2037 09:00\n")
        self.done(ctl("import", "roster", first, "--connect", hub.requests))
        self.assertNotIn("replaces", self.done(ctl("import", "roster", first, "--connect", hub.requests)))
        second = self.file("second", head + "OvD-Bz;A. Yilmaz;30-11-2037 09:00;07-12-2037 09:00\n")
        report = self.done(ctl("import", "roster", second, "--connect", hub.requests))
        self.assertIn("line 2: OvD-Bz: A. Yilmaz, 30-11-2037 09:00 – 07-12-2037 09:00, "
                      "replaces K. de Wit 30-11-2037 09:00 – 07-12-2037 09:00\n", report)

    def test_a_roster_wipes_nothing_of_a_person_and_says_what_it_knew(self):
        hub = self.hub(mode="actual")
        first = self.file("first", "functie;naam;gemeente;poule;telefoon;van;tot\n"
                                   "AC-Bz;P. Proef;Dordrecht;lokaal;06-0000 9102;30-11-2037 09:00;07-12-2037 09:00\n")
        self.done(ctl("import", "roster", first, "--connect", hub.requests))
        calendar = self.file("calendar", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nSUMMARY:OvD-Bz: P. Proef\r\n"
                                         "DTSTART:20371214T080000Z\r\nDTEND:20371221T080000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")
        self.done(ctl("import", "roster", calendar, "--connect", hub.requests))
        person = self.picture("--connect", hub.requests)["roster"]["persons"][0]
        self.assertEqual([person[m] for m in ("municipality", "pool", "phone", "functions")],
                         ["Dordrecht", "lokaal", "06-0000 9102", ["AC-Bz", "OvD-Bz"]])
        for path in (first, calendar):
            report = self.done(ctl("import", "roster", path, "--connect", hub.requests)).splitlines()
            self.assertRegex(report[0], r"P\. Proef, \d.* – .* 09:00, known already")
            self.assertRegex(report[-1], r"^0 messages imported")

    def test_what_cannot_be_seen_is_not_printed_raw(self):
        hub = self.hub(mode="actual")
        bad = self.file("bad", "functie;naam;van;tot\nOvD-Bz;K\u202ede Wit;x\x1b[2J;y\n")
        result = ctl("import", "roster", bad, "--connect", hub.requests)
        self.assertFalse({"\u202e", "\x1b"} & set(result.stdout + result.stderr))
        missing = ctl("import", "roster", "/nowhere/\u202e", "--connect", hub.requests)
        self.assertIn("<U+202E>", missing.stderr)

    def test_the_running_duty_is_exported_from_its_begin(self):
        hub = self.hub(mode="actual")
        path = self.file("roster", "functie;naam;van;tot\nOvD-Bz;K. de Wit;30-11-2026 09:00;07-12-2026 09:00\n")
        self.done(ctl("import", "roster", path, "--connect", hub.requests))
        table = self.done(ctl("roster", "export", "--csv", "--connect", hub.requests, "--now", "2026-12-02T12:34:56.7+01:00"))
        self.assertIn(";30-11-2026 09:00;07-12-2026 09:00;", table)

    def test_a_duty_goes_out_to_its_true_end_and_its_person_comes_back_as_the_same(self):
        hub = self.hub(mode="actual")
        def said(number, kind, data):
            return note(number, type=f"nl.regiekamer.{kind}", data=data, status="actual",
                        time=f"2026-11-01T08:00:0{number}Z")
        self.done(ctl("publish", "--connect", hub.requests, stdin=
            said(1, "person.registered", {"person": "p-17", "name": "N. Kaya", "pool": "regionaal",
                                          "functions": ["OvD-Bz"], "phone": "06-0000 9102"}) +
            said(2, "duty.rostered", {"duty": "d-1", "function": "OvD-Bz", "person": "p-17",
                                      "from": "2026-11-01T09:00:00+01:00", "until": "2099-12-31T09:00:00+01:00",
                                      "reason": "ruil, huwelijk"})))
        for form in ("--csv", "--ics"):
            exported = self.done(ctl("roster", "export", form, "--connect", hub.requests, "--now", "2026-12-02T12:34:56.7+01:00"))
            self.assertIn("20991231T080000Z" if form == "--ics" else ";31-12-2099 09:00;ruil, huwelijk\n",
                          exported.replace("\r\n", "\n"))
            report = self.done(ctl("import", "roster", self.file("roster", exported), "--connect", hub.requests))
            self.assertIn("0 messages imported", report)  # the reason is among what is known already
            roster = self.picture("--connect", hub.requests)["roster"]
            self.assertEqual([one["person"] for one in roster["persons"]], ["p-17"])
            self.assertEqual([one["duty"] for one in roster["temporary"]], ["d-1"])

    def test_what_a_calendar_cancels_is_withdrawn(self):
        hub = self.hub(mode="actual")
        def calendar(name, more=""):
            return self.file(name, "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:9\r\nSUMMARY:OvD-Bz: W. Weg\r\n"
                             f"DTSTART:20371214T080000Z\r\nDTEND:20371221T080000Z\r\n{more}END:VEVENT\r\nEND:VCALENDAR\r\n")
        self.done(ctl("import", "roster", calendar("there"), "--connect", hub.requests))
        gone = calendar("gone", "STATUS:CANCELLED\r\n")
        report = self.done(ctl("import", "roster", gone, "--connect", hub.requests))
        self.assertIn("cancelled, left out, and withdrawn here\n1 messages imported", report)
        self.assertIn("0 messages imported", self.done(ctl("import", "roster", gone, "--connect", hub.requests)))

    def test_what_a_calendar_leaves_out_of_a_repetition_is_withdrawn(self):
        hub = self.hub(mode="actual")
        def calendar(name, more=""):
            return self.file(name, "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:9\r\nSUMMARY:OvD-Bz: W. Weg\r\n"
                             "DTSTART:20370105T080000Z\r\nDURATION:P1D\r\nRRULE:FREQ=WEEKLY;COUNT=3\r\n"
                             f"{more}END:VEVENT\r\nEND:VCALENDAR\r\n")
        self.done(ctl("import", "roster", calendar("there"), "--connect", hub.requests))
        report = self.done(ctl("import", "roster", calendar("less", "EXDATE:20370112T080000Z\r\n"),
                               "--connect", hub.requests))
        self.assertIn("OvD-Bz: W. Weg, 12-01-2037 09:00: left out or moved by its calendar, and withdrawn here", report)
        self.assertIn("1 messages imported", report)

    def test_an_evenement_that_its_calendar_plans_again_asks_for_a_decision(self):
        hub = self.hub(mode="actual")
        def imported(more=""):
            path = self.file("feest", "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:9\r\nSUMMARY:Wielfeest\r\nLOCATION:Wiel\r\n"
                             f"CATEGORIES:A\r\nDTSTART:20371214T080000Z\r\nDTEND:20371214T180000Z\r\n{more}END:VEVENT\r\n"
                             "END:VCALENDAR\r\n")
            self.done(ctl("import", "events", path, "--without-requirements", "--connect", hub.requests))
            event = self.picture("--connect", hub.requests)["events"][0]
            return event["state"], [reason["why"] for reason in event["reasons"]]
        self.assertEqual(imported()[1], [])
        self.assertEqual(imported("STATUS:CANCELLED\r\n"), ("no_go", []))
        self.assertEqual(imported(), ("no_go", ["planned_again"]))
        self.assertEqual(imported("STATUS:CANCELLED\r\n"), ("no_go", []))

    def test_an_evenement_brings_what_its_class_asks_once(self):
        hub = self.hub(mode="actual")
        path = self.file("events", "naam;klasse;plaats;van;tot\nWielfeest;B;Wiel;03-07-2027 14:00;03-07-2027 23:00\n"
                                   "Molentocht;C;Waard;;\n")
        def asked():
            events = self.picture("--connect", hub.requests, "--now", "2027-01-02T12:00:00+01:00")["events"]
            return {event["name"]: len(event["requirements"]) for event in events}
        report = self.done(ctl("import", "events", path, "--connect", hub.requests)).splitlines()
        self.assertRegex(report[-2], r"^\d+ messages set what the classes ask")
        self.assertEqual(asked(), {"Wielfeest": 23, "Molentocht": 0})
        before = self.picture("--connect", hub.requests)["sequence"]
        self.done(ctl("import", "events", path, "--connect", hub.requests))
        self.assertEqual(self.picture("--connect", hub.requests)["sequence"], before)

    def test_what_a_class_asks_may_be_left_out(self):
        hub = self.hub(mode="actual")
        path = self.file("events", "naam;klasse;plaats;van;tot\nWielfeest;B;Wiel;03-07-2027 14:00;03-07-2027 23:00\n")
        self.done(ctl("import", "events", path, "--without-requirements", "--connect", hub.requests))
        self.assertEqual(self.picture("--connect", hub.requests)["events"][0]["requirements"], [])

    def test_one_bad_line_and_nothing_is_imported(self):
        hub = self.hub(mode="actual")
        for kind, bad in (("roster", "OvD-Bz;;;;;gisteren;morgen;\n"), ("events", "Feest;Z;;;;;;veel;\n")):
            text = (SOURCES / f"assets/sample/{kind}.csv").read_text()
            path = self.file(kind, text.rstrip("\n") + "\n" + bad)
            result = self.refused(ctl("import", kind, path, "--connect", hub.requests), "nothing was imported")
            self.assertIn(f"line {text.rstrip().count(chr(10)) + 2}: refused: ", result.stdout)
            lines = [json.loads(line) for line in
                     ctl("import", kind, "-", "--json", "--connect", hub.requests, stdin=path.read_text()).stdout.splitlines()]
            self.assertFalse(lines[-1]["taken"])
        self.assertEqual(self.picture("--connect", hub.requests)["sequence"], 0)

    def test_the_journal_of_an_exercise_becomes_records_of_training(self):
        started = {"run": "r", "scenario": "hoogwater", "title": "Hoogwater", "start": "2027-01-22T12:00:00+01:00",
                   "roles": [], "scenario_digest": "00"}
        said = [note(1, type="nl.regiekamer.exercise.started", data=started),
                note(2, source="desk/a", function="OvD-Bz", person="K. de Wit"),
                note(3, source="desk/a", function="OvD-Bz", person="K. de Wit"),
                note(4, source="desk/b", function="waarnemer", person="S. Bakker"),
                note(6, source="desk/b", function="burgemeester", person="S. Bakker"),  # speaks for it
                note(5, source="scenario/x/r", function="AC-Bz", person="M. Verhoeven")]
        with self.hub() as played:
            self.done(ctl("publish", "--connect", played.requests, stdin="".join(said)))
        exercise, self.journal = self.journal, self.folder / "real.journal"
        hub = self.hub(mode="actual")
        stands = "K. de Wit is not registered here; it stands under the name"
        report = self.done(ctl("import", "training", exercise, "--connect", hub.requests)).splitlines()
        self.assertEqual(report, [f"line 1: K. de Wit as OvD-Bz, Oefening: Hoogwater; remark: {stands}",
                                  "1 messages imported"])
        before = self.picture("--connect", hub.requests)["sequence"]
        report = self.done(ctl("import", "training", exercise, "--connect", hub.requests)).splitlines()
        self.assertEqual(report, [f"line 1: K. de Wit as OvD-Bz, Oefening: Hoogwater, known already; remark: {stands}",
                                  "0 messages imported, 1 known already"])
        self.assertEqual(self.picture("--connect", hub.requests)["sequence"], before)  # once is enough
        self.done(ctl("publish", "--connect", hub.requests, stdin=person(1, "p-9", "k. de wit")))
        report = self.done(ctl("import", "training", exercise, "--connect", hub.requests)).splitlines()
        self.assertEqual(report[-1], "0 messages imported, 1 known already")  # it is hers, also under her name
        self.refused(ctl("import", "training", self.journal, "--connect", hub.requests), "one of an exercise")

    def test_who_helps_as_the_responscel_is_not_exercised_and_a_branch_is_no_second_exercise(self):
        started = {"run": "r", "scenario": "hoogwater", "title": "Hoogwater", "start": "2027-01-22T12:00:00+01:00",
                   "roles": [{"function": "OvD-Bz", "played": True}, {"function": "wijkbeheer", "played": False}],
                   "scenario_digest": "00"}
        said = [note(1, source="scenario/x/r", type="nl.regiekamer.exercise.started", data=started),
                note(2, source="desk/a", function="OvD-Bz", person="K. de Wit"),
                note(3, source="desk/b", function="wijkbeheer", person="W. Bos",
                     type="nl.regiekamer.desk.joined", data={"desk": "b"}),
                note(4, source="desk/b", function="wijkbeheer", person="W. Bos")]
        with self.hub() as played:
            self.done(ctl("publish", "--connect", played.requests, stdin="".join(said)))
        exercise, branch, self.journal = self.journal, self.folder / "tak.journal", self.folder / "real.journal"
        self.done(ctl("journal", "branch", exercise, branch, "--until", 4))
        hub = self.hub(mode="actual")
        self.done(ctl("publish", "--connect", hub.requests, stdin=person(1, "p-9", "K. de Wit")))
        report = self.done(ctl("import", "training", exercise, "--connect", hub.requests)).splitlines()
        self.assertEqual(report, ["line 1: K. de Wit as OvD-Bz, Oefening: Hoogwater", "1 messages imported"])
        said = json.loads(self.done(ctl("tail", "--json", "--count", "1", "--after", "1", "--connect", hub.requests)))
        self.assertEqual(said["event"]["data"]["person"], "p-9")  # who is registered here by that name
        self.refused(ctl("import", "training", branch, "--connect", hub.requests),
                     "a branch in which nobody played who did not before it")

    def test_what_the_leaders_see_is_no_picture_for_the_players_while_the_exercise_runs(self):
        hub = self.hub()
        run = {"run": "r"}
        started = {**run, "scenario": "x", "title": "X", "start": "2027-01-22T12:00:00+01:00", "roles": [],
                   "scenario_digest": "00"}
        verdict = {**run, "expectation": "grip", "verdict": "deels", "reason": "geen beeld"}
        self.done(ctl("publish", "--connect", hub.requests, stdin="".join([
            note(1, type="nl.regiekamer.exercise.started", data=started),
            note(2, type="nl.regiekamer.expectation.judged", data=verdict),
            note(3, type="nl.regiekamer.inject.held", data={**run, "inject": "3"})])))
        seen = self.picture("--connect", hub.requests)["exercise"]
        self.assertEqual((seen["judged"], seen["injects"]), ([], []))
        leads = self.picture("--connect", hub.requests, "--trainer")["exercise"]
        self.assertEqual((leads["judged"][0]["reason"], len(leads["injects"])), ("geen beeld", 1))
        self.done(ctl("publish", "--connect", hub.requests,
                      stdin=note(4, type="nl.regiekamer.exercise.ended", data=run)))
        self.assertEqual(len(self.picture("--connect", hub.requests)["exercise"]["judged"]), 1)

    def test_a_record_of_training_says_what_was_met(self):
        scenario = SOURCES / "scenarios/verdrinking.toml"
        with self.hub() as played:
            self.done(ctl("scenario", "run", scenario, "--instant", "--connect", played.requests))
            self.done(ctl("publish", "--connect", played.requests,
                          stdin=note(1, source="desk/a", function="OvD-Bz", person="L. Visser")))
        exercise, self.journal = self.journal, self.folder / "real.journal"
        hub = self.hub(mode="actual")
        self.done(ctl("import", "training", exercise, "--connect", hub.requests))  # who did not know of it yet
        self.done(ctl("import", "training", exercise, "--scenario", scenario, "--connect", hub.requests))
        said = json.loads(self.done(ctl("tail", "--json", "--count", "1", "--after", "1", "--connect", hub.requests)))
        self.assertRegex(str(said), r"\d+ van \d+ op tijd, \d+ te laat, \d+ gemist")
        for again in (["--scenario", scenario], []):  # what was said stays, with its result
            self.done(ctl("import", "training", exercise, *again, "--connect", hub.requests))
        self.assertEqual(self.picture("--connect", hub.requests)["sequence"], 2)

    def test_of_two_runs_of_one_exercise_neither_is_recorded_twice(self):
        scenario = SOURCES / "scenarios/verdrinking.toml"
        runs = []
        for name in ("first", "second"):
            self.journal = self.folder / f"{name}.journal"
            runs.append(self.journal)
            with self.hub() as played:
                self.done(ctl("scenario", "run", scenario, "--instant", "--connect", played.requests))
                self.done(ctl("publish", "--connect", played.requests,
                              stdin=note(1, source="desk/a", function="OvD-Bz", person="L. Visser")))
        self.journal = self.folder / "real.journal"
        hub = self.hub(mode="actual")
        self.done(ctl("import", "training", runs[0], "--scenario", scenario, "--connect", hub.requests))
        self.done(ctl("import", "training", runs[1], "--connect", hub.requests))
        for run in runs:  # of the first the picture shows nothing any more
            report = self.done(ctl("import", "training", run, "--connect", hub.requests)).splitlines()
            self.assertEqual(report[-1], "0 messages imported, 1 known already")
        self.assertEqual(self.picture("--connect", hub.requests)["sequence"], 2)

    def test_a_report_of_real_work_is_measured_against_no_scenario(self):
        self.hub(mode="actual").stop()
        self.refused(ctl("report", self.journal, "--scenario", SOURCES / "scenarios/verdrinking.toml"),
                     "a journal of real work")

    def test_a_branch_of_an_exercise_says_so_itself(self):
        hub = self.hub()
        scenario = SOURCES / "scenarios/verdrinking.toml"
        self.done(ctl("scenario", "run", scenario, "--instant", "--until", "T+01:00", "--connect", hub.requests))
        parent, branch = self.journal, self.folder / "tak.journal"
        hub.stop()
        until = json.loads(self.done(ctl("journal", "info", parent, "--json")))
        self.done(ctl("journal", "branch", parent, branch, "--until", 100))
        lines = [json.loads(line) for line in self.done(ctl("journal", "export", branch)).splitlines()[1:]]
        last = lines[-1]["event"]
        self.assertEqual(len(lines), 101)
        self.assertEqual(last["type"], "nl.regiekamer.exercise.branched")
        self.assertEqual(last["data"]["parent_journal"], until["journal"])
        self.assertEqual(last["data"]["parent_sequence"], 100)
        self.assertEqual(last["source"], lines[0]["event"]["source"])
        self.assertEqual(last["time"], max(line["event"]["time"] for line in lines))
        self.assertTrue(json.loads(self.done(ctl("journal", "verify", branch, "--json")))["whole"])

    def test_an_exercise_in_which_nobody_played_is_no_training(self):
        with self.hub() as played:
            self.done(ctl("scenario", "run", SOURCES / "scenarios/verdrinking.toml", "--instant", "--connect",
                          played.requests))
        exercise, self.journal = self.journal, self.folder / "real.journal"
        hub = self.hub(mode="actual")
        self.refused(ctl("import", "training", exercise, "--connect", hub.requests), "nobody who played a role in it")


class Sitrep(Case):
    def test_it_is_printed_as_text_and_as_html_and_needs_an_incident(self):
        hub = self.hub()
        self.refused(ctl("sitrep", "--connect", hub.requests), "no incident is open")
        opened = {"incident": "i1", "title": "Brand <Kade>", "kind": "brand", "municipality": "Alblasserdam",
                  "place": "Kade", "started": "2027-01-22T12:00:00+01:00"}
        self.done(ctl("publish", "--connect", hub.requests,
                      stdin=note(1, type="nl.regiekamer.incident.opened", data=opened)))
        text = self.done(ctl("sitrep", "--connect", hub.requests))
        self.assertTrue(text.startswith("OEFENING OEFENING OEFENING"), text[:100])
        self.assertIn("Brand <Kade>", text)
        self.assertIn("Brand &lt;Kade&gt;", self.done(ctl("sitrep", "--journal", self.journal, "--html")))
        self.refused(ctl("sitrep", "--connect", hub.requests, "--incident", "x"), "x is not known")


class Scenario(Case):
    def test_the_one_that_ships_is_good(self):
        lines = self.done(ctl("scenario", "check", SOURCES / "scenarios/hoogwater.toml", "--json")).splitlines()
        tally = json.loads(lines[-1])
        self.assertEqual((tally["errors"], tally["warnings"]), (0, 0))
        self.assertGreaterEqual(tally["injects"], 60)

    def test_what_is_wrong_is_named_by_its_place(self):
        good = (SOURCES / "scenarios/hoogwater.toml").read_text()
        wrongs = {'start = "2027-01-22T12:00:00+01:00"': 'start = "vrijdag"', "seed = 1": "sead = 1",
                  'title = "Hoogwater Alblasserdam"': 'title = "Hoogwater'}
        for old, new in wrongs.items():
            path = self.file("bad.toml", good.replace(old, new, 1))
            line = good[:good.index(old)].count("\n") + 1
            result = self.refused(ctl("scenario", "check", path), "nothing is played")
            self.assertRegex(result.stdout, rf"(?m)^error: {path}:{line}:\d+: .")
        path = self.file("bad.toml", good.replace("seed = 1", "sead = 1", 1))
        self.assertIn("seed", ctl("scenario", "check", path).stdout)  # the known key that is nearest

    def test_a_bad_one_says_nothing_to_the_hub(self):
        hub = self.hub()
        path = self.file("bad.toml", "[scenario]\ntitle = 3\n")
        self.refused(ctl("scenario", "run", path, "--instant", "--connect", hub.requests), "bad.toml:2:")
        self.assertEqual(self.picture("--connect", hub.requests)["sequence"], 0)

    def test_real_work_is_not_compared_with_an_exercise(self):
        with self.hub() as hub:
            self.done(ctl("scenario", "run", SOURCES / "scenarios/verdrinking.toml", "--instant", "--until", "T+00:10",
                          "--connect", hub.requests))
        exercise, self.journal = self.journal, self.folder / "real.journal"
        with self.hub(mode="actual"):
            pass
        self.refused(ctl("compare", exercise, self.journal), "a journal of real work, expected a journal of an exercise")

    def test_a_run_that_ended_is_not_played_again(self):
        hub = self.hub()
        play = ("scenario", "run", SOURCES / "scenarios/verdrinking.toml", "--instant", "--connect", hub.requests)
        self.done(ctl(*play))
        head = self.picture("--connect", hub.requests)["sequence"]
        self.refused(ctl(*play), "an exercise that has ended: nothing is left to play, expected a hub on a new journal")
        self.assertEqual(self.picture("--connect", hub.requests)["sequence"], head)

    def test_an_exercise_is_not_played_on_a_real_hub(self):
        hub = self.hub(mode="actual")
        self.refused(ctl("scenario", "run", SOURCES / "scenarios/hoogwater.toml", "--instant", "--connect",
                         hub.requests), "exercise")
        self.assertEqual(self.picture("--connect", hub.requests)["sequence"], 0)


class Feed(Case):
    def test_pages_from_a_file_and_from_standard_input(self):
        hub = self.hub(mode="actual")
        path = self.file("pages", "multimon-ng 1.2.0\n" + PAGE + "\n\x00rubbish\n")
        told = json.loads(self.done(ctl("feed", "p2000", path, "--connect", hub.requests)))
        self.assertEqual(told["pages"], 1)
        self.done(ctl("feed", "p2000", "--config", SOURCES / "assets/p2000.toml", "--connect", hub.requests,
                      stdin=PAGE.replace("001420059", "000000001").replace("Alblasserdam", "Urk") + "\n"))
        known = self.picture("--connect", hub.requests)
        self.assertEqual(len({proposal["message"] for proposal in known["proposals"]}), 1)
        self.assertIn("oproep", [alarm["rule"] for alarm in known["alarms"]])
        self.assertEqual(known["incidents"], [])  # a page decides nothing

    def test_a_page_goes_out_before_the_stream_ends(self):
        hub = self.hub(mode="actual")
        with subprocess.Popen([CTL, "feed", "p2000", "--connect", hub.requests], stdin=subprocess.PIPE,
                              stdout=subprocess.PIPE, text=True) as feed:
            feed.stdin.write(PAGE + "\n")
            feed.stdin.flush()
            eventually(lambda: self.picture("--connect", hub.requests)["pages"], "the page in the picture")
            feed.communicate(timeout=30)
            self.assertEqual(feed.returncode, 0)

    def test_a_bad_configuration_is_named(self):
        hub = self.hub(mode="actual")
        path = self.file("p2000.toml", "[ours]\ncapcodes = 5\n")
        self.refused(ctl("feed", "p2000", "--config", path, "--connect", hub.requests), "p2000.toml")

    def test_of_two_feeds_in_a_file_one_fails_and_the_other_goes_on(self):
        hub = self.hub()
        self.file("rooster.csv", "functie;naam;van;tot\nOvD-Bz;A. Proef;01-12-2026 08:00;08-12-2026 08:00\n")
        dead = free_ports()[0]
        path = self.file("feeds.toml", f"""
            [[feed]]
            name = "rooster"
            kind = "csv"
            what = "roster"
            from = "rooster.csv"
            every = "100ms"
            [[feed]]
            name = "ontvanger"
            kind = "p2000"
            from = "tcp://127.0.0.1:{dead}"
            """)
        self.assertIn("rooster: csv", self.done(ctl("feed", "check", path)))
        with subprocess.Popen([CTL, "feed", "run", path, "--connect", hub.requests, "--raw", self.folder / "raw"],
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as feeds:
            def states():
                return {one["feed"]: one["state"] for one in
                        self.picture("--connect", hub.requests)["system"]["feeds"]}
            eventually(lambda: states() == {"rooster": "loopt", "ontvanger": "fout"}, "how the feeds do")
            (self.folder / "rooster.csv").write_text("geen rooster")
            eventually(lambda: [one for one in self.picture("--connect", hub.requests)["system"]["feeds"]
                                if one["feed"] == "rooster" and one["refused"]], "the bad roster")
            # A desk asks to offer again what was put aside: it still cannot be read, and that is told.
            asked = {"specversion": "1.0", "id": "vraag", "source": "desk/test", "type": "nl.regiekamer.feed.retry_asked",
                     "time": "2027-01-22T12:00:00Z", "status": "exercise", "data": {"feed": "rooster"}}
            self.done(ctl("publish", self.file("vraag.jsonl", json.dumps(asked) + "\n"), "--connect", hub.requests))
            retry = eventually(lambda: [one["retry"] for one in
                                        self.picture("--connect", hub.requests)["system"]["feeds"]
                                        if one["retry"] and one["retry"]["answered"]], "what came of it")[0]
            self.assertEqual((retry["pieces"], retry["messages"]), (1, 0))
            self.assertTrue(retry["note"])
            feeds.send_signal(signal.SIGTERM)
            out, complaints = feeds.communicate(timeout=30)
            self.assertEqual(feeds.returncode, 0)
            self.assertEqual({json.loads(line)["feed"] for line in out.splitlines()}, {"rooster", "ontvanger"})
            self.assertIn("Connection refused", complaints)
            self.assertEqual(set(states().values()), {"stil"})
        self.assertEqual(len(list((self.folder / "raw" / "rooster").iterdir())), 1)

    def test_a_file_of_feeds_that_is_wrong_starts_nothing(self):
        path = self.file("feeds.toml", "[[feed]]\nname = \"a\"\nkind = \"p200\"\nfrom = \"-\"\n")
        for verb in (["check", path], ["run", path]):
            self.refused(ctl("feed", *verb), "feeds.toml:3:8", 'did you mean "p2000"?')

    def test_a_record_is_played_in_an_exercise_only(self):
        hub = self.hub()
        pages = self.file("pages", PAGE + "\n")
        self.done(ctl("feed", "p2000", pages, "--raw", self.folder / "raw", "--connect", hub.requests))
        record, = (self.folder / "raw").iterdir()
        self.done(ctl("feed", "p2000", pages, "--connect", hub.requests))  # without --raw it keeps too
        self.assertEqual(len(list((self.folder / "state" / "regiekamer" / "feeds" / "p2000").iterdir())), 1)
        played = json.loads(self.done(ctl("feed", "replay", record, "--rate", "10", "--connect", hub.requests)))
        self.assertEqual(played["messages"], 1)
        self.journal = self.folder / "actual.journal"
        actual = self.hub(mode="actual")
        self.refused(ctl("feed", "replay", record, "--instant", "--connect", actual.requests),
                     "never played into real work")
        self.assertEqual(self.picture("--connect", actual.requests)["sequence"], 0)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
