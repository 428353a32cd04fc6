import { Temporal } from "temporal-polyfill";
import type { SiteManifest } from "#contract/site-manifest.ts";
import { createChance } from "./chance.ts";
import { complain, contact, lookInVain, lookUp, read, type World } from "./people.ts";
import type { Shown, Topic } from "./topics.ts";
import { createTruth, type Truth } from "./truth.ts";
import { Visit, type Sent } from "./visit.ts";
import type { Vocabulary } from "./vocabulary.ts";

export interface MonthOptions {
	seed: number;
	vocabulary: Vocabulary;
	topics: Topic[];
	site: SiteManifest;
	look: (query: string) => Promise<Shown>;
	/** First day at the desk, and how many. */
	from: string;
	days: number;
	/** Readers' visits a day, about. */
	visits: number;
}

export interface PlannedDay {
	day: string;
	/** Visits of the day, each a row of requests. */
	visits: Sent[][];
	/** Batches that come once more, after everything else. */
	repeated: Sent[];
	/** When the Worker does its chores. */
	chores: number;
}

export interface Month {
	days: PlannedDay[];
	truth: Truth;
	/** What each query was about. */
	about: Map<string, string>;
	topics: Topic[];
	/** The article that was rewritten, its revisions, and the first day of the new one. */
	rewrite: { article: string; before: string; after: string; day: string };
	outage: string;
}

/** Hours of a day as they go: some at night, most between breakfast and evening. */
const night = 0.06;

/** Plays through a month of people with a help centre. The same for the same seed, vocabulary, and content. */
export async function planMonth({ seed, vocabulary, topics: all, site, look, from, days, visits }: MonthOptions): Promise<Month> {
	const chance = createChance(seed);
	const topics = [...all].sort((one, other) => (one.article < other.article ? -1 : 1));
	while (topics.length > 32) topics.splice(chance.below(topics.length), 1);
	const truth = createTruth();
	const about = new Map<string, string>();
	const zone = site.support.timeZone;
	const first = Temporal.PlainDate.from(from);
	const article = chance.pick(topics).article;
	const day = (number: number) => first.add({ days: number }).toString();
	const rewrite = { article, before: site.articles[article]?.revision ?? "", after: "0123456789ab", day: day(Math.floor(days / 2)) };
	const outage = day(Math.floor(days / 2) + 3);
	const quality = new Map(topics.map((topic) => [topic.article, 0.82 + chance.share() * 0.13]));
	let today = from;
	const world: World = {
		...{ chance, look },
		means: (query, what) => void about.set(query, about.get(query) ?? what),
		revisionOf: (id) => (id === rewrite.article && today >= rewrite.day ? rewrite.after : (site.articles[id]?.revision ?? "")),
		qualityOf: (id) => (id === rewrite.article ? (today >= rewrite.day ? 0.92 : 0.35) : (quality.get(id) ?? 0.85)),
	};
	let person = seed % 1000;
	const later: { day: string; act: (visit: Visit) => void }[] = [];
	const popular = () => topics[Math.floor(topics.length * chance.share() ** 1.6)] ?? chance.pick(topics);

	async function playDay(number: number): Promise<PlannedDay> {
		today = day(number);
		const start = first.add({ days: number }).toZonedDateTime(zone).epochMilliseconds;
		const requests: Sent[][] = [];
		const visitOf = async (act: (visit: Visit) => unknown, as?: "bot" | "staff" | "machine") => {
			const hour = chance.happens(night) ? 0.2 + chance.share() * 0.4 : 8 + chance.share() * 13;
			const at = start + Math.floor(hour * 3_600_000);
			const visit = new Visit({ chance, truth, day: today, at, person: person++, private: as === undefined && chance.happens(0.08), ...(as && { as }) });
			await act(visit);
			requests.push(visit.end());
			return requests.length - 1;
		};
		const repeat = async (mean: number, act: (visit: Visit) => unknown, as?: "bot" | "staff" | "machine") => {
			for (let left = chance.count(mean); left > 0; left--) await visitOf(act, as);
		};
		await repeat(visits * 0.25, (visit) => read(visit, popular().article, world));
		await repeat(visits * 0.5, (visit) => lookUp(visit, popular(), world));
		await repeat(2.5, (visit) => read(visit, rewrite.article, world, 1));
		for (const gap of vocabulary.gaps) await repeat(0.3 + visits / 70, (visit) => lookInVain(visit, gap, world));
		await repeat(visits * 0.08, (visit) => {
			const solved = contact(visit, popular(), chance.pick(topics).article, world);
			const back = Math.min(number + 2, days - 1);
			if (!solved || back === number) return;
			solved.refute();
			later.push({ day: day(back), act: (next) => next.ticket("It came back after all", "other", [solved.token]) });
		});
		for (const { act } of later.filter((one) => one.day === today)) await visitOf(act);
		if (today === outage) for (let left = Math.round(visits * 0.8); left > 0; left--) await visitOf((visit) => complain(visit, vocabulary.outage, world));
		await repeat(2, (visit) => read(visit, popular().article, world, 0), "bot");
		await repeat(1.5, (visit) => read(visit, popular().article, world, 0), "staff");
		await repeat(
			0.7,
			(visit) => {
				for (let left = 40; left > 0; left--) {
					visit.view(popular().article);
					visit.wait(200, 900);
				}
			},
			"machine",
		);
		const batches = requests.flat().filter(({ path, headers }) => path === "/api/events" && !headers["user-agent"]?.includes("bot"));
		const repeated = batches.filter(({ body }) => body["staff"] !== true && chance.happens(0.03));
		for (const { body } of repeated) truth.excluded.replay += (body["events"] as unknown[]).length;
		return { day: today, visits: requests, repeated, chores: start + 23.5 * 3_600_000 };
	}

	const planned: PlannedDay[] = [];
	for (let number = 0; number < days; number++) planned.push(await playDay(number));
	return { days: planned, truth, about, topics, rewrite, outage };
}
