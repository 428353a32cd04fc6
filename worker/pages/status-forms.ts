import { html } from "hono/html";
import { limits } from "#contract/limits.ts";
import type { SearchResult } from "#site/search/types.ts";
import type { View } from "../lib/shell.ts";
import type { Words } from "../lib/speech.ts";

/** What the forms of a status page need: the page's own address, a fresh idempotency key each, and words. */
export interface FormPlace {
	/** Path of the status page. */
	path: string;
	/** Makes a key. */
	newKey: () => string;
	speech: Words;
}

/** Articles for the words of a ticket, each with a way to say that it was the answer. */
export function suggestionsView(results: SearchResult[], { path, newKey, speech: { t } }: FormPlace): View | "" {
	if (results.length === 0) return "";
	return html`<section aria-labelledby="meanwhile">
		<h2 id="meanwhile">${t.status.meanwhile}</h2>
		<ul class="article-list">
			${results.map(
				({ document }) =>
					html`<li>
						<h3><a href="${document.url}">${document.title}</a></h3>
						${
							document.quickAnswer
								? html`<details>
										<summary>${t.search.quickAnswer}</summary>
										<p>${document.quickAnswer}</p>
									</details>`
								: html`<p>${document.summary}</p>`
						}
						<form method="post" action="${path}/close">
							<input type="hidden" name="key" value="${newKey()}" /><input type="hidden" name="article" value="${document.id}" />
							<button class="button quiet" type="submit">${t.status.solvedIt}<span class="visually-hidden">: ${document.title}</span></button>
						</form>
					</li>`,
			)}
		</ul>
	</section>`;
}

/** Adding to an open ticket, and closing it. */
export function openForms({ path, newKey, speech: { t } }: FormPlace, words: string): View {
	return html`<section aria-labelledby="add">
			<h2 id="add">${t.status.add}</h2>
			<form class="stack" method="post" action="${path}/note">
				<input type="hidden" name="key" value="${newKey()}" />
				<label class="field" id="field-text"
					>${t.status.note} <small>${t.status.noteHint}</small><textarea name="text" rows="4" required maxlength="${limits.note}">${words}</textarea>
				</label>
				<button class="button" type="submit">${t.status.addNote}</button>
			</form>
		</section>
		<section aria-labelledby="close">
			<h2 id="close">${t.status.found}</h2>
			<form method="post" action="${path}/close">
				<input type="hidden" name="key" value="${newKey()}" />
				<button class="button quiet" type="submit">${t.status.foundClose}</button>
			</form>
		</section>`;
}

/** Taking a closed ticket up again. */
export function reopenForm({ path, newKey, speech: { t } }: FormPlace, words: string): View {
	return html`<section aria-labelledby="reopen">
		<h2 id="reopen">${t.status.notSolved}</h2>
		<form class="stack" method="post" action="${path}/reopen">
			<input type="hidden" name="key" value="${newKey()}" />
			<label class="field" id="field-text"
				>${t.status.stillOpen} <small>${t.status.optional}</small><textarea name="text" rows="3" maxlength="${limits.note}">${words}</textarea>
			</label>
			<button class="button quiet" type="submit">${t.status.reopen}</button>
		</form>
	</section>`;
}

const scores = [1, 2, 3, 4, 5];

/** The one question after a ticket was closed. */
export function satisfactionForm({ path, speech: { t, say } }: FormPlace, words: string): View {
	const labelOf = (score: number) => say(score === 1 ? t.status.unhappy : score === 5 ? t.status.happy : "{score}", { score });
	return html`<form class="stack" method="post" action="${path}/satisfaction">
		<fieldset id="field-score">
			<legend>${t.status.howHappy}</legend>
			${scores.map((score) => html`<label class="choice"><input type="radio" name="score" value="${score}" required /> ${labelOf(score)}</label> `)}
		</fieldset>
		<label class="field" id="field-comment"
			>${t.status.better} <small>${t.status.optional}</small><textarea name="comment" rows="3" maxlength="${limits.comment}">${words}</textarea>
		</label>
		<button class="button" type="submit">${t.status.send}</button>
	</form>`;
}
