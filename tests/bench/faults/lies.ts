import type { DeskManners } from "./recording-desk.ts";

const json = { "content-type": "application/json" };

/** Ways in which a desk does not tell the truth, or tells it badly. Each names whether the desk keeps the ticket. */
export const lies: Record<string, DeskManners> = {
	"200 without a number": ({ keep }, response) => {
		keep();
		response.writeHead(200, json).end("{}");
	},
	"201, then nothing": ({ keep }, response) => {
		keep();
		response.writeHead(201, { ...json, "content-length": "100" }).flushHeaders();
	},
	"500 after it was made": ({ keep }, response) => {
		keep();
		response.writeHead(500).end("Internal Server Error");
	},
	"another ticket's number": ({ keep }, response) => {
		keep();
		response.writeHead(200, json).end(JSON.stringify({ reference: "DESK-1" }));
	},
	"a page instead of an answer": ({ keep }, response) => {
		keep();
		response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><title>Welcome</title><script>alert(1)</script>");
	},
	"an answer of 3 MB": ({ keep }, response) => {
		keep();
		response.writeHead(200, json).end(JSON.stringify({ reference: "x".repeat(3 * 1024 * 1024) }));
	},
	"no answer at all": ({ keep }) => void keep(),
	"made, then the line is cut": ({ keep }, response) => {
		keep();
		response.destroy();
	},
	"429, try again in thirty years": (_, response) => {
		response.writeHead(429, { "retry-after": "946080000" }).end();
	},
	"429, try again in the year 9999": (_, response) => {
		response.writeHead(429, { "retry-after": "Fri, 31 Dec 9999 23:59:59 GMT" }).end();
	},
	"429, try again whenever": (_, response) => {
		response.writeHead(429, { "retry-after": "-1e99, soon" }).end();
	},
	"503, nothing made": (_, response) => {
		response.writeHead(503, { "content-type": "text/html" }).end("<h1>Back soon</h1>");
	},
};
