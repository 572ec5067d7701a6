"""What the script does, on a page of its own that leads to nothing else."""

import re

import pytest
from django.contrib.staticfiles.storage import staticfiles_storage

FRAME = """<!DOCTYPE html><html lang="en"><title>Try</title>
<script type="module" src="{script}"></script><body>{body}</body></html>"""
WRITING = """<form><input type="hidden" name="csrfmiddlewaretoken" value="token">
<label for="text">Commentary</label>
<textarea id="text" name="text" data-autosave="/keep/">As it was</textarea>
<button>Keep</button></form>"""
WORKING = """<div data-progress="/how-far/"><progress max="100" value="0"></progress>
<p role="status">Waiting</p></div>"""


@pytest.fixture
def tried(page):
    """Serve the body as the page /try/, and what is asked of `address` from the answers."""

    def serve(body, address, answers):
        asked = []

        def answer(route):
            asked.append(route.request)
            status, text = answers[min(len(asked), len(answers)) - 1]
            route.fulfill(status=status, content_type="application/json", body=text)

        html = FRAME.format(script=staticfiles_storage.url("start.js"), body=body)
        page.route("**/try/", lambda route: route.fulfill(content_type="text/html", body=html))
        page.route(f"**{address}", answer)
        page.open("/try/")
        return asked

    return serve


def test_what_is_written_is_kept_when_the_writing_pauses(page, tried):
    asked = tried(WRITING, "/keep/", [(200, "{}")])

    page.get_by_label("Commentary").fill("As it is")

    page.get_by_text(re.compile(r"Kept at \d\d:\d\d")).wait_for()
    assert len(asked) == 1
    assert asked[0].method == "POST"
    sent = asked[0].post_data
    assert "As it is" in sent
    assert "token" in sent


def test_what_could_not_be_kept_is_said_and_tried_again(page, tried):
    asked = tried(WRITING, "/keep/", [(500, ""), (200, "{}")])

    page.get_by_label("Commentary").fill("As it is")
    page.get_by_text("Not kept yet").wait_for()
    page.get_by_label("Commentary").blur()

    page.get_by_text(re.compile("Kept at")).wait_for()
    assert len(asked) == 2


def test_the_bar_follows_the_work_and_the_page_is_read_again_at_its_end(page, tried):
    asked = tried(
        WORKING,
        "/how-far/",
        [
            (200, '{"percent": 40, "progress": "Sheet 2 of 5", "is_over": false}'),
            (200, '{"percent": null, "progress": "Nearly there", "is_over": false}'),
            (200, '{"percent": 100, "progress": "Done", "is_over": true}'),
        ],
    )

    page.get_by_text("Sheet 2 of 5").wait_for()
    assert page.locator("progress").get_attribute("value") == "40"
    page.get_by_text("Nearly there").wait_for()
    assert page.locator("progress").get_attribute("value") is None
    with page.expect_navigation():
        pass
    assert len(asked) >= 3


def test_only_a_hashed_script_is_served():
    assert re.fullmatch(r"/static/start\.[0-9a-f]{12}\.js", staticfiles_storage.url("start.js"))
