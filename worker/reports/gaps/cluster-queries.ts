import type { SiteWords } from "../../lib/site-search.ts";
import { readQueries } from "./query-words.ts";

/** What can be put together: words that were searched, and how often. */
export interface AskedQuery {
	query: string;
	searches: number;
	/** The change that was made for it: phrasings of one change stand together, whatever their words. Default: none */
	change?: number | undefined;
}

/** Searches for one thing, in all the ways in which people write them. */
export interface QueryCluster<Asked extends AskedQuery> {
	/** The most frequent phrasing without a slip of the keyboard. */
	query: string;
	/** Stems of the most frequent phrasing; they name the cluster. */
	key: string;
	/** The most frequent first. */
	phrasings: Asked[];
	searches: number;
}

/** Share of what two groups of words tell together that both must say (weighted Jaccard). Chosen on the cases of `gaps-cluster.test.ts`. */
const enoughShared = 0.48;
/** The same where they share one word only, which articles hold: what people ask about it differs (`report blank`, `login page blank`). */
const enoughByOneWord = 0.8;
/** A topic is about the words that stand in such a share of its searches. */
const aboutFrom = 1 / 3;
/** What a word that stands in no article tells more: it is what a search is about. */
const unknownTimes = 1.5;
/** Clusters that are looked at for one group; they are found by its most telling words. */
const mostCompared = 60;
/** What a phrasing counts that nobody has searched yet, so that it finds its place. */
const leastSearches = 1e-6;

/** Searches with the same stems; phrasings of different changes are different groups. */
interface Group<Asked> {
	stems: string[];
	change: number | undefined;
	asked: Asked[];
	searches: number;
}

interface Topic<Asked> {
	change: number | undefined;
	groups: Group<Asked>[];
	searches: number;
	/** By stem, in how many of its searches it stands; and what they tell together. */
	uses: Map<string, number>;
	tells: number;
}

/**
 * Puts searches for one thing together: spellings, word order, word forms, function words and synonyms of the site make no difference;
 * groups of words then join where they share most of what they tell. A word tells the more the fewer articles hold it, so that what the
 * site has never heard of decides (`slack` in “send alerts to slack”), and `report` does not. Phrasings of a change stand together, with what
 * was put to them before its words came to the site. Clusters come with the most searches first.
 */
export function clusterQueries<Asked extends AskedQuery>(queries: Asked[], site: SiteWords): QueryCluster<Asked>[] {
	const { stems: read, slipped, holding } = readQueries(queries, site);
	const slips = new Set(queries.filter((_, index) => slipped[index]));
	// Numbers and codes name what is meant (`scope 2`, `scope 3`), however many articles hold them.
	const heldBy = (stem: string) => (/\d/.test(stem) ? 0 : holding(stem));
	const isUnknown = (stem: string) => heldBy(stem) === 0;
	const weigh = weightOf(site.articles, heldBy);
	const topics: Topic<Asked>[] = [];
	const byStem = new Map<string, Set<Topic<Asked>>>();
	for (const group of groupsOf(queries, read)) {
		const topic = nearest(group) ?? start(group);
		topic.groups.push(group);
		topic.searches += group.searches;
		for (const stem of group.stems) {
			topic.uses.set(stem, (topic.uses.get(stem) ?? 0) + group.searches);
			topic.tells += weigh(stem) * group.searches;
			byStem.set(stem, (byStem.get(stem) ?? new Set()).add(topic));
		}
	}
	const parts = Map.groupBy(topics, (topic) => topic.change ?? topic);
	return [...parts.values()]
		.map((same) =>
			describe(
				same.flatMap(({ groups }) => groups),
				slips,
			),
		)
		.sort((a, b) => b.searches - a.searches);

	function start({ change }: Group<Asked>): Topic<Asked> {
		const topic = { change, groups: [], searches: 0, uses: new Map<string, number>(), tells: 0 };
		topics.push(topic);
		return topic;
	}

	function nearest({ stems, change }: Group<Asked>): Topic<Asked> | null {
		const near = new Set<Topic<Asked>>();
		for (const stem of [...stems].sort((a, b) => weigh(b) - weigh(a))) {
			for (const topic of byStem.get(stem) ?? []) {
				if (near.size >= mostCompared) break;
				if (change === undefined || change === topic.change) near.add(topic);
			}
		}
		let best: Topic<Asked> | null = null;
		let most = 0;
		for (const topic of near) {
			const shared = sharedWith(topic, stems);
			if (shared > Math.max(most, shareNeeded(topic, stems))) [best, most] = [topic, shared];
		}
		return best;
	}

	/** One word is enough by itself where no article holds it: it is what both are about. */
	function shareNeeded({ uses, searches }: Topic<Asked>, stems: string[]): number {
		const common = stems.filter((stem) => (uses.get(stem) ?? 0) >= aboutFrom * searches);
		return common.length > 1 || common.some((stem) => isUnknown(stem)) ? enoughShared : enoughByOneWord;
	}

	/** What both say, of what either says; a stem counts for a topic by the share of its searches that hold it. */
	function sharedWith({ uses, tells, searches }: Topic<Asked>, stems: string[]): number {
		let both = 0;
		let own = 0;
		for (const stem of stems) {
			own += weigh(stem);
			both += (weigh(stem) * (uses.get(stem) ?? 0)) / searches;
		}
		const either = own + tells / searches - both;
		return either > 0 ? both / either : 0;
	}
}

/** Groups of searches with the same stems, the most frequent first; those of changes before all others, which are put to them. */
function groupsOf<Asked extends AskedQuery>(queries: Asked[], stems: string[][]): Group<Asked>[] {
	const groups: Group<Asked>[] = [];
	const known = new Map<string, Group<Asked>>();
	const isOfChange = ({ change }: { change?: number | undefined }) => Number(change !== undefined);
	const read = queries.map((asked, index) => ({ asked, own: stems[index] ?? [] }));
	for (const { asked, own } of read.sort((a, b) => isOfChange(b.asked) - isOfChange(a.asked))) {
		// What holds no word at all (`???`) stands for itself.
		const key = own.join(" ") || asked.query;
		const { change } = asked;
		const name = change === undefined ? key : `${change}\n${key}`;
		const same = known.get(name);
		const group = same ?? { stems: own, change, asked: [], searches: 0 };
		if (!same) {
			groups.push(group);
			known.set(name, group);
			if (!known.has(key)) known.set(key, group);
		}
		group.asked.push(asked);
		group.searches += Math.max(asked.searches, leastSearches);
	}
	return groups.sort((a, b) => isOfChange(b) - isOfChange(a) || b.searches - a.searches);
}

function describe<Asked extends AskedQuery>(groups: Group<Asked>[], slips: Set<Asked>): QueryCluster<Asked> {
	const phrasings = groups.flatMap(({ asked }) => asked).sort((a, b) => b.searches - a.searches);
	const [first] = phrasings;
	const named = groups.find(({ asked }) => first !== undefined && asked.includes(first));
	return {
		query: (phrasings.find((asked) => !slips.has(asked)) ?? first)?.query ?? "",
		key: named?.stems.join(" ") || (first?.query ?? ""),
		phrasings,
		searches: phrasings.reduce((sum, { searches }) => sum + searches, 0),
	};
}

/**
 * What a stem tells: its information in the site, squared, so that a telling word outweighs two others.
 *
 * @param heldBy articles that hold a stem; 0 for what names a thing by itself
 */
function weightOf(articles: number, heldBy: (stem: string) => number): (stem: string) => number {
	const weights = new Map<string, number>();
	return (stem) => {
		const known = weights.get(stem);
		if (known !== undefined) return known;
		const held = heldBy(stem);
		const weight = (held === 0 ? unknownTimes : 1) * Math.log(1 + (articles + 1) / (held + 0.5)) ** 2;
		weights.set(stem, weight);
		return weight;
	};
}
