import type { Search } from "#site/search/create-search.ts";
import { categoryPaths } from "../checks/build-content.ts";
import type { Content } from "../checks/model.ts";
import { slugOf } from "../templates/fill.ts";
import { similarArticle } from "../templates/similar.ts";
import { mostListed, usableTold } from "./phrasings.ts";
import { nearestTopic } from "./nearest-topic.ts";
import type { PlannedGap, StubChoices } from "./planned.ts";
import { stubOf } from "./stub.ts";
import { questionOf } from "./title.ts";
import type { Workbench } from "./workbench.ts";

/** An address is read aloud. In characters. */
const longestSlug = 60;

/** The published article that says nearly the same as a gap's words by its title, keywords or summary. */
export function answerOf(title: string, { articles, defaultLocale }: Content): { id: string; why: string } | undefined {
	const own = articles.filter(({ locale, archived, draft }) => locale === defaultLocale && !archived && !draft);
	const compared = own.map(({ id, title: theirs, frontMatter: { data } }) => ({
		id,
		title: theirs,
		keywords: data?.keywords ?? [],
		summary: data?.summary ?? "",
	}));
	const similar = similarArticle(title, compared, defaultLocale);
	return similar && { id: similar.article.id, why: similar.why };
}

/** Puts a stub for a gap into the content; says in the plan what it did. */
export async function makeStub(planned: PlannedGap, bench: Workbench, search: Search, choices: StubChoices, today: string): Promise<void> {
	const content = bench.content();
	const { gap, words } = planned;
	const [query = gap.query] = words;
	const topic = await nearestTopic(words, search, content);
	const category = choices.category ?? topic?.category ?? categoryPaths(content.data.categories.data ?? [])[0];
	if (category === undefined) {
		planned.skipped = "there is no category to put an article into";
		return;
	}
	const title = questionOf(query, content.defaultLocale);
	const id = freeId(category, slugOf(query), gap.id, content);
	const text = stubOf({
		title,
		query,
		type: choices.type,
		keywords: words.slice(0, mostListed),
		owner: choices.owner ?? topic?.owner ?? "support",
		today,
		related: topic?.related ?? [],
		told: usableTold(gap.told),
		template: choices.template,
	});
	bench.write(`articles/${content.defaultLocale}/${id}.mdx`, text);
	planned.article = id;
	planned.stub = true;
	planned.made.push(`A stub of an article: ${id}, with the readers' words as keywords.`);
	planned.todo.push(
		`Write the article${choices.category === undefined ? ", or move it if it belongs elsewhere (its folder is a guess)" : ""}; then delete \`stub: true\`. Until then it says that it is being written.`,
	);
}

function freeId(category: string, slug: string, gapId: string, { articles, data }: Content): string {
	const taken = new Set([...articles.map(({ id }) => id), ...categoryPaths(data.categories.data ?? [])]);
	const short = slug.length > longestSlug ? slug.slice(0, longestSlug).replace(/-[^-]*$/, "") : slug;
	const base = `${category}/${short === "" || short === "index" ? `search-${gapId}` : short}`;
	for (let number = 1; ; number++) {
		const id = number === 1 ? base : `${base}-${number}`;
		if (!taken.has(id)) return id;
	}
}
