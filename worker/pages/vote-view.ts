import { html } from "hono/html";
import type { SiteManifest } from "#contract/site-manifest.ts";
import { noReasons, yesReasons } from "#contract/vote-reasons.ts";
import type { ParsedVote } from "#contract/votes.ts";
import type { View } from "../lib/shell.ts";

/** Thanks for a vote, and the reasons that fit it. After the reasons were sent there is nothing more to ask. */
export function voteView(vote: ParsedVote, article: SiteManifest["articles"][string] | undefined): View {
	const reasons = Object.entries(vote.helpful === "yes" ? yesReasons : noReasons);
	const complete = vote.reasons.length > 0 || vote.comment !== "";
	return html`<div class="page narrow">
		<h1>${complete ? "Thank you, that helps." : "Thank you. Your vote was counted."}</h1>
		${
			complete
				? ""
				: html`<form class="stack" method="post" action="/vote">
						<input type="hidden" name="article" value="${vote.article}" />
						<input type="hidden" name="revision" value="${vote.revision}" />
						<input type="hidden" name="helpful" value="${vote.helpful}" />
						<input type="hidden" name="locale" value="${vote.locale}" />
						<fieldset>
							<legend>${vote.helpful === "yes" ? "What was good?" : "What went wrong?"}</legend>
							${reasons.map(([id, label]) => html`<label class="choice"><input type="checkbox" name="reasons" value="${id}" /> ${label}</label>`)}
						</fieldset>
						<label class="field">Anything else? (optional)<textarea name="comment" rows="4" maxlength="1000"></textarea></label>
						<p><button class="button" type="submit">Send</button></p>
					</form>`
		}
		<p>
			<a href="${article?.url ?? "/"}">Back to the article</a
			>${vote.helpful === "no" ? html` · <a href="/contact/?from=${vote.article}">Contact support</a>` : ""}
		</p>
	</div>`;
}
