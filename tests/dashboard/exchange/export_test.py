#!/usr/bin/env python3
"""What goes out, read as its receivers do: CAP and Atom with xml.etree, GeoJSON with json, metrics with a grammar of its
own. On the hoogwater exercise played through a real hub, and on an actual journal full of hostile text.

Usage: export_test.py REGIEKAMERCTL TOP
"""
import json
import pathlib
import re
import sys
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree

CTL, TOP = sys.argv[1], pathlib.Path(sys.argv[2])
sys.path.insert(0, str(TOP / "tests/dashboard/ctl"))
from hub import Hub, run  # noqa: E402

PATIENCE = 240
CAP = "{urn:oasis:names:tc:emergency:cap:1.2}"
ATOM = "{http://www.w3.org/2005/Atom}"
HOSTILE = "<b>&amp; \"aan\" 'de'\n]]> \u202eKade\u2066 \u0001\u0085\ufffe\u2028 {x=\"y\"} " + "é" * 10_000
ALERT_ORDER = ["identifier", "sender", "sent", "status", "msgType", "source", "scope", "restriction", "addresses", "code",
               "note", "references", "incidents", "info"]
INFO_ORDER = ["language", "category", "event", "responseType", "urgency", "severity", "certainty", "audience", "eventCode",
              "effective", "onset", "expires", "senderName", "headline", "description", "instruction", "web", "contact",
              "parameter", "resource", "area"]
WORDS = {
    "status": "Actual Exercise System Test Draft", "msgType": "Alert Update Cancel Ack Error",
    "scope": "Public Restricted Private",
    "category": "Geo Met Safety Security Rescue Fire Health Env Transport Infra CBRNE Other",
    "urgency": "Immediate Expected Future Past Unknown", "severity": "Extreme Severe Moderate Minor Unknown",
    "certainty": "Observed Likely Possible Unlikely Unknown"}
CAP_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[-+]\d\d:\d\d")
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[-+]\d\d:\d\d)")
UNSEEN = re.compile("[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff\ufffe"
                    "\uffff]")
SAMPLE = re.compile(r'([a-z_][a-z0-9_]*)\{((?:[a-z_]+="(?:[^"\\\n]|\\["\\n])*",?)*)\} (-?\d+(?:\.\d+)?(?:e[-+]?\d+)?)')


def export(*arguments):
    done = run(CTL, "export", *arguments, within=PATIENCE)
    assert done.returncode == 0, done.stderr
    return done.stdout


def read_cap(text):
    """The rules of CAP 1.2 that a receiver checks; gives the alert."""
    alert = ElementTree.fromstring(text)
    assert alert.tag == CAP + "alert", alert.tag
    in_order(alert, ALERT_ORDER, {"identifier", "sender", "sent", "status", "msgType", "scope"})
    for element in alert.iter():
        name = element.tag.removeprefix(CAP)
        if name in WORDS:
            assert element.text in WORDS[name].split(), (name, element.text)
        if name in ("sent", "effective", "onset", "expires"):
            assert CAP_TIME.fullmatch(element.text), (name, element.text)
        assert not UNSEEN.search(element.text or ""), (name, element.text)
        assert len(element) or (element.text or "").strip(), name + " is empty"
    for name in ("identifier", "sender"):
        assert not set(" ,<&") & set(of(alert, name)), of(alert, name)
    for triplet in (of(alert, "references") or "").split():
        sender, identifier, sent = triplet.split(",")
        assert sender and identifier and CAP_TIME.fullmatch(sent), triplet
    assert (of(alert, "msgType") == "Alert") == (of(alert, "references") is None)
    for info in alert.findall(CAP + "info"):
        in_order(info, INFO_ORDER, {"category", "event", "urgency", "severity", "certainty"})
        for area in info.findall(CAP + "area"):
            in_order(area, ["areaDesc", "polygon", "circle"], {"areaDesc"})
            for polygon in area.findall(CAP + "polygon"):
                pairs = [tuple(map(float, pair.split(","))) for pair in polygon.text.split(" ")]
                assert len(pairs) >= 4 and pairs[0] == pairs[-1], polygon.text
                assert all(50 < lat < 54 and 3 < lon < 8 for lat, lon in pairs), "lat before lon, in the Netherlands"
            for circle in area.findall(CAP + "circle"):
                assert re.fullmatch(r"-?[\d.]+,-?[\d.]+ [\d.]+", circle.text), circle.text
    return alert


def in_order(element, order, required):
    names = [child.tag.removeprefix(CAP) for child in element]
    assert names == sorted(names, key=order.index), names
    assert required <= set(names), required - set(names)


def of(alert, name):
    return alert.findtext(".//" + CAP + name)


def triplet_of(alert):
    return ",".join(of(alert, name) for name in ("sender", "identifier", "sent"))


def read_atom(text):
    feed = ElementTree.fromstring(text)
    assert feed.tag == ATOM + "feed", feed.tag
    for one in [feed, *feed.findall(ATOM + "entry")]:
        for name in ("id", "title", "updated"):
            assert len(one.findall(ATOM + name)) == 1 and one.findtext(ATOM + name), name
        assert one.findtext(ATOM + "id").startswith("tag:")
        assert RFC_3339.fullmatch(one.findtext(ATOM + "updated"))
        assert one.findtext(f"{ATOM}author/{ATOM}name").strip()
    entries = feed.findall(ATOM + "entry")
    assert all(entry.find(ATOM + "content").get("type") == "text" and entry.findtext(ATOM + "content") for entry in entries)
    assert len({entry.findtext(ATOM + "id") for entry in entries}) == len(entries)
    assert feed.findtext(ATOM + "updated") >= max((entry.findtext(ATOM + "updated") for entry in entries), default="")
    for element in feed.iter():
        assert not UNSEEN.search(element.text or ""), element.text
    return feed, entries


def read_geojson(text):
    collection = json.loads(text, parse_constant=lambda word: (_ for _ in ()).throw(ValueError(word)))
    assert collection["type"] == "FeatureCollection"
    assert "crs" not in collection
    for feature in collection["features"]:
        assert feature["type"] == "Feature" and isinstance(feature["id"], str)
        assert list(feature["properties"])[:4] == ["mode", "theme", "id", "name"]
        read_geometry(feature["geometry"])
    ids = [feature["id"] for feature in collection["features"]]
    assert len(set(ids)) == len(ids)
    return collection


def read_geometry(geometry):
    if geometry is None:
        return
    assert set(geometry) == {"type", "coordinates"}, geometry
    shape, coordinates = geometry["type"], geometry["coordinates"]
    if shape == "Point":
        on_land(coordinates)
    elif shape == "LineString":
        assert len(coordinates) >= 2
        for position in coordinates:
            on_land(position)
    else:
        for polygon in {"Polygon": [coordinates], "MultiPolygon": coordinates}[shape]:
            for ring in polygon[:1]:
                assert len(ring) >= 4 and ring[0] == ring[-1], ring
                turn = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:]))
                assert turn > 0, "an outer ring goes against the clock"
                for position in ring:
                    on_land(position)


def on_land(position):
    lon, lat = position
    assert 3 < lon < 8 and 50 < lat < 54, position


def read_metrics(text):
    assert text.endswith("\n")
    helped, typed, values = set(), set(), {}
    for line in text[:-1].split("\n"):
        if line.startswith("# "):
            _, kind, name, rest = line.split(" ", 3)
            into = {"HELP": helped, "TYPE": typed}[kind]
            assert name not in into, "twice: " + line
            into.add(name)
            assert kind == "HELP" or rest == "gauge", line
            continue
        sample = SAMPLE.fullmatch(line)
        assert sample, line
        name, labels, value = sample.groups()
        assert name.startswith("regiekamer_") and name in helped and name in typed, name
        assert (name, labels) not in values, line
        assert not UNSEEN.search(labels), labels
        values[name, labels] = float(value)
    return values


def event(number, type_, data, status="actual", **more):
    return json.dumps({"specversion": "1.0", "id": f"e{number}", "source": "test/" + HOSTILE[:40], "status": status,
                       "type": "nl.regiekamer." + type_, "time": f"2027-01-23T04:{number:02}:00+01:00", "data": data,
                       **more})


def hostile_events():
    """Everything that can be text is hostile; what an identifier may be is 256 bytes."""
    name, long, ring = HOSTILE[:60], HOSTILE[:5000], [{"lat": 51.86, "lon": 4.64}, {"lat": 51.87, "lon": 4.64}, {"lat": 51.87, "lon": 4.66}]
    point = {"lat": 51.86, "lon": 4.65}
    bodies = [
        ("incident.opened", {"incident": name, "title": HOSTILE, "kind": name, "municipality": HOSTILE, "place": HOSTILE,
                             "started": "2027-01-23T04:00:00+01:00", "point": point}),
        ("grip.decided", {"incident": name, "level": 2, "reason": HOSTILE,
                          "decided_by": {"function": name, "person": name},
                          "effective_from": "2027-01-23T04:01:00+01:00"}),
        ("area.drawn", {"area": name, "incident": name, "kind": "effect", "label": HOSTILE, "polygon": ring}),
        ("place.marked", {"place": name, "incident": name, "kind": "opvang", "label": HOSTILE, "point": point,
                          "state": HOSTILE}),
        ("note.written", {"note": name, "incident": name, "text": HOSTILE}),
        ("event.registered", {"event": name, "name": HOSTILE, "class": "B", "place": HOSTILE, "visitors": 100,
                              "organiser": HOSTILE, "point": point}),
        ("works.announced", {"works": name, "title": HOSTILE, "place": HOSTILE, "polygon": ring,
                             "from": "2027-01-23T00:00:00Z", "until": "2027-02-23T00:00:00Z"}),
        ("station.described", {"station": name, "name": HOSTILE, "point": point, "datum": HOSTILE}),
        ("measurement.taken", {"station": name, "quantity": name, "unit": name, "at": "2027-01-23T04:00:00Z",
                               "value": 1.5, "quality": "goed"}),
        ("warning.received", {"identifier": name, "sender": long, "sent": "2027-01-23T03:00:00Z",
                              "msg_type": "Alert", "headline": HOSTILE, "event": long, "severity": "Severe",
                              "references": [], "test": False,
                              "areas": [{"description": long, "polygons": [ring, ring[::-1]],
                                         "circles": ["51.86,4.65 1.5", long], "geocodes": [long]}]}),
        ("team.alerted", {"alert": name, "incident": name, "team": "copi", "functions": [name], "norm_minutes": 30}),
        ("action.opened", {"action": name, "incident": name, "title": HOSTILE, "owner": name,
                           "due": "2027-01-23T04:05:00+01:00"}),
        ("feed.reported", {"feed": name, "state": "fout", "note": HOSTILE}),
        ("feed.refused", {"feed": name, "reason": HOSTILE, "count": 3, "sample": HOSTILE}),
    ]
    return [event(number, type_, data, function=name, person=name) for number, (type_, data) in enumerate(bodies, 1)]


class Exercise(unittest.TestCase):
    """Hoogwater, through a hub; looked at while that hub runs and from the file, at many moments."""

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="regiekamer-export-")
        cls.addClassCleanup(cls.folder.cleanup)
        cls.journal = pathlib.Path(cls.folder.name) / "oefening.journal"
        cls.hub = Hub(CTL, cls.journal)
        cls.addClassCleanup(cls.hub.__exit__)
        played = run(CTL, "scenario", "run", TOP / "scenarios/hoogwater.toml", "--instant", "--connect",
                     cls.hub.requests, within=PATIENCE)
        assert played.returncode == 0, played.stderr

    def at(self, moment, kind, *more):
        text = export(kind, "--journal", self.journal, "--at", moment, *more)
        self.assertNotIn("Actual", text)
        return text

    def test_cap_follows_the_night_and_each_alert_names_all_before_it(self):
        seen, levels = [], []
        for moment in ("T-00:10", "T+00:40", "T+08:00", "T+15:05", "T+15:30", "T+16:37", "T+18:00", "T+20:30", "T+23:00"):
            alert = read_cap(self.at(moment, "cap"))
            self.assertEqual(of(alert, "status"), "Exercise")
            self.assertIn("OEFENING", of(alert, "note"))
            for name in ("headline", "event", "senderName"):
                self.assertTrue(of(alert, name).startswith("OEFENING · "), name)
            self.assertTrue(of(alert, "description").startswith("OEFENING"))
            if triplet_of(alert) not in seen:
                references = (of(alert, "references") or "").split()
                if of(alert, "msgType") == "Update":
                    self.assertTrue(set(seen[-1:]) <= set(references), moment)
                seen.append(triplet_of(alert))
            levels.append(of(alert, "value"))
        self.assertEqual(levels[:6], ["0", "1", "0", "1", "2", "2"])
        self.assertIn("3", levels)
        self.assertGreater(len(seen), 5)

    def test_the_same_moment_gives_the_same_bytes(self):
        for kind in ("cap", "geojson", "atom", "metrics"):
            self.assertEqual(self.at("T+16:37", kind), self.at("T+16:37", kind), kind)

    def test_geojson(self):
        collection = read_geojson(self.at("T+16:37", "geojson"))
        self.assertEqual(collection["regiekamer"]["mode"], "exercise")
        themes = {feature["properties"]["theme"] for feature in collection["features"]}
        self.assertLessEqual({"incident", "area", "place", "station"}, themes)
        for feature in collection["features"]:
            self.assertEqual(feature["properties"]["mode"], "exercise")

    def test_atom(self):
        feed, entries = read_atom(self.at("T+16:37", "atom", "--most", "50"))
        self.assertEqual(len(entries), 50)
        for title in [feed.findtext(ATOM + "title"), *(entry.findtext(ATOM + "title") for entry in entries)]:
            self.assertTrue(title.startswith("OEFENING · "), title)
        self.assertTrue(all(e.findtext(ATOM + "content").startswith("OEFENING · ") for e in entries))

    def test_metrics(self):
        values = read_metrics(self.at("T+16:37", "metrics"))
        self.assertTrue(all('mode="exercise"' in labels for _, labels in values))
        self.assertEqual(values["regiekamer_incident_grip", 'mode="exercise",incident="2027-0122"'], 2)
        self.assertGreater(values["regiekamer_actions_open", 'mode="exercise"'], 0)

    def test_a_running_hub_answers_all_of_them(self):
        read_cap(export("cap", "--connect", self.hub.requests))
        read_geojson(export("geojson", "--connect", self.hub.requests))
        read_atom(export("atom", "--connect", self.hub.requests))
        read_metrics(export("metrics", "--connect", self.hub.requests))

    def test_the_roster_and_the_sitrep_say_that_it_is_an_exercise(self):
        for form in ("--ics", "--csv"):
            roster = run(CTL, "roster", "export", form, "--journal", self.journal, "--at", "T+16:37", within=PATIENCE)
            self.assertEqual((roster.returncode, roster.stderr), (0, ""))
            self.assertIn("OEFENING", roster.stdout)
            if form == "--ics":  # what a telephone shows of a turn
                titles = [line for line in roster.stdout.splitlines() if line.startswith("SUMMARY")]
                self.assertTrue(titles)
                self.assertEqual([line for line in titles if not line.startswith("SUMMARY:OEFENING ")], [])
        sitrep = run(CTL, "sitrep", "--journal", self.journal, "--at", "T+16:37", "--html", within=PATIENCE)
        self.assertGreaterEqual(sitrep.stdout.count("OEFENING OEFENING OEFENING"), 2)
        self.assertIn("<title>OEFENING · Sitrep ", sitrep.stdout)

    def test_the_roster_of_an_exercise_is_read_back_as_it_was(self):
        with Hub(CTL, pathlib.Path(self.folder.name) / "terug.journal") as other:
            for form in ("ics", "csv"):
                file = pathlib.Path(self.folder.name) / ("piket." + form)
                file.write_text(run(CTL, "roster", "export", "--" + form, "--journal", self.journal, "--at", "T+16:37",
                                    within=PATIENCE).stdout, newline="")
                done = run(CTL, "import", "roster", file, "--connect", other.requests, within=PATIENCE)
                self.assertEqual(done.returncode, 0, done.stdout[-500:] + done.stderr[-500:])
            names = {person["name"] for person in json.loads(
                run(CTL, "picture", "--connect", other.requests, within=PATIENCE).stdout)["roster"]["persons"]}
        with Hub(CTL, pathlib.Path(self.folder.name) / "echt.journal", mode="actual") as real:
            done = run(CTL, "import", "roster", file, "--connect", real.requests, within=PATIENCE)
            self.assertEqual(done.returncode, 1)
            self.assertIn("a roster of an exercise", done.stderr)
        self.assertIn("M. Verhoeven", names)
        self.assertFalse([name for name in names if "OEFENING" in name])

    def test_a_file_is_whole_or_not_there(self):
        out = pathlib.Path(self.folder.name) / "regiekamer.prom"
        self.assertEqual(export("metrics", "--journal", self.journal, "--output", out), "")
        read_metrics(out.read_text())
        self.assertEqual([p.name for p in out.parent.glob("*.deel")], [])
        for nowhere in (out.parent / "nergens/x.prom", out.parent):
            done = run(CTL, "export", "metrics", "--journal", self.journal, "--output", nowhere, within=PATIENCE)
            self.assertEqual(done.returncode, 1)
            self.assertIn("cannot write", done.stderr)
        self.assertEqual([p.name for p in out.parent.glob("*.deel")], [])


class Actual(unittest.TestCase):
    """A real journal in which everybody writes what breaks files."""

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(prefix="regiekamer-export-")
        cls.addClassCleanup(cls.folder.cleanup)
        cls.journal = pathlib.Path(cls.folder.name) / "echt.journal"
        with Hub(CTL, cls.journal, mode="actual") as hub:
            told = run(CTL, "publish", "--connect", hub.requests, stdin="\n".join(hostile_events()) + "\n")
            assert told.returncode == 0, told.stdout[-2000:] + told.stderr[-2000:]

    def made(self, kind, *more):
        return export(kind, "--journal", self.journal, "--now", "2027-01-23T04:30:00+01:00", *more)

    def test_cap(self):
        alert = read_cap(self.made("cap", "--incident", HOSTILE[:60]))
        self.assertEqual((of(alert, "status"), of(alert, "severity")), ("Actual", "Moderate"))
        self.assertNotIn("OEFENING", ElementTree.tostring(alert, encoding="unicode"))
        self.assertIn("<b>&amp; \"aan\" 'de' ]]> Kade", of(alert, "description"))
        self.assertLessEqual(len(of(alert, "headline")), 160)

    def test_geojson(self):
        collection = read_geojson(self.made("geojson"))
        themes = [feature["properties"]["theme"] for feature in collection["features"]]
        self.assertEqual(sorted(themes), ["area", "event", "incident", "place", "station", "warning", "works"])
        self.assertEqual(collection["regiekamer"]["mode"], "actual")
        self.assertFalse(any(UNSEEN.search(feature["properties"]["name"]) for feature in collection["features"]))

    def test_atom(self):
        feed, entries = read_atom(self.made("atom"))
        self.assertEqual(feed.findtext(ATOM + "title"), "Logboek Regiekamer")
        self.assertTrue(all(len(entry.findtext(ATOM + "title")) <= 161 for entry in entries))
        self.assertTrue(any(entry.findtext(ATOM + "content").count("é") >= 10_000 for entry in entries))

    def test_metrics(self):
        values = read_metrics(self.made("metrics"))
        names = {name for name, _ in values}
        self.assertLessEqual({"regiekamer_feed_silent_seconds", "regiekamer_attendance_missing",
                              "regiekamer_incident_info"}, names)
        self.assertEqual([value for (name, _), value in values.items() if name == "regiekamer_feed_up"], [0])

    def test_what_cannot_be_made_is_said_in_a_sentence(self):
        for format in ("cap", "geojson", "atom"):
            done = run(CTL, "export", format, "--journal", self.journal, "--incident", "nergens")
            self.assertEqual((done.returncode, done.stdout), (1, ""))
            self.assertIn("nergens, which is not known", done.stderr)
        done = run(CTL, "export", "cap", "--journal", self.journal, "--sender", "a b")
        self.assertEqual((done.returncode, done.stdout), (1, ""))
        self.assertIn("--sender", done.stderr)
        self.assertEqual(run(CTL, "export", "cap").returncode, 2)
        self.assertEqual(run(CTL, "export").returncode, 2)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
