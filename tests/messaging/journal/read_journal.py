"""Verifies an exported journal from its lines alone: read_journal.py LINES [SEQUENCE:HASH]."""
import collections, hashlib, json, sys
Row = collections.namedtuple("Row", "sequence recorded sender salt digest hash event")
def blake(*parts): return hashlib.blake2b(b"".join(parts), digest_size=32).digest()
def chained(row, previous, number):
    return row.hash == blake(previous, f"{number}\n{row.recorded}\n{row.sender}\n".encode(), row.digest)
def read(line):
    head, event = line[:-1].split(b',"event":', 1)
    row = json.loads(head + b',"event":null}')
    row = [row[name] for name in ("sequence", "recorded", "sender")] + [row[name] and bytes.fromhex(row[name]) for name in ("salt", "digest", "hash")]
    return Row(*row, None if event == b"null" else event)
def named(row):
    try: event = json.loads(row.event)
    except (TypeError, ValueError): return None
    return (int(event["data"]["sequence"]), row.sequence) if event.get("type") == "nl.regiekamer.message.redacted" else None
def explain(place, previous, at):
    stands = any(chained(row, previous, place) for row in rows if row.sequence != place)
    if place not in at: return "moved" if stands else "missing"
    places = [(begin, 1)] + [(row.hash, n) for row in rows if row.sequence != place for n in (row.sequence + 1, row.sequence)]
    belongs = next((n for hash, n in places if n != place and chained(at[place], hash, n)), None)
    if belongs and (belongs not in at or at[belongs].hash != at[place].hash): return "moved"
    if stands: return "added"
    return "missing" if place + 1 in at and chained(at[place + 1], at[place].hash, place + 2) else "altered"
first, *lines = open(sys.argv[1], "rb").read().splitlines()
first, rows, faults = json.loads(first), [read(line) for line in lines], []
kept = sys.argv[2].split(":") if len(sys.argv) > 2 else [0, ""]
begin = previous = blake(f"regiekamer\n{first['journal']}\n{first['mode']}".encode())
redactions = [pair for pair in map(named, rows) if pair]
for place, row in enumerate(rows, 1):
    whole = row.event is row.salt is None or row.event and row.salt and row.digest == blake(row.salt, row.event)
    if row.sequence < 1: faults.append((0, "added"))
    elif row.sequence != place or not whole or not chained(row, previous, place): faults.append((place, explain(place, previous, {row.sequence: row for row in rows})))
    elif row.event is None and not any(n == place < by for n, by in redactions): faults.append((place, "blank"))
    elif place == int(kept[0]) and row.hash.hex() != kept[1]: faults.append((place, "altered"))
    if faults: break
    previous = row.hash
else: faults = [(len(rows) + 1, "cut")] if int(kept[0]) > len(rows) else []
print("whole" if not faults else f"{faults[0][1]} {faults[0][0]}")
