import type { Finding } from "#site/lib/finding.ts";
import { translationDebt } from "#site/lib/translation.ts";
import { isLocale } from "#site/schemas/locale.ts";
import { categoryPaths } from "../build-content.ts";
import type { Article, Content, Rule } from "../model.ts";
import { error, warning } from "../report.ts";

/**
 * translation/language: a folder of articles is named by a language. translation/source: a translation has an article to be one of. translation/outdated: it says what its source says since the last
 * major change. translation/names: topics have names in every language that has a file of names; what is named there exists.
 */
export const translations: Rule = (content) => [
	...misnamed(content),
	...content.articles
		.filter(({ locale }) => locale !== content.defaultLocale)
		.flatMap((article) => [...sourceless(article, content), ...outdated(article, content)]),
	...names(content),
	...supportWords(content),
];

function misnamed({ articles }: Content): Finding[] {
	const first = new Map(articles.toReversed().map((article) => [article.locale, article]));
	return [...first.values()]
		.filter(({ locale }) => !isLocale(locale))
		.map((article) =>
			error(
				"translation/language",
				article,
				{ line: 1, column: 1 },
				{
					what: `the folder ${article.locale} is named by no language`,
					why: "Numbers and plurals are written by that name; the build would stop.",
					remedy: "Rename it, like de or pt-BR (with a hyphen).",
				},
			),
		);
}

function sourceless(article: Article, { byId, defaultLocale }: Content): Finding[] {
	const { translation } = article.frontMatter;
	if (!translation || byId.has(`${defaultLocale}:${article.id}`)) return [];
	return [
		error("translation/source", article, article.frontMatter.locate(["translation"]), {
			what: `there is no articles/${defaultLocale}/${article.id}.mdx that this could be a translation of`,
			why: "Type, topic, owner and review of a translation are those of its source.",
			remedy: "Move it to the path of its source; or, if it has none, replace `translation` by fields of its own, type and owner first.",
		}),
	];
}

function outdated(article: Article, { byId, defaultLocale }: Content): Finding[] {
	const source = byId.get(`${defaultLocale}:${article.id}`)?.frontMatter.data;
	const checked = article.frontMatter.data?.translation?.checked;
	const change = source && checked ? translationDebt(source.changes, checked) : null;
	if (!change || article.draft || article.archived) return [];
	return [
		warning("translation/outdated", article, article.frontMatter.locate(["translation", "checked"]), {
			what: `the source has changed since ${checked}: ${change.what} (${change.on})`,
			why: "Readers of this language are told something that does not hold any more; the page says so.",
			remedy: "Bring the translation up to date, then set translation.checked to today.",
		}),
	];
}

function names({ locales, data }: Content): Finding[] {
	const topics = new Set(categoryPaths(data.categories.data ?? []));
	return [...locales].flatMap(([locale, file]) => {
		if (!file.data) return [];
		const named = Object.keys(file.data.categories);
		const missing = [...topics].filter((id) => !named.includes(id));
		return [
			...named
				.filter((id) => !topics.has(id))
				.map((id) =>
					warning("translation/names", file, file.locate(["categories", id]), {
						what: `${id} is no topic of data/categories.yml`,
						why: "Its name is shown nowhere.",
						remedy: "Correct the path, or delete it.",
					}),
				),
			...(missing.length > 0
				? [
						warning("translation/names", file, file.locate(["categories"]), {
							what: `these topics have no name in ${locale}: ${missing.join(", ")}`,
							why: "Readers of this language see the name in the centre's first one.",
							remedy: "Give each a title and a summary.",
						}),
					]
				: []),
		];
	});
}

/** Words for what `support.yml` does not have: a typing error, or something that is gone. */
function supportWords({ locales, data }: Content): Finding[] {
	const support = data.support.data;
	if (!support) return [];
	const there = {
		categories: support.ticketCategories.map(({ id }) => id),
		phones: support.channels.phones.map(({ label }) => label),
		holidays: support.holidays.map(({ name }) => name),
		incidents: support.incidents.map(({ id }) => id),
	};
	const lists = Object.keys(there) as (keyof typeof there)[];
	return [...locales.values()].flatMap((file) =>
		lists.flatMap((list) =>
			Object.keys(file.data?.support[list] ?? {})
				.filter((key) => !there[list].includes(key))
				.map((key) =>
					warning("translation/names", file, file.locate(["support", list, key]), {
						what: `${key} is not in data/support.yml`,
						why: "These words are shown nowhere.",
						remedy: "Write it as it stands there, or delete it.",
					}),
				),
		),
	);
}
