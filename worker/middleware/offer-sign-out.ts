import { html } from "hono/html";
import { createMiddleware } from "hono/factory";
import type { App } from "../env.ts";
import { localActor } from "../lib/actor.ts";

/** Where Cloudflare Access ends its session, on every host that it stands before. */
const signOutPath = "/cdn-cgi/access/logout";

/** Says on each of the manager's pages who is signed in by Access, with a way to sign out. The local link has none: its session ends with the server. */
export function offerSignOut() {
	return createMiddleware<App>(async function offerSignOut(c, next) {
		await next();
		const { actor } = c.var;
		if (actor === localActor || actor.kind !== "person" || !(c.res.headers.get("content-type") ?? "").startsWith("text/html")) return;
		const line = String(await html`<p class="muted">Signed in as <bdi>${actor.name}</bdi>. <a href="${signOutPath}">Sign out</a></p>`);
		c.res = new HTMLRewriter().on("[data-report]", { element: (report) => void report.append(line, { html: true }) }).transform(c.res);
	});
}
