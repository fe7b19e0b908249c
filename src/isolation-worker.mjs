// On a host that sends no headers of ours: answers this site's requests with the two that shared memory needs.
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const {request} = event;
  const ours = new URL(request.url).origin === self.location.origin;
  // Chrome's developer tools ask for cached copies of other origins' scripts in a way that fetch() refuses.
  const askable = request.cache !== "only-if-cached" || request.mode === "same-origin";
  if (ours && askable) event.respondWith(isolated(request));
});

async function isolated(request) {
  const response = await fetch(request);
  if (response.status === 0 || response.type === "opaqueredirect") return response;
  const headers = new Headers(response.headers);
  headers.set("Cross-Origin-Opener-Policy", "same-origin");
  headers.set("Cross-Origin-Embedder-Policy", "require-corp");
  return new Response(response.body, {status: response.status, statusText: response.statusText, headers});
}
