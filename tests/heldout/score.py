#!/usr/bin/env python3
"""Scores the numbers that figcheck reads in real articles against lists made by hand before it was run on them.

  score.py path/to/figcheck FOLDER_OF_SETS [--misses]

Each line of a list (numbers.jsonl; drawn.jsonl, a sentence an article, drawn at random) is one mention, as characters `start..end` of the text of article `id` in FOLDER/`set`.jsonl: its
`number`, or `low` and `high` of a range, or `low` alone of a vague word; and its `operator`, where the text settles it. `within` is a
stretch in which every figure is listed: anything else read there is a false alarm. A line without a value lists none. Texts
are not ours and are not here.
Fails below value F1 .92 or operator .90 on any list.
"""
import collections, json, pathlib, subprocess, sys
from fractions import Fraction

VALUE, OPERATOR = 0.92, 0.90


def number(text):
    return None if text is None else Fraction(text)


def near(found, wanted):
    return found is not None and wanted is not None and abs(found - wanted) <= Fraction(1, 10**9)


def same(mention, found):
    if "number" in mention:
        return near(number(found["number"]), number(mention["number"]))
    core = [number(end) for end in found["core"]]
    if "high" in mention:
        return near(core[0], number(mention["low"])) and near(core[1], number(mention["high"]))
    return found["operator"] == "vague" and near(core[0], number(mention["low"]))


def score(binary, folder, listed):
    lines = listed.read_text().splitlines()
    mentions = [json.loads(line) for line in lines]
    texts, found = {}, collections.defaultdict(list)
    for name in sorted({mention["set"] for mention in mentions}):
        path = folder / f"{name}.jsonl"
        for line in path.read_text(encoding="utf-8").splitlines():
            article = json.loads(line)
            texts.setdefault((name, article["id"]), article["text"])
        done = subprocess.run([binary, "inspect", "numbers", "--format", "jsonl", path], capture_output=True, text=True, check=True)
        for line in done.stdout.splitlines():
            quantity = json.loads(line)
            if quantity["kind"] != "guard" and quantity.get("field") != "title":
                found[name, quantity["article"]].append(quantity)
    count, used = collections.Counter(), set()
    windows = set()
    for mention in mentions:
        key = mention["set"], mention["id"]
        text = texts[key]
        at = lambda index: len(text[:index].encode())
        windows.add((key, at(mention["within"][0]), at(mention["within"][1])))
        if not {"number", "low"} & mention.keys():
            continue
        count["wanted"] += 1
        start, end = at(mention["start"]), at(mention["end"])
        touching = [q for q in found[key] if q["span"]["start"] < end and start < q["span"]["end"]]
        hit = next((q for q in touching if same(mention, q)), None)
        if hit is None:
            if "--misses" in sys.argv:
                print("missed", mention, repr(text[max(0, mention["start"] - 30) : mention["end"] + 30]), [(q["text"], q["number"], q["core"]) for q in touching])
            continue
        used.add(id(hit))
        count["right"] += 1
        if "operator" in mention:
            count["asked"] += 1
            operator = "bare" if hit["operator"] == "exact" else hit["operator"]
            count["agreed"] += operator == mention["operator"]
            if operator != mention["operator"] and "--misses" in sys.argv:
                print("operator", operator, mention, repr(hit["text"]))
    for key, start, end in sorted(windows):
        for quantity in found[key]:
            if start <= quantity["span"]["start"] and quantity["span"]["end"] <= end and id(quantity) not in used:
                used.add(id(quantity))
                count["extra"] += 1
                if "--misses" in sys.argv:
                    print("extra", key, quantity["text"], quantity["kind"], quantity["span"])
    precision = count["right"] / (count["right"] + count["extra"])
    recall = count["right"] / count["wanted"]
    f1 = 2 * precision * recall / (precision + recall)
    operator = count["agreed"] / count["asked"]
    print(json.dumps({"list": listed.stem, "wanted": count["wanted"], "precision": round(precision, 3), "recall": round(recall, 3), "f1": round(f1, 3), "operator": round(operator, 3)}))
    return f1 >= VALUE and operator >= OPERATOR


def main():
    binary, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    lists = sorted(pathlib.Path(__file__).parent.glob("*.jsonl"))
    sys.exit(not all([score(binary, folder, path) for path in lists]))


if __name__ == "__main__":
    main()
