#!/usr/bin/env python3
"""Opens the HTML report in a real browser, without a window: it renders, it filters, it says nothing on the console, and
it fits a phone. Pictures are left in the folder given as the second argument, for somebody to look at.

usage: check.py FIGCHECK [PICTURES]
"""
import html
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
BROWSERS = ["chromium", "chromium-browser", "google-chrome"]
# Figures of three dated readings, for a plot; and words that a page must not take for markup.
TOLL = [
    ("january", "2024-01-09", "more than 23,000"),
    ("february", "2024-02-12", "some 28,300"),
    ("march", "2024-03-05", "nearly 31,000"),
    ("april", "2024-04-25", "34,305"),
    ("may", "2024-05-16", "about 26,000"),
]


def browse(browser, page, *options, size="1200,1600"):
    """Runs the browser on a page; gives what it prints, and what the page said on its console."""
    command = [
        browser, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
        "--enable-logging=stderr", "--virtual-time-budget=3000", f"--window-size={size}", *options, page.as_uri(),
    ]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=True)
    console = [line for line in done.stderr.splitlines() if ":CONSOLE" in line]
    return done.stdout, console


def report(figcheck, folder, paths, name):
    page = folder / name
    done = subprocess.run([figcheck, "diff", *paths, "--all", "-o", page], capture_output=True, text=True)
    if done.returncode > 1:
        sys.exit(f"no report: {done.stderr}")
    return page


def with_script(page, name, script):
    """A copy of the page that runs a script when its own is done, and leaves the result in its title."""
    copy = page.with_name(name)
    text = page.read_text(encoding="utf-8")
    copy.write_text(text.replace("</body>", f"<script>document.title = (() => {{ {script} }})();</script></body>"))
    return copy


def title(dom):
    return html.unescape(re.search(r"<title>(.*?)</title>", dom, re.S).group(1))


def check(what, found, expected):
    if found != expected:
        sys.exit(f"{what}: found {found!r}, expected {expected!r}")
    print(f"ok: {what}")


def main():
    figcheck = str(pathlib.Path(sys.argv[1]).resolve())
    browser = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if browser is None:
        sys.exit("no browser: apt-get install chromium")
    pictures = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else None
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        for name, day, words in TOLL:
            (folder / f"{name}.md").write_text(
                f"---\ndate: {day}\nsource: The {name.title()} <b>Post</b> & \"Sons\"\n---\nThe war in Gaza\n\n"
                f"The war in Gaza has killed {words} Palestinians so far, the health ministry said.\n")
        toll = report(figcheck, folder, sorted(folder.glob("*.md")), "toll.html")
        page = report(figcheck, folder, [ROOT / "examples"], "report.html")

        dom, console = browse(browser, page, "--dump-dom")
        check("the console is silent", console, [])
        n_figures = len(re.findall(r'<section class="figure', page.read_text(encoding="utf-8")))
        check("every figure is shown", f"{n_figures} of {n_figures} figures shown" in dom, True)
        check("the filter is there", bool(re.search(r'<form id="filter" hidden', dom)), False)

        filtered = with_script(page, "filtered.html", """
            for (const box of document.querySelectorAll("#filter input")) box.checked = box.value === "disagree";
            document.getElementById("filter").dispatchEvent(new Event("change"));
            const shown = [...document.querySelectorAll("section.figure")].filter((it) => it.offsetHeight > 0);
            return [...new Set(shown.map((it) => it.dataset.verdict))].join();""")
        dom, console = browse(browser, filtered, "--dump-dom")
        check("the filter leaves what was asked for", title(dom), "disagree")
        check("filtering is silent", console, [])

        dom, _ = browse(browser, toll, "--dump-dom")
        check("markup of an article is text", "<b>Post</b>" in dom, False)
        check("a figure over time has a plot", dom.count("<svg"), 1)
        check("every reading is in the plot", dom.count('class="core"'), len(TOLL))

        wrapper = folder / "phone.html"
        for name, target in [("phone", page), ("phone-toll", toll)]:
            measured = with_script(target, f"{name}-measured.html", "return document.documentElement.scrollWidth > 390;")
            wrapper.write_text(
                f'<body style="margin:0"><iframe src="{measured.name}" style="width:390px;height:1500px;border:0"></iframe>')
            dom, console = browse(browser, wrapper, "--dump-dom", "--allow-file-access-from-files")
            check("a phone's console is silent", console, [])
            if pictures:
                browse(browser, wrapper, f"--screenshot={pictures.resolve() / name}.png", size="500,1500")
            narrow = with_script(target, f"{name}-frame.html", """
                const frame = document.createElement("div");
                frame.style.width = "390px"; frame.append(...document.body.childNodes); document.body.append(frame);
                return "wide: " + (frame.scrollWidth > 390);""")
            dom, _ = browse(browser, narrow, "--dump-dom", size="500,900")
            check("nothing runs out of a phone", title(dom), "wide: false")
        if pictures:
            for name, target in [("page", page), ("plot", toll)]:
                for light, option in [("light", 1), ("dark", 0)]:
                    picture = f"--screenshot={pictures.resolve() / name}-{light}.png"
                    browse(browser, target, picture, f"--blink-settings=preferredColorScheme={option}")
    print("the report holds in a browser")


main()
