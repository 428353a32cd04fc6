import { reaches, type Figure } from "../figure.ts";
import { shownGoal, shownValue } from "../reporters/figures-markdown.ts";
import type { GatheredFigures } from "./gathered.ts";

/** A figure that README tells, and what it says there. */
interface Claim {
	says: string;
	suite: string;
	part: string;
	/** Name of the figure. */
	figure: string;
	/** Words of what it is measured on, where a part has several of that name. */
	of?: string;
}

const article = { suite: "pages", part: "weight of a first visit", of: "this centre" };
const beside = (sidebar: string) => ({ suite: "growth", part: `5,000: Starlight, ${sidebar}` });
const answers = { suite: "answers", part: "answers in the articles' own words" };
const killed = { suite: "faults", part: "killed without warning" };
const failing = { suite: "handoff", part: "a desk that fails half the time, 2,000 tickets" };
const routes = { suite: "worker", part: "events, votes and tickets, beside an empty route" };

/** What README claims with a figure. A claim without a measured figure is not printed. */
export const claims: Claim[] = [
	{ says: "A middling article, cold: all before pictures and fonts", ...article, figure: "a middling article: in all before images and fonts, brotli" },
	{ says: "… of it script", ...article, figure: "a middling article: script at load, brotli" },
	{ says: "The widget before it is opened", suite: "widget", part: "a page of a product", figure: "weight before it opens" },
	{ says: "Search tests of the sample centre that pass", suite: "search", part: "own search tests", figure: "search tests that pass (browser)" },
	{ says: "First search of 5,000 articles, median", suite: "search", part: "5,000 articles", figure: "cold first search, median, without React" },
	{ says: "Key to suggestions, 5,000 articles, p95", suite: "search", part: "5,000 articles", figure: "keystroke → suggestions painted, p95" },
	{ says: "Build of 5,000 articles, of Starlight's as it comes", ...beside("all articles"), figure: "time of a cold build", of: "this centre :" },
	{ says: "… of Starlight's with one link", ...beside("one link"), figure: "time of a cold build", of: "this centre :" },
	{ says: "Build after one change at 5,000", suite: "growth", part: "one change at 5,000", figure: "of a cold build" },
	{ says: "Check of 5,000 articles", suite: "desk", part: "check, 5,000 articles", figure: "check" },
	{ says: "Questions answered right in the articles' own words", ...answers, figure: "all: answered right" },
	{ says: "… or shown among what may help", ...answers, figure: "all: answered right, or shown as what may help" },
	{ says: "Questions without an answer that are honestly refused", ...answers, figure: "all: honestly refused" },
	{ says: "Acknowledged but not stored, killed five times amid writes", ...killed, figure: "acknowledged − stored" },
	{ says: "… twice at the desk", ...killed, figure: "twice at the desk" },
	{ says: "Tickets lost with a desk that fails half the time", ...failing, figure: "acknowledged, not at the desk" },
	{ says: "Votes that count, of 10,000 from one network", suite: "floods", part: "10,000 votes of one network", figure: "votes of the flood that count" },
	{ says: "Personal data left in searches that held some", suite: "privacy", part: "redaction of the corpus", figure: "personal data left" },
	{ says: "Ordinary searches harmed by redaction", suite: "privacy", part: "redaction of the corpus", figure: "ordinary queries harmed" },
	{ says: "Score of the HTTP Observatory, an article", suite: "headers", part: "score of the HTTP Observatory", figure: "article" },
	{ says: "Votes a second, beside an empty route", ...routes, figure: "POST /api/votes, requests beside an empty route" },
	{ says: "Tickets a second, beside an empty route", ...routes, figure: "POST /api/tickets, requests beside an empty route" },
	{ says: "Events a second, beside an empty route", ...routes, figure: "POST /api/events, requests beside an empty route" },
	{ says: "The Worker, compressed", suite: "worker", part: "bundle and start", figure: "bundle, compressed" },
	...["redaction", "promise clock", "outbox"].map((part): Claim => ({ says: `Mutants killed: ${part}`, suite: "mutation", part, figure: "mutants killed" })),
];

const start = "<!-- figures: written by `npm run bench` -->";
const end = "<!-- end of figures -->";

/** @throws Error when two figures of the part have the claim's name */
function measured({ suite, part, figure, of = "" }: Claim, { parts }: GatheredFigures): Figure | undefined {
	const found = parts.filter((one) => one.suite === suite && one.part === part).flatMap(({ figures }) => figures);
	const named = found.filter((one) => one.name === figure && one.of.includes(of));
	if (named.length > 1) throw new Error(`${suite}, ${part}: ${named.length} figures are called “${figure}” (${of}).`);
	return named[0];
}

/** The claims as a table of Markdown. */
export function claimsTable(gathered: GatheredFigures): string {
	const rows = claims.flatMap((claim) => {
		const figure = measured(claim, gathered);
		if (!figure) return [];
		const verdict = { true: "yes", false: "**no**", null: "" }[`${reaches(figure)}`];
		return [[claim.says, shownValue(figure.value, figure.unit), shownGoal(figure), verdict, `\`${claim.suite}\``]];
	});
	const head = ["what", "measured", "goal", "reached", "suite"];
	return [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

/** README with the claims as they were measured last, between its two marks. @throws Error when the marks are not there */
export function withClaims(readme: string, gathered: GatheredFigures): string {
	const [from, to] = [readme.indexOf(start), readme.indexOf(end)];
	if (from === -1 || to < from) throw new Error(`README.md lacks the marks of its figures: “${start}” and “${end}”.`);
	return `${readme.slice(0, from)}${start}\n\n${claimsTable(gathered)}\n\n${readme.slice(to)}`;
}
