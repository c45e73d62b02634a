"""What `vigie digest` makes, read by programs of others: mail, calendars, cards, and mail as a browser shows it."""

import email
import email.policy
import json
import re
from pathlib import Path

import adaptive_cards
import icalendar
import jsonschema
import pytest

SITES = ("example", "french")
SCHEMA = Path(adaptive_cards.__file__).parent / "schemas" / "schema-1.4.json"
# Telephone, and a window of a mail program on a desk.
WIDTHS = (390, 640)


@pytest.fixture(params=SITES)
def files(request):
    """The files of a site's digests by name."""
    folder = Path(request.config.getoption("--sites")) / request.param / "digest"
    found = {path.name: path.read_bytes() for path in folder.iterdir() if path.name != "manifest.json"}
    assert len([name for name in found if name.endswith(".eml")]) >= 4
    return found


def of_kind(files, ending):
    return {name: data for name, data in files.items() if name.endswith(ending)}


def parsed(data):
    return email.message_from_bytes(data, policy=email.policy.default)


def html(message):
    return message.get_body(("html",)).get_content()


def words(text):
    return re.sub(r"\s+", " ", re.sub(r"https?://\S+|<[^>]*>|[-·()]", " ", text)).split()


def test_mail_is_read_without_a_defect(files):
    ids = set()
    for name, data in of_kind(files, ".eml").items():
        message = parsed(data)
        assert message.defects == [] and all(part.defects == [] for part in message.walk()), name
        assert message.get_content_type() == "multipart/alternative", name
        assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "text/html"], name
        assert message["From"].addresses[0].addr_spec == "vigie@example.org", name
        assert message["Date"].datetime.isoformat() == "2026-11-16T00:00:00+00:00", name
        assert re.search("INTERNAL|INTERNE", message["Subject"]) and "\n" not in message["Subject"], name
        ids.add(message["Message-ID"])
        lines = data.split(b"\r\n")
        assert b"\n" not in b"".join(lines) and max(map(len, lines)) <= 78 and data.isascii(), name
        assert len(data) < 100_000, name
        # Both parts tell the same.
        text = message.get_body(("plain",)).get_content()
        marked = re.sub(r"<title>.*?</title>", "", html(message))
        numbers = [{word for word in words(part) if word.isdigit()} for part in (text, marked)]
        assert numbers[0] == numbers[1] and len(numbers[0]) > 3, name
    assert len(ids) == len(of_kind(files, ".eml"))
    assert parsed(files["leadership.eml"])["To"].addresses[0].addr_spec == "lead@example.org"


def test_mail_is_one_column_without_pictures_at_any_width_and_without_styles(browser, files):
    for name, data in of_kind(files, ".eml").items():
        source = html(parsed(data))
        assert not re.search(r"<(img|style|script|link|iframe|form)\b|url\(|@import", source), name
        texts = []
        for text in (source, re.sub(r' style="[^"]*"', "", source)):
            page = browser.new_page()
            asked = []
            page.on("request", lambda request, asked=asked: asked.append(request.url))
            page.set_content(text)
            assert asked == [], name
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 800})
                wide = page.evaluate("document.documentElement.scrollWidth")
                assert wide <= width, f"{name} is {wide} wide at {width}"
            texts.append(re.sub(r"\s+", " ", page.inner_text("body")))
            page.close()
        assert len(set(texts)) == 1, name


def test_a_calendar_is_read_and_has_each_day_once(files):
    for name, data in of_kind(files, ".ics").items():
        lines = data.split(b"\r\n")
        assert b"\n" not in b"".join(lines) and max(map(len, lines)) <= 75, name
        calendar = icalendar.Calendar.from_ical(data)
        assert calendar.errors == [], name
        events = calendar.walk("VEVENT")
        assert events and all(event.errors == [] for event in events), name
        assert len({event["UID"] for event in events}) == len(events), name
        for event in events:
            assert event["DTSTART"].params["VALUE"] == "DATE", name
            assert str(event["URL"]).startswith("https://health.example.org/accounts/"), name
            assert event["SEQUENCE"] == 3 and event["SUMMARY"] and event["DESCRIPTION"], name


def test_a_card_keeps_the_published_schema_and_its_size(files):
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    for name, data in of_kind(files, ".teams.json").items():
        message = json.loads(data)
        assert message["type"] == "message" and len(data) <= 28 * 1024, name
        (attachment,) = message["attachments"]
        assert attachment["contentType"] == "application/vnd.microsoft.card.adaptive", name
        card = attachment["content"]
        assert card["version"] == "1.4", name
        # Teams adds a key of its own for the width.
        jsonschema.validate({key: value for key, value in card.items() if key != "msteams"}, schema)


def test_a_message_for_slack_keeps_the_limits_of_block_kit(files):
    for name, data in of_kind(files, ".slack.json").items():
        message = json.loads(data)
        blocks = message["blocks"]
        assert 1 < len(blocks) <= 50 and len(message["text"]) <= 3000, name
        assert blocks[0]["type"] == "header" and len(blocks[0]["text"]["text"]) <= 150, name
        for block in blocks[1:]:
            assert block["type"] == "rich_text" and block["elements"], name
            assert len("".join(re.findall(r'"text": "([^"]*)"', json.dumps(block, ensure_ascii=False)))) <= 3000, name
