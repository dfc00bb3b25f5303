// What a file holds: work that was saved, or the profiles that the engine reads in it.

import { askOnce } from "./engine.js";
import { base64, fromFile } from "./state.js";

// Of so many bytes, and one, the engine tells that they are too many.
const MOST = 4_000_000;

// Returns the work, or the profiles; what is wrong with the file is thrown as faults.
export async function contentOf(file, signal) {
  const bytes = new Uint8Array(await file.slice(0, MOST + 1).arrayBuffer());
  const work = file.name.endsWith(".json") ? fromFile(new TextDecoder().decode(bytes)) : null;
  if (work) return { work };
  const scenario = { file: file.name, base64: base64(bytes) };
  const answer = await askOnce("open", { scenario }, signal);
  if (answer.faults) throw Object.assign(new Error("faults"), answer);
  return { profiles: answer.profiles };
}
