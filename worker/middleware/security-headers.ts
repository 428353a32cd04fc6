import { createMiddleware } from "hono/factory";
import { everyAnswer, noPagePolicy, referrerPolicy } from "#contract/security-headers.ts";
import type { App } from "../env.ts";

/** Headers that a page may set otherwise; the content policy is that of an answer that is no page. */
const defaults = { "referrer-policy": referrerPolicy, "content-security-policy": noPagePolicy };

/** The answer itself where its headers can be set; a copy of one that came from a file of the site. */
function withOwnHeaders(response: Response): Response {
	try {
		// Only trying tells whether they can be set.
		response.headers.delete("x-none");
		return response;
	} catch {
		return new Response(response.body, response);
	}
}

/** Sets the headers that every answer of the Worker carries. A page sets its own content and referrer policy before. */
export function securityHeaders() {
	return createMiddleware<App>(async function securityHeaders(c, next) {
		await next();
		const response = withOwnHeaders(c.res);
		for (const [name, value] of Object.entries(everyAnswer)) response.headers.set(name, value);
		for (const [name, value] of Object.entries(defaults)) if (!response.headers.has(name)) response.headers.set(name, value);
		if (response !== c.res) c.res = response;
	});
}
