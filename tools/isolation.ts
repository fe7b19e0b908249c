/// Cross-origin isolation, which a page needs for shared memory: two response headers, wherever the site is served.

import {subscribe} from "node:diagnostics_channel";
import type {ServerResponse} from "node:http";

export const ISOLATION_HEADERS = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp"
};

/// Adds the headers to every response of every HTTP server in this process. Framework's preview has no setting for it.
export function isolateServers(): void {
  subscribe("http.server.request.start", (message) => {
    const {response} = message as {response: ServerResponse};
    for (const [name, value] of Object.entries(ISOLATION_HEADERS)) response.setHeader(name, value);
  });
}

/// HTML for a page's head: on a host that cannot send the headers, a service worker adds them, after one reload in each
/// tab. `path` is the page's own, as in /contention, and tells how far up the worker lies.
export function isolationScript(path: string): string {
  const top = "../".repeat(path.split("/").length - 2) || "./";
  return `<script type="module">
if (!crossOriginIsolated && isSecureContext && "serviceWorker" in navigator && !sessionStorage.getItem("isolated")) {
  await navigator.serviceWorker.register(new URL("${top}isolation-worker.mjs", location.href));
  await navigator.serviceWorker.ready;
  sessionStorage.setItem("isolated", "tried");
  location.reload();
}
</script>`;
}
