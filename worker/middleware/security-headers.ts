import { createMiddleware } from "hono/factory";
import type { App } from "../env.ts";

const headers: Record<string, string> = {
	"x-content-type-options": "nosniff",
	"permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
	"cross-origin-opener-policy": "same-origin",
	"cross-origin-resource-policy": "same-origin",
	"strict-transport-security": "max-age=63072000; includeSubDomains",
	"x-frame-options": "DENY",
};

/** Headers that a page may set otherwise; the content policy is that of an answer that is no page. */
const defaults: Record<string, string> = {
	"referrer-policy": "strict-origin-when-cross-origin",
	"content-security-policy": "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
};

/** Sets the headers that every answer of the Worker carries. A page sets its own content and referrer policy before. */
export function securityHeaders() {
	return createMiddleware<App>(async function securityHeaders(c, next) {
		await next();
		const response = new Response(c.res.body, c.res);
		for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
		for (const [name, value] of Object.entries(defaults)) if (!response.headers.has(name)) response.headers.set(name, value);
		c.res = response;
	});
}
