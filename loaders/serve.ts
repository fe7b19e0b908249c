import {createReadStream, existsSync, statSync} from "node:fs";
import {createServer, type IncomingMessage, type Server, type ServerResponse} from "node:http";
import {extname, join, normalize} from "node:path";

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".md": "text/plain; charset=utf-8",
  ".py": "text/plain; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".wasm": "application/wasm",
  ".parquet": "application/vnd.apache.parquet"
};

/// Serves the files of a folder on 127.0.0.1, with the headers that give pages shared memory. Port 0 takes any free one.
/// Rejects when the port is in use.
export function serve(folder: string, port: number): Promise<{address: string; server: Server}> {
  const server = createServer((request, response) => answer(folder, request, response));
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE") reject(new Error(`port in use: ${port}; choose another with --port`));
      else if (error.code === "EACCES")
        reject(new Error(`port not allowed: ${port}; choose one above 1023 with --port`));
      else reject(error);
    });
    server.listen(port, "127.0.0.1", () => {
      const bound = server.address();
      resolve({
        address: `http://127.0.0.1:${typeof bound === "object" && bound ? bound.port : port}/`,
        server
      });
    });
  });
}

function answer(folder: string, request: IncomingMessage, response: ServerResponse): void {
  response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
  response.setHeader("Cross-Origin-Embedder-Policy", "require-corp");
  response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
  const known = request.method === "GET" || request.method === "HEAD";
  const file = known ? find(folder, request.url ?? "/") : null;
  if (file === null) {
    response.writeHead(known ? 404 : 405, {"Content-Type": "text/plain; charset=utf-8"});
    response.end(known ? "not found\n" : "method not allowed\n");
    return;
  }
  const {size} = statSync(file);
  response.setHeader("Content-Type", TYPES[extname(file)] ?? "application/octet-stream");
  response.setHeader("Cache-Control", "no-cache");
  response.setHeader("Accept-Ranges", "bytes");
  const range = rangeOf(request.headers.range, size);
  if (range) response.setHeader("Content-Range", `bytes ${range.start}-${range.end}/${size}`);
  response.writeHead(range ? 206 : 200, {"Content-Length": range ? range.end - range.start + 1 : size});
  if (request.method === "HEAD") response.end();
  else
    createReadStream(file, range ?? {})
      .on("error", () => response.destroy())
      .pipe(response);
}

/// The file for an address: itself, the same with .html, or the index of the folder; null for none or one outside.
function find(folder: string, url: string): string | null {
  let path: string;
  try {
    path = normalize(decodeURIComponent(new URL(url, "http://localhost").pathname));
  } catch {
    return null;
  }
  const file = join(folder, path);
  if (!file.startsWith(join(folder, "/")) || file.includes("\0")) return null;
  const isFile = (name: string) => existsSync(name) && statSync(name).isFile();
  return [file, `${file}.html`, join(file, "index.html")].find(isFile) ?? null;
}

function rangeOf(header: string | undefined, size: number): {start: number; end: number} | null {
  const match = header?.match(/^bytes=(\d+)-(\d*)$/);
  if (!match) return null;
  const start = Number(match[1]);
  const end = Math.min(match[2] ? Number(match[2]) : size - 1, size - 1);
  return start <= end ? {start, end} : null;
}
