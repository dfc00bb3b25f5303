// Asks the engine in a worker beside the page, one question at a time. A worker cannot be told to
// stop: where nobody waits any more for what it computes, and that has taken as long as the start
// of another one, another one takes its place.

import { Stopped } from "./engine.js";

// Returns how to ask. `start` is what the worker is started with, `heard` is told of each step.
export function apart(script, start, heard) {
  let worker = null;
  let ready = false;
  let began = 0;
  let cost = 0;
  let running = null;
  let queue = [];
  let timer = null;

  function begin() {
    ready = false;
    began = performance.now();
    worker = new Worker(script);
    const own = worker;
    // What one that was ended still said is nobody's.
    own.onmessage = ({ data }) => own === worker && hear(data);
    own.onerror = () => own === worker && fail("broken");
    own.postMessage(start);
  }

  function hear({ kept, step, ...said }) {
    if (kept) {
      start = { ...start, parts: kept, packed: false };
      began = performance.now();
    }
    if (step) heard(step);
    else if (said.ready) {
      ready = true;
      cost = performance.now() - began;
      heard("first");
      next();
    } else if (said.answer) over((one) => one.resolve(said.answer));
    else fail(said.broken ? "broken" : "failed", said.broken || said.failed);
  }

  // What went wrong once may have left the engine in disorder: the next question gets a new one.
  function fail(name, cause) {
    const error = new Error(name, { cause });
    worker.terminate();
    worker = null;
    ready = false;
    // Where it does not even start, nothing that waits can be answered.
    for (const job of name === "broken" ? queue.splice(0) : [])
      for (const one of job.waiting) one.reject(error);
    over((one) => one.reject(error));
  }

  function over(tell) {
    const done = running;
    running = null;
    clearTimeout(timer);
    for (const one of done?.waiting ?? []) tell(one);
    heard("answered");
    next();
  }

  function next() {
    if (running || !queue.length) return;
    if (!worker) begin();
    if (!ready) return;
    running = queue.shift();
    running.began = performance.now();
    worker.postMessage({ verb: running.verb, question: running.question });
  }

  function weigh() {
    clearTimeout(timer);
    if (!running || running.waiting.size) return;
    timer = setTimeout(replace, running.began + cost - performance.now());
  }

  function replace() {
    worker.terminate();
    running = null;
    begin();
  }

  begin();
  return (verb, question, signal) =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(new Stopped());
        return;
      }
      const key = JSON.stringify([verb, question]);
      let job = [running, ...queue].find((one) => one?.key === key);
      if (!job) {
        job = { key, verb, question, waiting: new Set() };
        queue.push(job);
      }
      const one = { resolve, reject };
      job.waiting.add(one);
      signal?.addEventListener("abort", () => {
        job.waiting.delete(one);
        queue = queue.filter((other) => other.waiting.size);
        reject(new Stopped());
        weigh();
      });
      next();
      weigh();
    });
}
