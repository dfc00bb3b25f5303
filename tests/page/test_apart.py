"""The page's questions to a worker: one at a time, nothing lost, and ended where nobody waits."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from kemitraan.page.web import PageServer

pytestmark = [pytest.mark.browser, pytest.mark.slow]

# A worker that does as the test says. `START` is how long its start takes.
SETTING = """async (address) => {
  const workers = [];
  globalThis.Worker = class {
    constructor() { this.sent = []; workers.push(this); }
    postMessage(message) { this.sent.push(message); }
    terminate() { this.ended = true; }
    say(data) { this.onmessage({ data }); }
  };
  const { apart } = await import(`${address}apart.js`);
  const steps = [];
  const ask = apart("worker.js", { parts: "packed", packed: true }, (step) => steps.push(step));
  const told = {};
  const asked = (name, signal) => {
    ask(name, {}, signal).then(
      (answer) => { told[name] = answer; },
      (error) => { told[name] = `${error.name} ${error.message}`; },
    );
  };
  const after = (time) => new Promise((done) => setTimeout(done, time));
  const started = async (worker, time = 0) => {
    worker.say({ step: "python", kept: "unpacked" });
    await after(time);
    worker.say({ ready: true });
  };
  const verbs = (worker) => worker.sent.map((one) => one.verb).filter(Boolean);
  TEST
}"""

# A server that takes its time.
HELD = """globalThis.held = true;
const own = fetch;
globalThis.fetch = (address, options) => held
  ? new Promise((_, fail) => options.signal.addEventListener("abort", () => fail(new Error())))
  : own(address, options);
"""


def told(page: Any, server: PageServer, test: str) -> Any:
    page.goto(server.address)
    return page.evaluate(SETTING.replace("TEST", test), server.address)


def test_one_question_at_a_time_and_none_that_nobody_waits_for(
    page: Any, server: PageServer
) -> None:
    found = told(
        page,
        server,
        """
        const stop = new AbortController();
        asked("a"); asked("b", stop.signal); asked("c"); asked("c");
        const early = verbs(workers[0]);
        await started(workers[0]);
        const first = verbs(workers[0]);
        stop.abort();
        workers[0].say({ answer: "A" });
        workers[0].say({ answer: "C" });
        await after(0);
        return [early, first, verbs(workers[0]), told, steps, workers.length];
        """,
    )
    steps = ["python", "first", "answered", "answered"]
    answers = {"a": "A", "b": "Error ", "c": "C"}
    assert found == [[], ["a"], ["a", "c"], answers, steps, 1]


def test_worker_nobody_waits_for_is_replaced_once_that_takes_no_longer_than_to_go_on(
    page: Any, server: PageServer
) -> None:
    found = told(
        page,
        server,
        """
        const stop = new AbortController();
        await started(workers[0], 300);
        asked("a", stop.signal);
        await after(50);
        stop.abort();
        asked("b");
        await after(100);
        const soon = workers.length;
        await after(300);
        workers[0].say({ answer: "late" });
        const again = workers[1].sent[0];
        await started(workers[1]);
        workers[1].say({ answer: "B" });
        await after(0);
        return [soon, workers[0].ended, again, verbs(workers[1]), told];
        """,
    )
    # The next one starts from what the first has unpacked.
    again = {"parts": "unpacked", "packed": False}
    assert found == [1, True, again, ["b"], {"a": "Error ", "b": "B"}]


def test_what_is_asked_again_in_the_meantime_is_not_begun_anew(
    page: Any, server: PageServer
) -> None:
    found = told(
        page,
        server,
        """
        const stop = new AbortController();
        await started(workers[0], 150);
        asked("a", stop.signal);
        stop.abort();
        await after(20);
        asked("a");
        await after(300);
        workers[0].say({ answer: "A" });
        await after(0);
        return [workers.length, verbs(workers[0]), told];
        """,
    )
    assert found == [1, ["a"], {"a": "A"}]


def test_failure_is_told_and_the_next_question_gets_a_new_worker(
    page: Any, server: PageServer
) -> None:
    found = told(
        page,
        server,
        """
        await started(workers[0]);
        asked("a"); asked("b");
        workers[0].say({ failed: "MemoryError" });
        await started(workers[1]);
        workers[1].say({ answer: "B" });
        await after(0);
        return [workers[0].ended, told];
        """,
    )
    assert found == [True, {"a": "Error failed", "b": "B"}]


@pytest.mark.parametrize("how", ['say({ broken: "no wasm" })', "onerror()"])
def test_engine_that_does_not_start_is_told_to_all_who_wait(
    page: Any, server: PageServer, how: str
) -> None:
    found = told(
        page,
        server,
        f"""
        asked("a"); asked("b");
        workers[0].{how};
        await after(0);
        return [workers.length, told, steps];
        """,
    )
    assert found == [1, {"a": "Error broken", "b": "Error broken"}, ["answered"]]


def test_long_computation_is_stopped_and_computed_after_all(page: Any, server: PageServer) -> None:
    page.add_init_script(HELD)
    said = base64.urlsafe_b64encode(b'{"scenario": "itabajo"}').decode().rstrip("=")
    page.goto(f"{server.address}#lang=en&view=firm&s={said}")
    page.wait_for_selector("text=Computing …")
    page.click("[data-k=stop]", timeout=10_000)
    assert "Computing" not in page.inner_text("body")
    assert "what you entered is still here" in page.inner_text(".waiting")
    assert page.locator("main[aria-busy]").count() == 0
    page.evaluate("held = false")
    page.click("[data-k=again]")
    page.wait_for_selector("main:not([aria-busy]) .bars", timeout=30_000)
    assert page.inner_text(".waiting") == ""
