#!/usr/bin/env python3
"""Draws claims at random, to be read and judged one by one.

  sample_claims.py --figcheck target/release/figcheck --seed 1 --count 100 ARTICLES.jsonl…

Runs `figcheck extract -f jsonl` on each file, pools the claims and prints a sample: the same seed over the same claims gives
the same sample. Each claim stands with its article, its sentence (the claim's own number between ›‹, whatever else is as many)
and what was read; a judge writes beneath it which of type, value, who, basis and polarity are wrong. Needs Python 3 alone.
"""
import argparse, json, random, subprocess


def texts(path):
    """The fields of the articles of one file, as bytes, by the article's id."""
    with open(path, encoding="utf-8") as lines:
        articles = [json.loads(line) for line in lines if line.strip()]
    return {str(article.get("id")): {name: words.encode() for name, words in article.items() if isinstance(words, str)}
            for article in articles}


def claims(figcheck, path):
    """The claims of one file, in the order of the text, each with its sentence marked."""
    run = subprocess.run([figcheck, "extract", "-f", "jsonl", path], capture_output=True, text=True, check=True)
    articles, found = texts(path), [json.loads(line) for line in run.stdout.splitlines()]
    for claim in found:
        fields = articles.get(claim["article"], {})
        claim["marked"] = marked(claim, fields.get(claim.get("field") or "text", b""))
    return found


def marked(claim, text):
    """The sentence with the number marked, on one line: that at the claim's span, among all that are written alike."""
    sentence, start, end = claim["sentence"].encode(), claim["span"]["start"], claim["span"]["end"]
    opens = max(0, end - len(sentence))
    first = text.find(sentence, opens, start + len(sentence))
    if first < 0 or text[start:end].decode(errors="replace") != claim["value"]["text"]:
        number = claim["value"]["text"]
        return " ".join(claim["sentence"].replace(number, f"›{number}‹", 1).split())
    parts = (sentence[:start - first], sentence[start - first:end - first], sentence[end - first:])
    before, number, after = (part.decode() for part in parts)
    return " ".join(f"{before}›{number}‹{after}".split())


def show(n, claim):
    value, scope = claim["value"], claim
    part = " part" if scope["part_of"] else ""
    aspect = f"·{scope['aspect']}" if scope["aspect"] else ""
    number = value["number"] or "–".join(str(end) for end in value["literal"])
    who = (scope["who"] or {}).get("text")
    print(f"{n:3} {scope['article']}  [{scope['rule']['frame']} “{scope['rule']['trigger']}”]")
    print(f"    {claim['marked']}")
    print(f"    {scope['type']}{aspect}{part} | {value['operator']} {number} | who {who} | {scope['basis']} | "
          f"{scope['polarity']}, {scope['modality']}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", metavar="ARTICLES.jsonl")
    parser.add_argument("--figcheck", default="target/release/figcheck")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=100)
    args = parser.parse_args()
    pool = [claim for path in args.paths for claim in claims(args.figcheck, path)]
    pool.sort(key=lambda claim: (claim["article"], claim.get("field") or "", claim["span"]["start"], claim["id"]))
    sample = random.Random(args.seed).sample(pool, min(args.count, len(pool)))
    print(f"{len(sample)} of {len(pool)} claims, seed {args.seed}")
    for n, claim in enumerate(sample, 1):
        show(n, claim)


if __name__ == "__main__":
    main()
