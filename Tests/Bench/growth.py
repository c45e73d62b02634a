"""How the work of each command grows with the accounts.

Each command runs on a small and on a large portfolio, some times in turn. Counted is the least processor time of the runs:
another program on the machine can only add to it. The exponent is the logarithm of the ratio of the times by that of the
accounts: 1 where the work grows as the accounts do, 2 where it grows with their square.
"""

import argparse
import math
import pathlib
import resource
import subprocess
import sys
import tempfile

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


def processor_time(vigie, arguments, portfolio, out):
    """The processors' seconds for a command, in user mode: what the system does for it depends on the disk."""
    command = [str(vigie), *(part.format(out=out) for part in arguments), str(portfolio)]
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    # Some files for customers are refused, which is no failure here.
    if done.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stderr}")
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before


def run(folder, arguments, accounts, place):
    """A command's time on a portfolio of its own, published before where the command reads an edition."""
    portfolio = place / "portfolio"
    made = [folder / "vigie-bench", "--accounts", str(accounts), "--write", portfolio]
    subprocess.run(made, check=True, stdout=subprocess.DEVNULL)
    if arguments[0] in ("digest", "verify"):
        processor_time(folder / "vigie", COMMANDS["publish"], portfolio, place)
    return processor_time(folder / "vigie", arguments, portfolio, place)


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
