"""How the work of each command grows with the accounts.

Each command runs on a small and on a large portfolio, some times in turn. Counted is the least processor time of the runs:
another program on the machine can only add to it. The exponent is the logarithm of the ratio of the times by that of the
accounts: 1 where the work grows as the accounts do, 2 where it grows with their square.
"""

import argparse
import math
import pathlib
import sys
import tempfile

from processors import processor_time

AS_OF = "2026-11-16"
MOST = 1.1

COMMANDS = {
    "check": ["check", "--as-of", AS_OF],
    "build": ["build", "--as-of", AS_OF, "--out", "{out}/site"],
    "publish": ["publish", "--as-of", AS_OF],
    "digest": ["digest"],
    "verify": ["verify"],
    "backtest": ["backtest", "--as-of", AS_OF],
    "sheet": ["sheet", "--as-of", AS_OF, "--out", "{out}/sheet.xlsx"],
    "snapshot --all": ["snapshot", "--all", "--as-of", AS_OF, "--out", "{out}/internal"],
    "snapshot --all --for customer": [
        "snapshot", "--all", "--as-of", AS_OF, "--for", "customer", "--out", "{out}/customer"],
}  # fmt: skip


def run(folder, arguments, accounts, place):
    """A command's time on a portfolio of its own, published before where the command reads an edition."""
    portfolio = place / "portfolio"

    def vigie(arguments):
        # Some files for customers are refused, which is no failure here.
        statuses = (0, 1) if "customer" in arguments else (0,)
        filled = [part.format(out=place) for part in arguments]
        return processor_time(folder / "vigie", *filled, portfolio, statuses=statuses)

    processor_time(folder / "vigie-bench", "--accounts", accounts, "--write", portfolio)
    if arguments[0] in ("digest", "verify"):
        vigie(COMMANDS["publish"])
    return vigie(arguments)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=pathlib.Path, help="where the programs are")
    parser.add_argument("--from", dest="small", type=int, default=500, help="accounts of the small portfolio")
    parser.add_argument("--to", dest="large", type=int, default=4000, help="accounts of the large portfolio")
    parser.add_argument("--only", help="one of the commands")
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    sizes = (options.small, options.large)
    print(f"seconds at {sizes[0]:,} and {sizes[1]:,} accounts, and the exponent (at most {MOST})")
    too_steep = []
    for name, arguments in COMMANDS.items():
        if options.only not in (None, name):
            continue
        least = {accounts: math.inf for accounts in sizes}
        for _ in range(options.runs):
            for accounts in sizes:
                with tempfile.TemporaryDirectory() as place:
                    least[accounts] = min(least[accounts], run(options.folder, arguments, accounts, pathlib.Path(place)))
        exponent = math.log(least[sizes[1]] / least[sizes[0]]) / math.log(sizes[1] / sizes[0])
        print(f"{name:30} {least[sizes[0]]:8.2f} {least[sizes[1]]:8.2f} {exponent:6.2f}", flush=True)
        if exponent > MOST:
            too_steep.append(name)
    if too_steep:
        sys.exit(f"grows too steeply: {', '.join(too_steep)}")


main()
