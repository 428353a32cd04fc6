import type { Finding } from "#site/lib/finding.ts";
import { categoryPaths } from "../build-content.ts";
import { createLookup, didYouMean } from "../lookup.ts";
import { createMeant } from "../meant.ts";
import type { Content, Rule } from "../model.ts";
import { error, withFix } from "../report.ts";

/** widget/article and widget/topic: what the widget suggests and explains is there. */
export const widget: Rule = (content) => [...lostArticles(content), ...lostTopics(content)];

function lostArticles(content: Content): Finding[] {
	const file = content.data.widget;
	const { pages = [], tips = {} } = file.data ?? {};
	const look = createLookup(content);
	const named = [
		...pages.flatMap(({ articles }, page) => articles.map((id, place) => ({ id, keys: ["pages", page, "articles", place] }))),
		...Object.entries(tips).flatMap(([name, { article }]) => (article === undefined ? [] : [{ id: article, keys: ["tips", name, "article"] }])),
	];
	return named.flatMap(({ id, keys }) => {
		const lost = look({ file, path: "data/widget.yml", keys, id });
		if (!lost) return [];
		const { place, how, meant, now = meant, fix } = lost;
		const finding = error("widget/article", file, place, {
			what: `${id} ${how}${didYouMean(meant)}`,
			why: "The widget leaves it out.",
			remedy: now ? `Write ${now}` : "Name an article by its path below the locale, or take it out.",
		});
		return [withFix(finding, fix)];
	});
}

function lostTopics({ data: { widget: file, categories } }: Content): Finding[] {
	if (!categories.data) return [];
	const known = categoryPaths(categories.data);
	const guess = createMeant(() => known);
	return (file.data?.pages ?? []).flatMap(({ topic }, page) => {
		if (topic === undefined || known.includes(topic)) return [];
		const meant = guess(topic);
		return [
			error("widget/topic", file, file.locateValue(["pages", page, "topic"]), {
				what: `there is no topic ${topic}${didYouMean(meant)}`,
				why: "The widget suggests nothing on these pages.",
				remedy: meant ? `Write ${meant}` : `Use a topic of ${categories.file}: ${known.join(", ")}.`,
			}),
		];
	});
}
