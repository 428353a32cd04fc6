import * as z from "zod";

const figure = z.strictObject({
	name: z.string(),
	value: z.number(),
	/** Example: `%`, `ms`, `kB` */
	unit: z.string(),
	/** What it should be; null where it is only told. */
	goal: z.strictObject({ op: z.enum([">=", "<=", "=="]), value: z.number() }).nullable(),
	/** What it is measured on, and against what. */
	of: z.string(),
});

const measuredPart = z.strictObject({
	/** Folder of `tests/bench/`. */
	suite: z.string(),
	/** Name of the part in its suite. */
	part: z.string(),
	/** When it ended, ISO 8601 in UTC. */
	date: z.iso.datetime(),
	/** Processor, cores, memory and system. Example: `2 × AMD EPYC, 24 GB, linux x64` */
	machine: z.string(),
	/** Versions of what figures depend on, by package. */
	versions: z.record(z.string(), z.string()),
	/** Short id of the commit that was measured; null outside of git. `+` at its end: with changes that were not committed. */
	commit: z.string().nullable(),
	/** Load average of the minute before it began: what else the machine had to do. */
	load: z.number(),
	/** How long measuring took, in seconds. */
	seconds: z.number(),
	figures: z.array(figure),
	/** Why it could not be measured there; null when it was. */
	skipped: z.string().nullable(),
});

/** One part of a suite, as it was last measured. */
export type MeasuredPart = z.infer<typeof measuredPart>;

/** `docs/figures.json`: what `npm run bench` measured, each part as of its last run. */
export const gatheredFigures = z.strictObject({ parts: z.array(measuredPart) });

export type GatheredFigures = z.infer<typeof gatheredFigures>;

/**
 * Puts newly measured parts in the place of their earlier ones.
 * @param known the parts that the suites have now, by suite; what is not among them goes
 */
export function gather(before: GatheredFigures, measured: MeasuredPart[], known: Map<string, string[]>): GatheredFigures {
	const last = new Map([...before.parts, ...measured].map((one) => [`${one.suite}/${one.part}`, one]));
	return { parts: [...known].flatMap(([suite, parts]) => parts.flatMap((part) => last.get(`${suite}/${part}`) ?? [])) };
}
