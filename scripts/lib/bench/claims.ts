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

/** What README claims with a figure. A claim without a measured figure is not printed. */
export const claims: Claim[] = [
	{ says: "Personal data left in searches that held some", suite: "privacy", part: "redaction of the corpus", figure: "personal data left" },
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
