import { Temporal } from "temporal-polyfill";
import { createChance } from "./chance.ts";
import { lookUp, type World } from "./people.ts";
import type { PlannedDay } from "./plan-month.ts";
import type { Topic } from "./topics.ts";
import { createTruth } from "./truth.ts";
import { Visit } from "./visit.ts";

interface WeekOptions {
	seed: number;
	look: World["look"];
	revisionOf: World["revisionOf"];
	/** What readers look for, and which article answers it now. */
	topics: Topic[];
	/** First day at the desk. */
	from: string;
	zone: string;
	/** Readers a day for each topic. */
	each: number;
}

/** The week after a change: the same people look for the same things, and now an article answers. */
export async function planWeekAfter({ seed, look, revisionOf, topics, from, zone, each }: WeekOptions): Promise<PlannedDay[]> {
	const chance = createChance(seed);
	const truth = createTruth();
	const world: World = { chance, look, means: () => {}, revisionOf, qualityOf: () => 1 };
	const days: PlannedDay[] = [];
	let person = 50_000;
	for (let number = 0; number < 7; number++) {
		const day = Temporal.PlainDate.from(from).add({ days: number });
		const start = day.toZonedDateTime(zone).epochMilliseconds;
		const visits: PlannedDay["visits"] = [];
		for (const topic of topics.flatMap((one) => Array.from({ length: each }, () => one))) {
			const visit = new Visit({ chance, truth, day: day.toString(), at: start + Math.floor((9 + chance.share() * 10) * 3_600_000), person: person++ });
			await lookUp(visit, topic, world);
			visits.push(visit.end());
		}
		days.push({ day: day.toString(), visits, repeated: [], chores: start + 23.5 * 3_600_000 });
	}
	return days;
}
