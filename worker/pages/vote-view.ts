import { html } from "hono/html";
import { noReasons, yesReasons } from "#contract/vote-reasons.ts";
import type { ParsedVote } from "#contract/votes.ts";
import type { SpokenStrings } from "#site/strings/spoken.ts";
import type { View } from "../lib/shell.ts";
import type { Speech } from "../lib/speech.ts";

type Reason = keyof SpokenStrings["feedback"]["reasons"];

/** Thanks for a vote, and the reasons that fit it. After the reasons were sent there is nothing more to ask. */
export function voteView(vote: ParsedVote, { t, base, article }: Speech): View {
	const reasons = Object.keys(vote.helpful === "yes" ? yesReasons : noReasons) as Reason[];
	const complete = vote.reasons.length > 0 || vote.comment !== "";
	return html`<div class="page narrow">
		<h1>${complete ? t.feedback.thanks : t.feedback.counted}</h1>
		${
			complete
				? ""
				: html`<form class="stack" method="post" action="/vote">
						<input type="hidden" name="article" value="${vote.article}" />
						<input type="hidden" name="revision" value="${vote.revision}" />
						<input type="hidden" name="helpful" value="${vote.helpful}" />
						<input type="hidden" name="locale" value="${vote.locale}" />
						<fieldset>
							<legend>${vote.helpful === "yes" ? t.feedback.whatHelped : t.feedback.whatWrong}</legend>
							${reasons.map((id) => html`<label class="choice"><input type="checkbox" name="reasons" value="${id}" /> ${t.feedback.reasons[id]}</label>`)}
						</fieldset>
						<label class="field">${t.feedback.comment}<textarea name="comment" rows="4" maxlength="1000"></textarea></label>
						<p><button class="button" type="submit">${t.feedback.send}</button></p>
					</form>`
		}
		<p>
			<a href="${article(vote.article)?.url ?? `${base}/`}">${t.feedback.back}</a
			>${vote.helpful === "no" ? html` · <a href="${base}/contact/?from=${vote.article}">${t.page.contactSupport}</a>` : ""}
		</p>
	</div>`;
}
