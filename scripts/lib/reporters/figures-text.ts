import { reaches, type Figure } from "../figure.ts";

const marks = { true: "reached", false: "NOT reached", null: "" };

/** Figures as lines: value, goal and whether it is reached. */
export function figuresText(figures: Figure[]): string {
	const widest = Math.max(0, ...figures.map(({ name }) => name.length));
	return figures
		.map((figure) => {
			const { name, value, unit, goal, of } = figure;
			const shown = `${Number.isInteger(value) ? value : value.toFixed(2)} ${unit}`.trim();
			const wanted = goal ? `(goal ${goal.op} ${goal.value}) ` : "";
			return `  ${name.padEnd(widest)}  ${shown.padStart(10)}  ${wanted}${marks[`${reaches(figure)}`]}${of ? `  [${of}]` : ""}`.trimEnd();
		})
		.join("\n");
}
