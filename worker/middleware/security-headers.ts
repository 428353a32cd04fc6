import { createMiddleware } from "hono/factory";
import type { App } from "../env.ts";

const headers: Record<string, string> = {
	"x-content-type-options": "nosniff",
	"referrer-policy": "strict-origin-when-cross-origin",
	"permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
	"cross-origin-opener-policy": "same-origin",
	"cross-origin-resource-policy": "same-origin",
	"strict-transport-security": "max-age=63072000; includeSubDomains; preload",
	"x-frame-options": "DENY",
};

/** Policy for answers that are no page. */
const noPage = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** Sets the headers that every answer of the Worker carries. A page sets its own content policy before. */
export function securityHeaders() {
	return createMiddleware<App>(async function securityHeaders(c, next) {
		await next();
		const response = new Response(c.res.body, c.res);
		for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
		if (!response.headers.has("content-security-policy")) response.headers.set("content-security-policy", noPage);
		c.res = response;
	});
}
