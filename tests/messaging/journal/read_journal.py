"""Verifies an exported journal from its lines alone: read_journal.py LINES [SEQUENCE:HASH]."""
import collections, hashlib, json, re, sys; Row = collections.namedtuple("Row", "sequence recorded sender salt digest hash event")
def blake(*parts): return hashlib.blake2b(b"".join(parts), digest_size=32).digest()
def chained(row, previous, number):
    return row.hash == blake(previous, f"{number}\n{row.recorded}\n{row.sender}\n".encode(), row.digest)
def read(line):
    head, event = line[:-1].split(b',"event":', 1); row = json.loads(head + b"}")
    row = [row[name] for name in ("sequence", "recorded", "sender")] + [row[name] and bytes.fromhex(row[name]) for name in ("salt", "digest", "hash")]
    return Row(*row, None if event == b"null" else event)
def named(row):
    try: event = json.loads(row.event); return (int(event["data"]["sequence"]), row.sequence) if event["type"] == "nl.regiekamer.message.redacted" else None
    except (TypeError, ValueError, LookupError): return None
def genesis(mode): return blake(f"regiekamer\n{first['journal']}\n{mode}".encode())
def explain(place, previous, at):
    others, here = [row for row in rows if row.sequence != place], at.get(place)
    stands = next((row.sequence for row in others if chained(row, previous, place)), None)
    if not here: return "missing" if stands is None else "moved"
    copy, along = any(row.hash == here.hash for row in others), None if stands is None else place - stands + 1
    places = [(begin, 1)] + [(row.hash, row.sequence + by) for row in others for by in (1, 0, along) if by is not None]
    if not copy and any(n != place and chained(here, hash, n) for hash, n in places): return "moved"
    if stands is not None or copy and place == max(at): return "added"
    return "missing" if not copy and place + 1 in at and chained(at[place + 1], here.hash, place + 2) else "altered"
def renamed(row): return chained(row, genesis("actual"), 1) or chained(row, genesis("exercise"), 1) or not re.fullmatch("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", first["journal"])
first, *lines = open(sys.argv[1], "rb").read().split(b"\n"); rows, faults, torn, begin = [], [], True, b""
try:
    first = json.loads(first); begin = genesis(first["mode"])
    for line in lines[:-1]: rows.append(read(line))
    torn = lines[-1] != b""
except (ValueError, LookupError, TypeError): pass
kept, redactions = (sys.argv[2] if len(sys.argv) > 2 else "0:").split(":"), [pair for pair in map(named, rows) if pair]
for place, row in enumerate(rows, 1):
    previous = rows[place - 2].hash if place > 1 else begin; whole = row.event is row.salt is None or row.event and row.salt and row.digest == blake(row.salt, row.event)
    if row.sequence < 1: faults.append((0, "added"))
    elif row.sequence == place == 1 and whole and not chained(row, begin, 1) and renamed(row): faults.append((0, "meta"))
    elif row.sequence != place or not whole or not chained(row, previous, place): faults.append((place, explain(place, previous, {row.sequence: row for row in rows})))
    elif row.event is None and not any(n == place < by for n, by in redactions): faults.append((place, "blank"))
    elif place == int(kept[0]) and row.hash.hex() != kept[1]: faults.append((place, "altered"))
    if faults: break
else: faults = [(f"{len(rows) + 1}: line {len(rows) + 2 if begin else 1} is cut off or no line of a journal export; what stands before it proves right", "unreadable")] if torn else [(len(rows) + 1, "cut")] if int(kept[0]) > len(rows) else []
print("whole" if not faults else f"{faults[0][1]} {faults[0][0]}")
