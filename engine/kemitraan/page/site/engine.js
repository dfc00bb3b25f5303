// Asks the engine: the server the page came from, or the worker beside a page that has it along.

const kept = new Map();
const MOST = 40;
let transport = overServer;

export class Stopped extends Error {}

// Returns the answer as data. The same question is asked once; a newer one may stop it.
export async function ask(verb, question, signal) {
  const key = JSON.stringify([verb, question]);
  if (kept.has(key)) return kept.get(key);
  const answer = await askOnce(verb, question, signal);
  kept.set(key, answer);
  if (kept.size > MOST) kept.delete(kept.keys().next().value);
  return answer;
}

// The same, of what is too large to be kept.
export async function askOnce(verb, question, signal) {
  return JSON.parse(await transport(verb, question, signal));
}

export function through(other) {
  transport = other;
}

async function overServer(verb, question, signal) {
  try {
    const response = await fetch("ask", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ verb, arguments: question }),
      signal,
    });
    if (response.ok) return await response.text();
    // A program that was started anew does not know the address of this page.
    throw new Error({ 403: "gone", 503: "long" }[response.status] || "failed");
  } catch (error) {
    if (signal?.aborted) throw new Stopped();
    throw error instanceof TypeError ? new Error("gone", { cause: error }) : error;
  }
}
