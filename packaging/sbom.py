#!/usr/bin/env python3
"""Lists what a program is made of, as CycloneDX JSON, from the libraries that the loader gives it.

usage: sbom.py PROGRAM VERSION SECONDS   the list; SECONDS since 1970 is its date
       sbom.py --libraries PROGRAM       the paths of the libraries
       sbom.py --packages PROGRAM        the Debian packages that they are from
"""

import datetime
import hashlib
import json
import pathlib
import re
import subprocess
import sys
import uuid


def output(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def libraries(program):
    """Every shared library of the program, those of its libraries and the loader included."""
    paths = re.findall(r"(?:=> |^\s+)(/\S+) \(0x", output("ldd", program), re.M)
    # A program for tests has the Swift runtime beside it; in that of a release it is inside.
    return sorted({path for path in paths if "/swift/linux/" not in path})


def package(library):
    """The Debian package of a library, whether that knows it below / or below /usr."""
    path = str(pathlib.Path(library).resolve())
    for known in (path, path.removeprefix("/usr")):
        found = subprocess.run(["dpkg-query", "-S", known], capture_output=True, text=True)
        if found.returncode == 0:
            return found.stdout.split(":")[0]
    sys.exit(f"{library}: no Debian package has it")


def debian(name, scope):
    version, source, architecture = output(
        "dpkg-query", "-W", "-f=${Version}\t${source:Package}\t${Architecture}\n", name
    ).split("\n")[0].split("\t")
    release = pathlib.Path("/etc/os-release").read_text()
    distribution = "debian-" + re.search(r'VERSION_ID="?(\w+)', release)[1]
    purl = f"pkg:deb/debian/{name}@{version.replace('+', '%2B')}?arch={architecture}&distro={distribution}"
    return {
        "type": "library", "bom-ref": purl, "name": name, "version": version, "purl": purl, "scope": "required",
        "properties": [{"name": "vigie:linked", "value": scope}, {"name": "vigie:source", "value": source}],
    }


def swift(name, version):
    purl = f"pkg:swift/github.com/{name}@{version}"
    return {
        "type": "library", "bom-ref": purl, "name": name.split("/")[-1], "version": version, "purl": purl,
        "scope": "required", "properties": [{"name": "vigie:linked", "value": "static"}],
    }


def main():
    if sys.argv[1] == "--libraries":
        return print(*libraries(sys.argv[2]), sep="\n")
    if sys.argv[1] == "--packages":
        return print(*sorted({package(library) for library in libraries(sys.argv[2])}), sep="\n")
    program, version, seconds = sys.argv[1:]
    needed = set(re.findall(r"NEEDED.*\[(.*)\]", output("readelf", "-d", program)))
    scopes = {}
    for library in libraries(program):
        direct = pathlib.Path(library).name in needed
        name = package(library)
        scopes[name] = "directly" if direct or scopes.get(name) == "directly" else "by a library"
    parts = [debian(name, scope) for name, scope in sorted(scopes.items())]
    runtime = re.search(r"Swift version (\S+)", output("swift", "--version"))[1]
    parser = re.search(r'swift-argument-parser", exact: "([^"]+)"', pathlib.Path("Package.swift").read_text())[1]
    parts += [swift("swiftlang/swift", runtime), swift("apple/swift-argument-parser", parser)]
    digest = hashlib.sha256(pathlib.Path(program).read_bytes()).hexdigest()
    own = f"pkg:generic/vigie@{version}"
    moment = datetime.datetime.fromtimestamp(int(seconds), datetime.timezone.utc)
    json.dump(
        {
            "bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1,
            "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, own + digest)}",
            "metadata": {
                "timestamp": moment.strftime("%Y-%m-%dT%H:%M:%SZ"),
                "component": {
                    "type": "application", "bom-ref": own, "name": "vigie", "version": version, "purl": own,
                    "hashes": [{"alg": "SHA-256", "content": digest}],
                },
            },
            "components": parts,
            "dependencies": [{"ref": own, "dependsOn": [part["bom-ref"] for part in parts]}]
            + [{"ref": part["bom-ref"]} for part in parts],
        },
        sys.stdout, indent=2)
    print()


main()
