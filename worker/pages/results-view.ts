import { html } from "hono/html";
import type { SearchAnswer } from "#site/search/types.ts";
import type { Say } from "#site/strings/message.ts";
import type { SearchStrings } from "#site/strings/search.ts";
import type { View } from "../lib/shell.ts";

/** The language of a search page. */
export interface SearchPageWords {
	t: SearchStrings;
	say: Say;
	/** Begins the addresses of its language: nothing, or `/de`. */
	base: string;
}

const shown = 10;
const nearest = 4;

/** Answers of a search, or honestly none, as a page without JavaScript shows them. */
export function resultsView({ query, answered, results, didYouMean }: SearchAnswer, { t, say, base }: SearchPageWords): View {
	const suggestion = didYouMean
		? html`<p class="did-you-mean">${answered ? t.showing : t.didYouMean} <a href="${base}/search/?q=${encodeURIComponent(didYouMean)}">${didYouMean}</a></p>`
		: "";
	if (!answered) {
		return html`${suggestion}
			<section class="no-answer">
				<h2>${say(t.noAnswerTo, { words: query })}</h2>
				<p><a class="button" href="${base}/contact/?q=${encodeURIComponent(query)}">${t.askPerson}</a></p>
				${
					results.length > 0
						? html`<h3>${t.nearest}</h3>
								<ul class="article-list">
									${results.slice(0, nearest).map(({ document }) => html`<li><a href="${document.url}">${document.title}</a></li>`)}
								</ul>`
						: ""
				}
			</section>`;
	}
	return html`${suggestion}
		<ol class="results">
			${results.slice(0, shown).map(
				({ document }) =>
					html`<li>
						<p class="where">${document.categoryTitle}</p>
						<h2><a href="${document.url}">${document.title}</a></h2>
						<p>${document.summary}</p>
						${
							document.quickAnswer
								? html`<details>
										<summary>${t.quickAnswer}</summary>
										<p>${document.quickAnswer}</p>
									</details>`
								: ""
						}
					</li>`,
			)}
		</ol>`;
}

/** What the search page says when search itself does not work. */
export function noSearchView(query: string, { t, base }: SearchPageWords): View {
	return html`<p class="notice">${t.notAnswering} <a href="${base}/contact/?q=${encodeURIComponent(query)}">${t.askPerson}</a></p>`;
}

/** Articles that may be meant by an address that does not exist; nothing where search knows none of its words. */
export function meantView({ answered, results }: SearchAnswer, t: SearchStrings): View | "" {
	if (results.length === 0) return "";
	return html`<h2>${answered ? t.perhaps : t.nearest}</h2>
		<ul class="article-list">
			${results.slice(0, nearest).map(({ document }) => html`<li><a href="${document.url}">${document.title}</a></li>`)}
		</ul>`;
}
