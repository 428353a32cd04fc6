import { html } from "hono/html";

const words: [word: string, meaning: string][] = [
	["n", "How many things a share or a median is made of: the more, the surer it is. Where there are too few, no value is shown."],
	["Visitor-day", "A visitor counts once a day. Nobody is known again on another day, so one person on three days is three visitor-days."],
	["Session", "Pages and searches of one browser tab in a row."],
	["Settled search", "What was asked when the reader stopped typing or opened something; the letters on the way do not count."],
	["Confident result", "One that search is sure of. Nearest topics that are shown otherwise do not count as an answer."],
	["At least, at most (95 %)", "Few votes may mislead: the true share is between these two, 19 times in 20."],
	["Adjusted share", "The share of Yes as if every article had ten average votes beforehand, so that three votes do not outrank thirty."],
	["Points", "The difference of two shares: from 60 % to 65 % is 5 points."],
];

/** What the words of the report mean, at the foot of its pages. */
export const glossary = html`<details class="folded glossary">
	<summary>What the words mean</summary>
	<dl>
		${words.map(
			([word, meaning]) =>
				html`<dt>${word}</dt>
					<dd>${meaning}</dd>`,
		)}
	</dl>
</details>`;
