/** One measured figure. */
export interface Figure {
	name: string;
	value: number;
	/** Example: `%`, `ms`, `kB` */
	unit: string;
	/** What it should be; null where it is only told. */
	goal: { op: ">=" | "<=" | "=="; value: number } | null;
	/** What it is measured on, and against what. Example: `search-dev, beside MiniSearch` */
	of: string;
}

/** A part of a suite; it may be left out where what it needs is not there. */
export interface Part {
	name: string;
	/** Measures; or says why it cannot be measured here. */
	measure(say: (line: string) => void): Promise<Figure[] | string>;
}

/** `tests/bench/<suite>/suite.ts` */
export interface Suite {
	parts: Part[];
}

/** Whether a figure reaches its goal; null without one. */
export function reaches({ value, goal }: Figure): boolean | null {
	if (!goal) return null;
	return goal.op === ">=" ? value >= goal.value : goal.op === "<=" ? value <= goal.value : value === goal.value;
}
