#!/usr/bin/env python3
"""Draws sentences with numbers at random, to be labelled by hand, and scores the program's reading of them.

  sample_numbers.py draw MENTIONS SEED ARTICLES.jsonl... > sample.jsonl
  sample_numbers.py score path/to/figcheck labelled.jsonl [--misses]

`draw` takes as many sentences from each file as hold its share of the mentions, whole sentences only. A mention is a run of
digits or a number word. Labels are one string for each mention, under `labels`:
  =18 bare, !18 exact, ~18 about, ^18 nearly, >18 more than, >=18 at least, <=18 at most, <18 fewer than, 17..20 a range,
  v a vague word, o4 an ordinal, a23 an age, g no figure, . a part of the mention before it.
The sample stays out of the repository: the texts are not ours.
"""
import json, random, re, subprocess, sys
from decimal import Decimal

WORDS = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions
billion billions trillion dozen dozens score scores half third thirds quarter quarters couple few several first second fourth
fifth sixth seventh eighth ninth tenth nobody none""".split()
MENTION = re.compile(r"(?<![A-Za-z])(?:%s)(?![A-Za-z])|\d+(?:[,.]\d+)*" % "|".join(WORDS), re.I)
SENTENCE = re.compile(r"[^\n]+?(?:[.!?][\"'”’)]*(?=\s+[A-Z\"“])|\n|$)")
SIGNS = {"!": "exact", "~": "about", "^": "nearly", ">=": "at_least", "<=": "at_most", ">": "more_than", "<": "at_most", "=": "bare"}


def draw(wanted, seed, paths):
    chance = random.Random(seed)
    for path in paths:
        sentences = []
        for line in open(path, encoding="utf-8"):
            article = json.loads(line)
            for match in SENTENCE.finditer(article["text"]):
                text = match.group().strip()
                mentions = [[m.start(), m.group()] for m in MENTION.finditer(text)]
                if mentions and len(text) < 500:
                    sentences.append({"id": f"{article['id']}-{match.start()}", "text": text, "mentions": mentions})
        chance.shuffle(sentences)
        n = 0
        for sentence in sentences:
            if n >= wanted / len(paths):
                break
            n += len(sentence["mentions"])
            print(json.dumps(sentence, ensure_ascii=False))


def parse(label):
    if ".." in label:
        low, high = label.split("..")
        return "range", Decimal(low), Decimal(high)
    for sign in sorted(SIGNS, key=len, reverse=True):
        if label.startswith(sign):
            return SIGNS[sign], Decimal(label[len(sign):]), None
    return {"o": "ordinal", "a": "age", "v": "vague"}[label[0]], Decimal(label[1:]) if label[1:] else None, None


def agrees(label, found):
    """Whether the value is right, and the operator."""
    operator, low, high = parse(label)
    number = Decimal(found["number"]) if found.get("number") else None
    if operator == "range":
        ends = [Decimal(e) if e is not None else None for e in found["literal"]]
        return ends == [low, high], found["operator"] == "range"
    if operator == "vague":
        return number is None, found["operator"] == "vague"
    if operator in ("ordinal", "age"):
        return number == low and found["kind"] == operator, True
    return number is not None and abs(number - low) <= Decimal("1e-6") * max(1, abs(low)), found["operator"] == operator


def score(binary, path, show):
    rows = [json.loads(line) for line in open(path, encoding="utf-8")]
    feed = "".join(json.dumps({"id": r["id"], "text": r["text"]}) + "\n" for r in rows)
    done = subprocess.run([binary, "inspect", "numbers", "-f", "jsonl", "--stdin-name", "sample.jsonl", "-"],
                          input=feed, capture_output=True, text=True, check=True)
    found = {}
    for line in done.stdout.splitlines():
        quantity = json.loads(line)
        found.setdefault(quantity["article"], []).append(quantity)
    n = dict(mentions=0, figures=0, value=0, operator=0, extra=0, guards=0, guarded=0)
    for row in rows:
        rest = [q for q in found.get(row["id"], []) if q["kind"] != "guard"]
        places = [len(row["text"][:at].encode()) for at, _ in row["mentions"]]
        for at, (_, word), label in zip(places, row["mentions"], row["labels"]):
            n["mentions"] += 1
            hit = next((q for q in rest if q["span"]["start"] <= at < q["span"]["end"]), None)
            if label == ".":
                continue
            if label == "g":
                n["guards"] += 1
                n["guarded"] += hit is None
                if hit and show:
                    print("no figure ", repr(word), hit["text"], hit["kind"], "|", row["text"][:160])
                continue
            n["figures"] += 1
            value, operator = agrees(label, hit) if hit else (False, False)
            n["value"] += value
            n["operator"] += value and operator
            if not value and show:
                print("wrong     ", label, repr(word), hit and (hit["text"], hit["kind"], hit.get("number")), "|", row["text"][:160])
            elif not operator and show:
                print("operator  ", label, repr(word), hit["text"], hit["operator"], "|", row["text"][:160])
            if value:
                rest.remove(hit)
        n["extra"] += len(rest)
        for q in rest:
            if show:
                print("extra     ", q["text"], q["kind"], "|", row["text"][:160])
    precision, recall = n["value"] / (n["value"] + n["extra"]), n["value"] / n["figures"]
    print(json.dumps({**n, "precision": round(precision, 3), "recall": round(recall, 3),
                      "f1": round(2 * precision * recall / (precision + recall), 3), "operator": round(n["operator"] / n["value"], 3)}))


if __name__ == "__main__":
    if sys.argv[1:2] == ["draw"]:
        draw(int(sys.argv[2]), int(sys.argv[3]), sys.argv[4:])
    elif sys.argv[1:2] == ["score"]:
        score(sys.argv[2], sys.argv[3], "--misses" in sys.argv)
    else:
        sys.exit(__doc__)
