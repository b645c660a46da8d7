#!/usr/bin/env python3
"""Makes issues.tsv and issue-terms.tsv.

    python3 recipe/issues.py media-topics-2014.json [output folder]

The JSON file is the IPTC Media Topics vocabulary; it gives labels and tree.
recipe/issues/*.txt says which concepts are kept and by which terms they are
known, one concept a line:

    20000267 | crude oil@1, shale oil, opec@0.9, barrel@0.5, olive oil@-0.9

A term without a weight has the weight of the term before it. =word is matched
unstemmed, in its three cases, where the stem belongs to a commoner word
(globalisation, global). Terms are written in British spelling; the American
spelling is added.
"""
import json, pathlib, re, sys

AMERICAN = dict(pair.split(":") for pair in """
    defence:defense labour:labor programme:program centre:center theatre:theater licence:license
    aluminium:aluminum harbour:harbor favoured:favored tumour:tumor ageing:aging leukaemia:leukemia
    foetus:fetus metre:meter epicentre:epicenter organised:organized
    nationalise:nationalize nationalised:nationalized renationalise:renationalize subsidise:subsidize
    normalise:normalize legalise:legalize radicalised:radicalized privatise:privatize
""".split())


def american(term):
    return " ".join(AMERICAN.get(w, re.sub("isation$", "ization", w)) for w in term.split())


def forms(term):
    if term.startswith("="):
        words = dict.fromkeys([term[1:], american(term[1:])])
        return [f"caps:{c}" for w in words for c in (w, w.capitalize(), w.upper())]
    return [term, american(term)]


def main():
    here = pathlib.Path(__file__).resolve().parent
    out = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else here.parent
    concepts = {}
    for c in json.load(open(sys.argv[1], encoding="utf-8"))["conceptSet"]:
        code = c["uri"].rsplit("/", 1)[-1]
        label = " ".join(c["prefLabel"]["en-GB"].split()).replace("indicent", "incident")
        broader = [b.rsplit("/", 1)[-1] for b in c.get("broader", [])]
        if "retired" not in c:
            concepts[code] = (label[0].upper() + label[1:], broader)

    terms, errors = {}, []
    for path in sorted((here / "issues").glob("*.txt")):
        for n, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if not line.strip() or line.startswith("#"):
                continue
            code, _, rest = line.partition("|")
            code, weight = code.strip(), None
            if code not in concepts or code in terms:
                errors.append(f"{path.name}:{n}: unknown or repeated concept {code}")
            terms[code] = {}
            for item in rest.split(","):
                term, at, w = item.strip().partition("@")
                weight = float(w) if at else weight
                for form in forms(term):
                    if weight is None or not re.fullmatch(r"caps:[A-Za-z0-9]+|[a-z0-9]+( [a-z0-9]+){0,3}", form):
                        errors.append(f"{path.name}:{n}: not a weighted term: {item}")
                    terms[code].setdefault(form, weight)
    if errors:
        sys.exit("\n".join(errors))

    def parent(code):
        for b in concepts[code][1]:
            up = "medtop:" + b if b in terms else parent(b)
            if up:
                return up
        return ""

    with open(out / "issues.tsv", "w", encoding="utf-8", newline="\n") as f:
        f.write("# From IPTC Media Topics (www.iptc.org), CC-BY 4.0; see README.md\nid\tlabel\tparent\n")
        for code in sorted(terms):
            f.write(f"medtop:{code}\t{concepts[code][0]}\t{parent(code)}\n")
    with open(out / "issue-terms.tsv", "w", encoding="utf-8", newline="\n") as f:
        f.write("# Terms by which an issue is known; see README.md\nissue\tterm\tweight\n")
        for code in sorted(terms):
            for term, w in sorted(terms[code].items(), key=lambda t: (-t[1], t[0])):
                f.write(f"medtop:{code}\t{term}\t{w:g}\n")
    print(len(terms), "issues,", sum(map(len, terms.values())), "terms")


main()
