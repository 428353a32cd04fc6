import { html } from "hono/html";
import { limits } from "#contract/limits.ts";
import type { SearchResult } from "#site/search/types.ts";
import type { View } from "../lib/shell.ts";

/** What the forms of a status page need: the page's own address, and a fresh idempotency key each. */
export interface FormPlace {
	/** Path of the status page. */
	path: string;
	/** Makes a key. */
	newKey: () => string;
}

/** Articles for the words of a ticket, each with a way to say that it was the answer. */
export function suggestionsView(results: SearchResult[], { path, newKey }: FormPlace): View | "" {
	if (results.length === 0) return "";
	return html`<section aria-labelledby="meanwhile">
		<h2 id="meanwhile">While you wait: is the answer here?</h2>
		<ul class="article-list">
			${results.map(
				({ document }) =>
					html`<li>
						<h3><a href="${document.url}">${document.title}</a></h3>
						${
							document.quickAnswer
								? html`<details>
										<summary>Quick answer</summary>
										<p>${document.quickAnswer}</p>
									</details>`
								: html`<p>${document.summary}</p>`
						}
						<form method="post" action="${path}/close">
							<input type="hidden" name="key" value="${newKey()}" /><input type="hidden" name="article" value="${document.id}" />
							<button class="button quiet" type="submit">This solved it, close my message<span class="visually-hidden">: ${document.title}</span></button>
						</form>
					</li>`,
			)}
		</ul>
	</section>`;
}

/** Adding to an open ticket, and closing it. */
export function openForms({ path, newKey }: FormPlace, words: string): View {
	return html`<section aria-labelledby="add">
			<h2 id="add">Add something</h2>
			<form class="stack" method="post" action="${path}/note">
				<input type="hidden" name="key" value="${newKey()}" />
				<label class="field" id="field-text"
					>Your note <small>It reaches the people who have your message.</small
					><textarea name="text" rows="4" required maxlength="${limits.note}">${words}</textarea>
				</label>
				<button class="button" type="submit">Add this note</button>
			</form>
		</section>
		<section aria-labelledby="close">
			<h2 id="close">Found the answer?</h2>
			<form method="post" action="${path}/close">
				<input type="hidden" name="key" value="${newKey()}" />
				<button class="button quiet" type="submit">I found the answer, close my message</button>
			</form>
		</section>`;
}

/** Taking a closed ticket up again. */
export function reopenForm({ path, newKey }: FormPlace, words: string): View {
	return html`<section aria-labelledby="reopen">
		<h2 id="reopen">Not solved after all?</h2>
		<form class="stack" method="post" action="${path}/reopen">
			<input type="hidden" name="key" value="${newKey()}" />
			<label class="field" id="field-text"
				>What is still open? <small>Optional</small><textarea name="text" rows="3" maxlength="${limits.note}">${words}</textarea>
			</label>
			<button class="button quiet" type="submit">Open it again</button>
		</form>
	</section>`;
}

const scores = [
	[1, "1, very unhappy"],
	[2, "2"],
	[3, "3"],
	[4, "4"],
	[5, "5, very happy"],
] as const;

/** The one question after a ticket was closed. */
export function satisfactionForm({ path }: FormPlace, words: string): View {
	return html`<form class="stack" method="post" action="${path}/satisfaction">
		<fieldset id="field-score">
			<legend>How happy are you with the help you got?</legend>
			${scores.map(([score, label]) => html`<label><input type="radio" name="score" value="${score}" required /> ${label}</label> `)}
		</fieldset>
		<label class="field" id="field-comment"
			>What could we do better? <small>Optional</small><textarea name="comment" rows="3" maxlength="${limits.comment}">${words}</textarea>
		</label>
		<button class="button" type="submit">Send</button>
	</form>`;
}
