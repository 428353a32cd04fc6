import type { WidgetArticle } from "../config.ts";
import { make, makeButton } from "../dom.ts";
import type { Tools } from "./views.ts";

/** “Was this article helpful?” with both answers; the last one of a day counts. */
export function voteBox({ config, session }: Tools, { id, revision }: Pick<WidgetArticle, "id" | "revision">): HTMLElement {
	const { feedback } = config.t;
	const message = make("p", { role: "status", class: "muted" });
	let isSending = false;

	async function cast(helpful: "yes" | "no", button: HTMLButtonElement): Promise<void> {
		if (isSending) return;
		isSending = true;
		message.textContent = "";
		const reply = await session.wire.vote({ article: id, revision, helpful, session: session.id, locale: config.locale });
		isSending = false;
		message.textContent = reply.ok ? feedback.counted : reply.problem ? `${reply.problem.title} ${reply.problem.detail}` : feedback.unreachable;
		if (!reply.ok) return;
		for (const each of [yes, no]) each.setAttribute("aria-pressed", String(each === button));
		session.remember({ kind: "vote", article: id, helpful });
	}

	const yes = makeButton(feedback.yes, () => void cast("yes", yes), { class: "quiet", "aria-pressed": "false" });
	const no = makeButton(feedback.no, () => void cast("no", no), { class: "quiet", "aria-pressed": "false" });
	return make(
		"div",
		{ class: "vote" },
		make("div", { role: "group", "aria-labelledby": "vote" }, make("p", { id: "vote" }, feedback.question), make("span", {}, yes, no)),
		message,
	);
}
