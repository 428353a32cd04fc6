import type { Vote } from "#contract/votes.ts";

/** Votes without leaving the page: Yes or No at once, then reasons and a comment. The plain forms stay as they are without script. */
const box = document.querySelector<HTMLElement>("[data-feedback]");

function field(form: HTMLFormElement, name: string): string {
	return String(new FormData(form).get(name) ?? "");
}

interface Words {
	counted: string;
	thanks: string;
	unreachable: string;
}

async function cast({ unreachable }: Words, form: HTMLFormElement, helpful: string, details: { reasons?: string[]; comment?: string }): Promise<string | null> {
	const article = field(form, "article");
	const vote: Vote = { article, revision: field(form, "revision"), helpful: helpful === "yes" ? "yes" : "no", ...details };
	try {
		// Fetched when somebody votes: most readers do not.
		const [{ sendVote }, { remember }] = await Promise.all([import("#site/api-client.ts"), import("#site/browser/visit.ts")]);
		const reply = await sendVote(vote);
		if (!reply.ok) return reply.problem ? `${reply.problem.title} ${reply.problem.detail}` : unreachable;
		remember({ kind: "vote", article, helpful: reply.answer.helpful });
		return null;
	} catch {
		return unreachable;
	}
}

/** Does something while its buttons take no second press. A disabled button would lose the focus. Undefined: it is being done already. */
async function whileDeaf<Result>(buttons: HTMLButtonElement[], message: HTMLElement, action: () => Promise<Result>): Promise<Result | undefined> {
	if (buttons.some((button) => button.getAttribute("aria-disabled") === "true")) return undefined;
	message.textContent = "";
	for (const button of buttons) button.setAttribute("aria-disabled", "true");
	const result = await action();
	for (const button of buttons) button.removeAttribute("aria-disabled");
	return result;
}

function enhance(root: HTMLElement): void {
	const words = JSON.parse(root.dataset["words"] ?? "{}") as Words;
	const vote = root.querySelector<HTMLFormElement>("[data-vote]");
	const message = root.querySelector<HTMLElement>("[data-vote-message]");
	const sides = [...root.querySelectorAll<HTMLFormElement>("[data-reasons]")];
	if (!vote || !message) return;

	vote.addEventListener("submit", async (event) => {
		event.preventDefault();
		const button = event.submitter instanceof HTMLButtonElement ? event.submitter : null;
		if (!button) return;
		const buttons = [...vote.querySelectorAll("button")];
		const failure = await whileDeaf(buttons, message, () => cast(words, vote, button.value, {}));
		if (failure === undefined) return;
		for (const each of buttons) {
			each.setAttribute("aria-pressed", String(!failure && each === button));
		}
		message.textContent = failure ?? words.counted;
		for (const side of sides) side.hidden = Boolean(failure) || side.dataset["reasons"] !== button.value;
	});

	for (const side of sides) {
		side.addEventListener("submit", async (event) => {
			event.preventDefault();
			const data = new FormData(side);
			const details = { reasons: data.getAll("reasons").map(String), comment: String(data.get("comment") ?? "") };
			const failure = await whileDeaf([...side.querySelectorAll("button")], message, () => cast(words, side, side.dataset["reasons"] ?? "yes", details));
			if (failure === undefined) return;
			message.textContent = failure ?? words.thanks;
			if (!failure) side.hidden = true;
			message.setAttribute("tabindex", "-1");
			message.focus();
		});
	}
}

if (box) enhance(box);
