import { Hono, type Context } from "hono";
import { eraseConfirmSchema, erasePreviewSchema, eraseQuery, readSought } from "#contract/erasure.ts";
import { limits } from "#contract/limits.ts";
import type { App } from "../env.ts";
import { eraseMessages, lookForErasable } from "../lib/erase.ts";
import { momentOf } from "../lib/moment.ts";
import { parse, readForm } from "../lib/read-body.ts";
import { refuseMethod } from "../lib/refuse-method.ts";
import { renderShell } from "../lib/shell.ts";
import { readSite } from "../lib/site.ts";
import { erasePath, eraseView, type ErasePage } from "../pages/erase-view.ts";
import { erasedAt } from "../queries/erasure.ts";

/**
 * `/manage/erase`: erases what a customer wrote. `POST` shows what would go, by a reference or an e-mail address, which so stands in no address
 * of a page; `POST /confirm` erases what was shown, **303** back to the page, which says where copies may be.
 */
export const erasePage = new Hono<App>()
	.get("/", async (c) => {
		const { erased } = parse(eraseQuery, c.req.query());
		return render(c, erased === undefined ? {} : { erased: await erasedAt(c.env.DB, erased, c.var.now) });
	})
	.post("/", async (c) => {
		const { who } = parse(erasePreviewSchema, await readForm(c, limits.smallBody));
		return preview(c, who);
	})
	.all("/", refuseMethod("GET, HEAD, POST"))
	.post("/confirm", async (c) => {
		const { who, references } = parse(eraseConfirmSchema, await readForm(c, limits.smallBody));
		const { actor, now } = c.var;
		const sought = readSought(who);
		const shown = new Set(references.split(","));
		const { tickets } = await lookForErasable(c.env.DB, sought, now);
		const chosen = tickets.filter(({ reference }) => shown.has(reference));
		const by = { who: actor, detail: "email" in sought ? "found by an e-mail address" : "found by the reference" };
		const erased = chosen.length > 0 ? await eraseMessages(c.env, chosen, by, await momentOf(c)) : 0;
		return erased > 0 ? c.redirect(`${erasePath}?erased=${now}`, 303) : preview(c, who);
	})
	.all("/confirm", refuseMethod("POST"));

async function preview(c: Context<App>, who: string): Promise<Response> {
	const sought = readSought(who);
	return render(c, { who, found: { sought, erasable: await lookForErasable(c.env.DB, sought, c.var.now) } });
}

async function render(c: Context<App>, page: Omit<ErasePage, "zone">): Promise<Response> {
	const { support } = await readSite(c.env);
	return renderShell(c, eraseView({ ...page, zone: support.timeZone }), { title: "Erase messages", shell: "report" });
}
