import { reaches, type Figure } from "../figure.ts";
import type { GatheredFigures, MeasuredPart } from "../bench/gathered.ts";
import { escapeMarkdown } from "./escape-markdown.ts";

const marks = { true: "yes", false: "**no**", null: "" };
const number = new Intl.NumberFormat("en-GB", { maximumSignificantDigits: 4 });
const whole = new Intl.NumberFormat("en-GB");

/** A value as documents show it: four significant digits, whole numbers whole. */
export function shownValue(value: number, unit: string): string {
	return `${Number.isInteger(value) ? whole.format(value) : number.format(value)} ${unit}`.trim();
}

/** A goal as documents show it. Example: `≤ 15 kB` */
export function shownGoal({ goal, unit }: Figure): string {
	if (goal === null) return "";
	return `${{ ">=": "≥", "<=": "≤", "==": "=" }[goal.op]} ${shownValue(goal.value, unit)}`;
}

/** `docs/figures.md`: what is not reached first, then every suite with its parts, when and where each was measured. */
export function figuresMarkdown({ parts }: GatheredFigures): string {
	const suites = Map.groupBy(parts, ({ suite }) => suite);
	const judged = parts.flatMap(({ figures }) => figures).filter((figure) => figure.goal !== null);
	const missed = parts.flatMap((part) => part.figures.filter((figure) => reaches(figure) === false).map((figure) => ({ part, figure })));
	return [
		"# Figures",
		"Written by `npm run bench`; the same as data is in [figures.json](figures.json). Each part says when, where and at which commit it was measured; ratios were taken side by side in one run. Machines differ: measure on yours.",
		`${judged.length - missed.length} of ${judged.length} goals are reached.`,
		...(missed.length > 0
			? [
					"## Not reached",
					table(
						missed.map(({ part, figure }) => [`${part.suite}: ${part.part}`, ...cells(figure)]),
						true,
					),
				]
			: []),
		...[...suites].flatMap(([suite, of]) => [`## ${suite}`, `\`npm run bench -- ${suite}\``, ...of.flatMap(partText)]),
	]
		.join("\n\n")
		.concat("\n");
}

function partText(part: MeasuredPart): string[] {
	const measured = `${part.date.slice(0, 16).replace("T", " ")} UTC, ${part.machine}, commit ${part.commit ?? "unknown"}, load ${part.load}, ${part.seconds} s; ${Object.entries(
		part.versions,
	)
		.map((pair) => pair.join(" "))
		.join(", ")}`;
	return [
		`### ${part.part}`,
		...(part.skipped === null ? [table(part.figures.map(cells), false)] : [`Not measured: ${escapeMarkdown(part.skipped)}`]),
		`<sub>${measured}</sub>`,
	];
}

function cells(figure: Figure): string[] {
	return [figure.name, shownValue(figure.value, figure.unit), shownGoal(figure), marks[`${reaches(figure)}`], figure.of];
}

function table(rows: string[][], withPart: boolean): string {
	const head = [...(withPart ? ["part"] : []), "figure", "value", "goal", "reached", "measured on"];
	return [head, head.map(() => "---"), ...rows.map((row) => row.map((cell) => (cell === "**no**" ? cell : escapeMarkdown(cell))))]
		.map((row) => `| ${row.join(" | ")} |`)
		.join("\n");
}
