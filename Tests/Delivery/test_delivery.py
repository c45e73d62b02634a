"""The recipes of docs/operations.md for where a site goes, as far as they can be tried on one machine."""

import functools
import http.server
import os
import re
import shutil
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
VIGIE = ROOT / ".build/debug/vigie"
BIN = Path(sys.prefix) / "bin"
DAY = "2026-11-16"


def build(portfolio, *more):
    subprocess.run([VIGIE, "build", portfolio, "--as-of", DAY, *more], check=True, capture_output=True)


@pytest.fixture
def portfolio(tmp_path):
    subprocess.run([VIGIE, "init", tmp_path / "my-portfolio"], check=True, capture_output=True)
    build(tmp_path / "my-portfolio")
    return tmp_path / "my-portfolio"


@pytest.fixture
def aws(tmp_path):
    """Runs a shell script against an object store on this machine, which has the bucket of the documents."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
    server = subprocess.Popen([BIN / "moto_server", "-H", "127.0.0.1", "-p", str(port)],
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for _ in range(300):
        with socket.socket() as client:
            if client.connect_ex(("127.0.0.1", port)) == 0:
                break
        time.sleep(0.1)
    environment = os.environ | {
        "PATH": f"{BIN}:{os.environ['PATH']}", "AWS_ACCESS_KEY_ID": "x", "AWS_SECRET_ACCESS_KEY": "x",
        "AWS_DEFAULT_REGION": "us-east-1", "AWS_ENDPOINT_URL": f"http://127.0.0.1:{port}"}
    run = functools.partial(
        subprocess.run, shell=True, check=True, text=True, capture_output=True, cwd=tmp_path, env=environment)
    run("aws s3 mb s3://bucket")
    yield run
    server.terminate()
    server.wait()


def files(folder):
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_an_object_store_holds_the_site_after_each_build(portfolio, aws):
    commands = re.findall(r"^aws s3 .*", (ROOT / "docs/operations.md").read_text(), re.M)
    assert len(commands) == 3
    accounts = portfolio / "data/accounts.csv"
    text = accounts.read_text()
    # A change, one account less, whose pages go, and no change at all.
    states = [text, text.replace("A-001,L", "A-001,X"), "".join(text.splitlines(True)[:-1])]
    assert len({*states}) == 3
    for state in [*states, states[-1]]:
        accounts.write_text(state)
        build(portfolio)
        said = "".join(aws(command).stdout for command in commands)
        shutil.rmtree(portfolio.parent / "back", ignore_errors=True)
        aws("aws s3 cp --recursive s3://bucket/vigie back")
        assert files(portfolio.parent / "back") == files(portfolio / "site")
    assert said == "", "what is there already was sent again"
    head = "aws s3api head-object --bucket bucket --key vigie/"
    assert '"ContentType": "text/html"' in aws(head + "index.html").stdout
    assert "no-cache" in aws(head + "index.html").stdout and "no-cache" not in aws(head + "style.css").stdout


def test_under_any_address_of_a_web_server_every_link_leads_to_a_file(portfolio):
    shutil.move(portfolio / "site", portfolio.parent / "www/some where/vigie")
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=portfolio.parent / "www")
    handler.log_message = None
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        root = f"http://127.0.0.1:{server.server_port}/some%20where/vigie/"
        seen, waiting = set(), [root + "index.html"]
        while waiting:
            address = waiting.pop()
            if address in seen:
                continue
            seen.add(address)
            with urllib.request.urlopen(address) as answer:
                if answer.headers.get_content_type() != "text/html":
                    continue
                html = answer.read().decode()
            for target in re.findall(r'(?:href|src)="([^"#?]+)', html):
                found = urllib.parse.urljoin(address, target)
                if found.startswith("http://127.0.0.1"):
                    assert found.startswith(root), f"{address} leads out of the site: {target}"
                    waiting.append(found)
        server.shutdown()
    assert len(seen) > 40


def test_a_mounted_share_is_written_in_place(portfolio):
    if os.getuid() != 0:
        pytest.skip("mounting needs root")
    share = portfolio.parent / "share"
    share.mkdir()
    script = f'mount -t tmpfs tmpfs "{share}" && "{VIGIE}" build "{portfolio}" --as-of {DAY} --out "{share}" && cp -R "{share}" "{share}-back"'
    done = subprocess.run(["unshare", "-m", "sh", "-c", script], text=True, capture_output=True)
    assert done.returncode == 0 and "was written in place, file by file, since it is a mount point" in done.stdout, done
    assert files(portfolio.parent / "share-back") == files(portfolio / "site")
