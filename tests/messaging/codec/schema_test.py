#!/usr/bin/env python3
"""Holds tests/examples against the published schemas with an independent validator (python3-jsonschema).

Usage: schema_test.py REGIEKAMERCTL EXAMPLES. Every good example must pass its type's schema, every bad one must
break it, and the AsyncAPI document must carry each type.
"""
import json
import pathlib
import subprocess
import sys

import jsonschema

program, examples = sys.argv[1], pathlib.Path(sys.argv[2])


def printed(*arguments):
    return json.loads(subprocess.run([program, "schema", *arguments], check=True, capture_output=True).stdout)


document = printed()
assert document["asyncapi"].startswith("3."), document["asyncapi"]
types = document["components"]["schemas"].keys()
faults = []
for name in types:
    schema = printed("--type", name)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    message = document["components"]["messages"][name]
    if message["name"] != "nl.regiekamer." + name:
        faults.append(f"{name}: AsyncAPI names it {message['name']}")
    files = [examples / f"{name}.json", *examples.glob(f"{name}.bad-*.json")]
    if len(files) < 3:
        faults.append(f"{name}: fewer than one good and two bad examples")
    for file in files:
        good = ".bad-" not in file.name
        if validator.is_valid(json.loads(file.read_text())["data"]) != good:
            faults.append(f"{file.name}: {'breaks' if good else 'passes'} the schema")
print("\n".join(faults) or f"{len(types)} types agree with their examples")
sys.exit(bool(faults))
