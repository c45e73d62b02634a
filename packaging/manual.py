#!/usr/bin/env python3
"""Writes a manual page for Vigie and one for each command, from what the program says about itself.

usage: manual.py VERSION YYYY-MM-DD FOLDER <help.json
The input is what `vigie --experimental-dump-help` prints.
"""

import datetime
import json
import pathlib
import re
import sys

STATUSES = [
    ("0", "The command did its work."),
    ("1", "It was refused, or a condition that was to stop it holds; standard error says why."),
    ("64", "The command line makes no sense."),
    ("75", "Another program is at work on the portfolio or the site. Try again."),
]


def escaped(text):
    """A text as the formatter prints it, letter by letter."""
    # A sentence begins a line, so that the formatter knows where it ends.
    text = re.sub(r"(?<=[.!?]) (?=[A-Z])", "\n", text)
    lines = text.replace("\\", "\\e").replace("-", "\\-").split("\n")
    return "\n".join("\\&" + line if line[:1] in (".", "'") else line for line in lines)


def flag_names(argument):
    return [("--" if name["kind"] == "long" else "-") + name["name"] for name in argument.get("names", [])]


def has_value(argument):
    return argument["kind"] == "option"


def synopsis(argument):
    """An argument as the usage line shows it."""
    value = f"Ar {argument['valueName']}"
    if argument["kind"] == "positional":
        words = value + (" ..." if argument["isRepeating"] else "")
        return (".Op " if argument["isOptional"] else ".") + words
    name = "Fl Fl " + escaped(argument["preferredName"]["name"])
    if argument["preferredName"]["kind"] == "short":
        name = "Fl " + argument["preferredName"]["name"]
    words = name + (" " + value if has_value(argument) else "")
    return (".Op " if argument["isOptional"] else ".") + words


def described(argument):
    """The lines of a list that describe an argument."""
    names = flag_names(argument)
    value = f" Ar {argument['valueName']}"
    if names:
        forms = ["Fl " + escaped(name[1:]) + (value if has_value(argument) else "") for name in names]
        yield ".It " + " , ".join(forms)
    else:
        yield ".It" + value
    text = argument.get("abstract", "")
    default = argument.get("defaultValue")
    if default and "(default:" not in text:
        text += f" (default: {default})"
    choices = argument.get("allValues")
    if choices:
        text += f" One of: {', '.join(choices)}."
    yield escaped(text)


def page(command, path, version, day, others):
    name = "-".join(path)
    own = [a for a in command.get("arguments", []) if a.get("shouldDisplay", True)]
    paragraphs = command.get("discussion", "").split("\n\n")
    examples = [line.removeprefix("Example: ") for p in paragraphs for line in p.split("\n") if p.startswith("Example: ")]
    lines = [
        f".Dd {day.strftime('%B')} {day.day}, {day.year}",
        f".Dt {name.upper()} 1",
        f".Os Vigie {version}",
        ".Sh NAME",
        f".Nm {name}",
        f".Nd {escaped(command['abstract'].rstrip('.'))}",
        ".Sh SYNOPSIS",
        f".Nm {escaped(' '.join(path))}",
    ]
    subcommands = command.get("subcommands", [])
    lines += [".Ar command", ".Op Ar arguments"] if subcommands else [synopsis(a) for a in own]
    lines += [".Sh DESCRIPTION"]
    for paragraph in paragraphs:
        if paragraph and not paragraph.startswith("Example: "):
            lines += [".Pp", escaped(paragraph)]
    if subcommands:
        lines += [".Pp", "The commands are:", ".Bl -tag -width Ds"]
        for sub in subcommands:
            lines += [f".It Xr {name}-{sub['commandName']} 1", escaped(sub["abstract"])]
        lines.append(".El")
    if own:
        lines += [".Pp", "The arguments and options are:", ".Bl -tag -width Ds"]
        for argument in own:
            lines += described(argument)
        lines.append(".El")
    lines += [".Sh EXIT STATUS", ".Bl -tag -width Ds"]
    for status, meaning in STATUSES:
        lines += [f".It {status}", meaning]
    lines.append(".El")
    if examples:
        lines.append(".Sh EXAMPLES")
        for example in examples:
            lines += [f".Dl {escaped(example)}"]
    lines += [".Sh SEE ALSO"]
    also = [n for n in others if n != name]
    lines += [f".Xr {n} 1" + (" ," if n != also[-1] else "") for n in also]
    # A formatter takes blank lines for paragraphs, and warns.
    return re.sub(r"\n{2,}", "\n", "\n".join(lines)).replace(".Sh DESCRIPTION\n.Pp\n", ".Sh DESCRIPTION\n") + "\n"


def main():
    version, date, folder = sys.argv[1:]
    day = datetime.date.fromisoformat(date)
    root = json.load(sys.stdin)["command"]
    root["subcommands"] = [sub for sub in root["subcommands"] if sub["commandName"] != "help"]
    pages = {"vigie": (root, ["vigie"])}
    for sub in root["subcommands"]:
        pages["vigie-" + sub["commandName"]] = (sub, ["vigie", sub["commandName"]])
    for name, (command, path) in pages.items():
        others = ["vigie"] if name != "vigie" else sorted(n for n in pages if n != "vigie")
        pathlib.Path(folder, name + ".1").write_text(page(command, path, version, day, others), encoding="utf-8")


main()
