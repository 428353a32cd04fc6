import { html } from "hono/html";
import type { View } from "../../lib/shell.ts";

/** Where a definition stands; unique on its page. */
interface Definition {
	id: string;
	/** What is defined. */
	label: string;
	/** How it is counted, in a sentence. */
	text: string;
}

/** A word that explains itself: pressed, or with the page's script pointed at or focused, it shows its definition. */
export function term({ id, label, text }: Definition): View {
	return html`<button type="button" class="term" popovertarget="how-${id}" data-how>${label}</button>${note(id, text)}`;
}

/** The same as a small sign beside a heading. */
export function definitionSign({ id, label, text }: Definition): View {
	return html`<button type="button" class="how" popovertarget="how-${id}" data-how aria-label="${`How it is counted: ${label}`}">?</button>${note(id, text)}`;
}

function note(id: string, text: string): View {
	return html`<span popover id="how-${id}" class="definition">${withCode(text)}</span>`;
}

/** What stands between backticks is code. */
function withCode(text: string): (string | View)[] {
	return text.split("`").map((part, index) => (index % 2 === 1 ? html`<code>${part}</code>` : part));
}
