#!/usr/bin/env python3
"""Checks the tables of the gazetteer against each other. Ends with an error that names the first faults."""
import collections
import os
import sys

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
faults = []


def rows(name, width):
    with open(os.path.join(HERE, name), encoding="utf-8", newline="") as f:
        text = f.read()
    if "\r" in text or not text.endswith("\n") or "\n\n" in text:
        faults.append(f"{name}: line ends")
    table = [line.split("\t") for line in text.split("\n") if line and not line.startswith("#")]
    for row in table:
        if len(row) != width:
            faults.append(f"{name}: {len(row)} columns, not {width}: {row[:3]}")
        if any(cell != cell.strip() for cell in row):
            faults.append(f"{name}: blanks round a cell: {row[:3]}")
    return table


places = {r[0]: r for r in rows("places.tsv", 11)[1:]}
names = rows("place-names.tsv", 4)[1:]
KINDS = {"world", "continent", "subregion", "region", "historic", "country", "state", "city"}
for id, r in places.items():
    if r[1] not in KINDS:
        faults.append(f"places.tsv: kind {r[1]} of {id}")
    if id != "world" and r[4] not in places:
        faults.append(f"places.tsv: no parent {r[4]} of {id}")
    for successor in filter(None, r[10].split(",")):
        if successor not in places:
            faults.append(f"places.tsv: no successor {successor} of {id}")
    if not (-90 <= float(r[5]) <= 90 and -180 <= float(r[6]) <= 180 and int(r[7]) >= 0):
        faults.append(f"places.tsv: point or population of {id}")
    seen, above = set(), id
    while above in places and above != "world" and above not in seen:
        seen.add(above)
        above = places[above][4]
    if above != "world":
        faults.append(f"places.tsv: {id} is not within the world")

counts = collections.Counter((r[0], r[1], r[2]) for r in names)
faults += [f"place-names.tsv: twice {key}" for key, n in counts.items() if n > 1]
FLAGS = {"common", "person", "lower", "after-comma", "caps", ""}
top, named = {}, set()
for r in names:
    top.setdefault(r[0], r[1])
    named.add(r[1])
    if r[1] not in places:
        faults.append(f"place-names.tsv: no place {r[1]} for {r[0]}")
    if r[2] not in {"name", "demonym", "metonym", "abbreviation", "prefix"} or not set(r[3].split(",")) <= FLAGS:
        faults.append(f"place-names.tsv: how or flags of {r}")
faults += [f"place-names.tsv: nameless {id}" for id in places if id not in named and id != "world"]
EXPECTED = {
    "Washington": "g4140963", "Paris": "g2988507", "London": "g2643743", "Georgia": "GE", "Cambridge": "g2653941", "Tokyo": "g1850147",
    "Tehran": "g112931", "Teheran": "g112931", "Kyiv": "g703448", "Kiev": "g703448", "Mumbai": "g1275339", "Bombay": "g1275339",
    "Salvador": "g3450554", "Bonn": "g2946447", "Riyadh": "g108410", "New York": "g5128581", "Moscow": "g524901", "Saigon": "g1566083",
    "Congo": "CD", "Congolese": "CD", "Guinea": "GN", "Niger": "NE", "Nigerien": "NE", "Nigerian": "NG", "Korea": "KR", "Soviet": "su",
    "West German": "de-west", "East Germans": "dd", "England": "GB-ENG", "British": "GB", "Dutch": "NL", "Holland": "NL", "Sino-": "CN",
    "White House": "US", "Kremlin": "RU", "Gulf": "gulf", "Kurdish": "kurdistan", "Arabs": "arab-world", "Quebec": "CA-QC", "Wyoming": "US-WY", "Salem": "g5750162", "Indo-Pacific": "indo-pacific", "Middle East": "middle-east", "Calif.": "US-CA",
    "UAE": "AE", "EC": "eu", "Burma": "MM", "Ceylon": "LK", "Persia": "IR", "Siam": "TH", "Formosa": "TW", "Ivory Coast": "CI",
    "Constantinople": "g745044", "Leningrad": "g498817", "Peking": "g1816670", "Mexico": "MX", "Panama": "PA", "Luxembourg": "LU",
    "Berlin": "g2950159", "Rome": "g3169070", "Cairo": "g360630", "Athens": "g264371", "Tripoli": "g2210247", "Melbourne": "g2158177",
    "Birmingham": "g2655603", "Manchester": "g2643123", "Houston": "g4699066", "Dublin": "g2964574", "Kingston": "g3489854",
}
for text, id in EXPECTED.items():
    if top.get(text) != id:
        faults.append(f"place-names.tsv: {text} means first {top.get(text)}, not {id}")

for name, width in (("first-names.txt", 2), ("family-names.txt", 2), ("roles.tsv", 3), ("organisations.tsv", 5), ("org-words.txt", 1)):
    table = rows(name, width)
    keys = collections.Counter(tuple(r[:2]) if name == "roles.tsv" else r[0] for r in table)
    faults += [f"{name}: twice {key}" for key, n in keys.items() if n > 1]
for r in rows("organisations.tsv", 5)[1:]:
    if r[3] and r[3] not in places and r[3] != "SU":
        faults.append(f"organisations.tsv: no country {r[3]} of {r[0]}")
    if {"IS", "IT", "OR", "IN", "AND", "US"} & {r[1], *r[2].split("|")}:
        faults.append(f"organisations.tsv: a word for a name in {r[0]}")

size = sum(os.path.getsize(os.path.join(HERE, n)) for n in os.listdir(HERE) if os.path.isfile(os.path.join(HERE, n)))
print(len(places), "places,", len(names), "names,", size, "bytes;", len(faults), "faults")
if faults:
    print("\n".join(faults[:40]))
    sys.exit(1)
