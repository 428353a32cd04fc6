import { createMiddleware } from "hono/factory";
import type { App } from "../env.ts";

const note = `<div class="page wide"><p class="muted" data-viewer>You read this as a viewer. Managers also see buttons that act.</p></div>`;

/** Takes the forms that act out of a viewer's pages, wherever they stand, and says so: they would only be refused. */
export function hideActions() {
	return createMiddleware<App>(async function hideActions(c, next) {
		await next();
		if (c.var.actor.role !== "viewer" || !(c.res.headers.get("content-type") ?? "").startsWith("text/html")) return;
		c.res = new HTMLRewriter()
			.on('form[method="post"]', { element: (form) => void form.remove() })
			.on("[data-worker-view]", { element: (view) => void view.append(note, { html: true }) })
			.transform(c.res);
	});
}
