import type { Chance } from "./chance.ts";
import type { Shown, Topic } from "./topics.ts";
import { typed, type Vocabulary } from "./vocabulary.ts";
import type { Visit } from "./visit.ts";

/** What all people share. */
export interface World {
	chance: Chance;
	look: (query: string) => Promise<Shown>;
	/** Current revision of an article. */
	revisionOf: (article: string) => string;
	/** How likely a reader of the article votes Yes. */
	qualityOf: (article: string) => number;
	/** Notes what a query is about: an article's id, what a gap is about, or `outage`. */
	means: (query: string, about: string) => void;
}

const minute = 60_000;

/** Reads an article that was come across, and perhaps says whether it helped. */
export function read(visit: Visit, article: string, { chance, qualityOf, revisionOf }: World, votes = 0.25): void {
	visit.view();
	visit.wait(4000, minute);
	visit.view(article);
	visit.wait(15_000, 3 * minute);
	if (chance.happens(votes)) visit.vote(article, revisionOf(article), chance.happens(qualityOf(article)));
}

/** Looks for something that an article answers: a slip of the finger is put right, and then the answer is there. */
export async function lookUp(visit: Visit, topic: Topic, world: World): Promise<void> {
	const { chance, look, means, qualityOf, revisionOf } = world;
	const phrasing = chance.pick(topic.phrasings);
	const said = typed(phrasing, chance);
	visit.view();
	visit.wait(2000, 20_000);
	let replaced: string | undefined;
	const words = said.split(" ");
	if (words.length > 1 && chance.happens(0.15)) {
		const shorter = words.slice(0, -1).join(" ");
		means(shorter, topic.article);
		replaced = visit.search(shorter, (await look(shorter)).results).id;
		visit.wait(2000, 9000);
	}
	means(said, topic.article);
	const first = await look(said);
	const search = visit.search(said, first.results, replaced);
	let use = search.use;
	if (first.results === 0 || !first.articles.slice(0, 3).includes(topic.article)) {
		visit.wait(8000, minute);
		means(phrasing, topic.article);
		use = visit.search(phrasing, (await look(phrasing)).results).use;
	}
	if (chance.happens(0.1)) return;
	use(topic.article, chance.happens(0.2) ? "answered" : "opened");
	visit.wait(20_000, 4 * minute);
	if (chance.happens(0.25)) visit.vote(topic.article, revisionOf(topic.article), chance.happens(qualityOf(topic.article)));
}

/** Looks for something that no article is about: tries other words, sometimes a result in vain, and gives up or writes. */
export async function lookInVain(visit: Visit, gap: Vocabulary["gaps"][number], { chance, look, means }: World): Promise<void> {
	visit.view();
	const tries = 1 + chance.count(0.5);
	for (let number = 0; number < tries; number++) {
		visit.wait(6000, minute);
		const said = typed(chance.pick(gap.phrasings), chance);
		means(said, gap.about);
		const { results, articles } = await look(said);
		const { use } = visit.search(said, results);
		const [nearest] = articles;
		if (nearest !== undefined && results > 0 && chance.happens(0.12)) use(nearest, "opened");
	}
	if (chance.happens(0.2)) {
		visit.wait(minute, 3 * minute);
		visit.ticket(`Question about ${gap.about}`, gap.category);
	}
}

/** Opens the contact page. Gives the token of a "This solved it" that will turn out not to hold, else null. */
export function contact(visit: Visit, topic: Topic, other: string, { chance }: World): { token: string; refute(): void } | null {
	visit.view(topic.article);
	visit.wait(20_000, 2 * minute);
	visit.openContact(topic.article, chance.happens(0.9) ? [topic.article, other] : []);
	visit.wait(10_000, 2 * minute);
	const fate = chance.share();
	if (fate < 0.45) {
		const solved = visit.solve(topic.article);
		return chance.happens(0.15) ? solved : null;
	}
	if (fate < 0.7) visit.ticket(`It does not work: ${chance.pick(topic.phrasings)}`, topic.category);
	else if (fate < 0.9) visit.leaveContact();
	return null;
}

/** The day on which nothing works. */
export async function complain(visit: Visit, words: string[], { chance, look, means }: World): Promise<void> {
	visit.view();
	visit.wait(2000, 20_000);
	const said = chance.pick(words);
	means(said, "outage");
	visit.search(said, (await look(said)).results);
	visit.wait(10_000, minute);
	if (chance.happens(0.4)) visit.ticket(`Urgent: ${said}`, "performance");
}
