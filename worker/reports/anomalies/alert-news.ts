import type { DigestTopic } from "#contract/digest.ts";
import type { SiteManifest } from "#contract/site-manifest.ts";
import type { Env } from "../../env.ts";
import type { News } from "../../handoff/destination.ts";
import type { StorySection } from "../../handoff/ticket-story.ts";
import { dayOf } from "../../lib/days.ts";
import { topicsOf } from "../digest/topics-of.ts";
import type { Anomaly } from "./find-anomalies.ts";

interface Alert {
	env: Env;
	site: SiteManifest;
	/** The day that was looked at. */
	day: string;
	/** Given up and still waiting, by destination. */
	dead: { destination: string; n: number; oldest: number }[];
	anomalies: Anomaly[];
}

/** The daily alert in words: what is wrong, and what to do. */
export async function alertNews({ env, site, day, dead, anomalies }: Alert): Promise<News> {
	const topics = anomalies.some(({ category }) => category !== undefined) ? await topicsOf(env, { from: day, to: day }) : new Map<string, DigestTopic[]>();
	const unusual = anomalies.map((anomaly) => ({ ...anomaly, topics: topics.get(anomaly.category ?? "") ?? [] }));
	return {
		key: `daily-alert_${day}`,
		kind: "daily-alert",
		title: `${site.name}: what needs a look (${day})`,
		sections: [...deadSection(dead, site), ...unusualSection(unusual, site, day)],
		data: { day, dead: dead.map(({ oldest, ...row }) => ({ ...row, oldest: new Date(oldest).toISOString() })), anomalies: unusual },
	};
}

function deadSection(dead: Alert["dead"], { url, support }: SiteManifest): StorySection[] {
	if (dead.length === 0) return [];
	return [
		{
			heading: "Messages of customers that reached no desk",
			lines: [
				...dead.map(({ destination, n, oldest }) => `${destination}: ${n} given up, the first on ${dayOf(oldest, support.timeZone)}`),
				"Do: put right what is wrong, then send them again.",
			],
			links: [{ label: "Hand-offs", url: `${url}/manage/handoffs` }],
		},
	];
}

function unusualSection(anomalies: (Anomaly & { topics: DigestTopic[] })[], site: SiteManifest, day: string): StorySection[] {
	if (anomalies.length === 0) return [];
	const labels = new Map(site.support.ticketCategories.map(({ id, label }) => [id, label]));
	return [
		{
			heading: "More than usual",
			lines: [
				...anomalies.map(({ category, n, of, expected, limit, topics: named }) => {
					const what =
						category === undefined
							? `Searches without an answer: ${n} of ${of ?? n}; about ${Math.round(expected)} are usual`
							: `Tickets about “${labels.get(category) ?? category}”: ${n}; about ${Math.round(expected)} are usual on such a day`;
					return `${what}, and hardly ever more than ${Math.floor(limit)}.${named.length > 0 ? ` Their words: ${named.map(({ words, tickets }) => `“${words}” (${tickets})`).join(", ")}` : ""}`;
				}),
				"Do: is something broken? Then add an incident to content/data/support.yml and merge it. Otherwise see what they ask for, and write it.",
			],
			links: [{ label: "The report of that day", url: `${site.url}/manage?from=${day}&to=${day}` }],
		},
	];
}
