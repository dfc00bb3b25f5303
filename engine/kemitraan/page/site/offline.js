// Keeps a release of the page in the browser, so that it opens without a network. Each release is
// kept apart, whole or not at all, and is told from others by what is in it.

const RELEASE = "RELEASE";
const FILES = "FILES";
const OWN = `kemitraan ${registration.scope} `;
const SHELF = OWN + RELEASE;

addEventListener("install", (event) => event.waitUntil(keep()));
addEventListener("activate", (event) => event.waitUntil(drop()));
addEventListener("fetch", (event) => {
  if (event.request.method === "GET") event.respondWith(found(event.request));
});

// A file that is not the one of this release ends all: the release before then stays in use.
async function keep() {
  const shelf = await caches.open(SHELF);
  try {
    for (const [name, integrity] of Object.entries(FILES)) {
      const file = await fetch(name, { cache: "no-cache", integrity });
      const headers = { "Content-Type": file.headers.get("Content-Type") };
      await shelf.put(name, new Response(await file.blob(), { headers }));
    }
  } catch (error) {
    await caches.delete(SHELF);
    throw error;
  }
}

// This happens once no page of the release before is open any more.
async function drop() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(OWN) && name !== SHELF);
  await Promise.all(old.map((name) => caches.delete(name)));
}

async function found(request) {
  const shelf = await caches.open(SHELF);
  const [address] = request.url.split(/[?#]/);
  const wanted = address === registration.scope ? "index.html" : address;
  return (await shelf.match(wanted)) ?? fetch(request);
}
