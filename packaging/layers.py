#!/usr/bin/env python3
"""Prints the files of the layers of an unpacked OCI image, the lowest first, and checks the digest of each.

usage: layers.py FOLDER
"""

import hashlib
import json
import pathlib
import sys

folder = pathlib.Path(sys.argv[1])


def blob(descriptor):
    algorithm, digest = descriptor["digest"].split(":")
    path = folder / "blobs" / algorithm / digest
    if hashlib.new(algorithm, path.read_bytes()).hexdigest() != digest:
        sys.exit(f"{path} has not the digest that is its name")
    return path


index = json.loads((folder / "index.json").read_text())
manifest = json.loads(blob(index["manifests"][0]).read_text())
blob(manifest["config"])
for layer in manifest["layers"]:
    print(blob(layer))
