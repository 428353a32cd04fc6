import type { Finding } from "#site/lib/finding.ts";
import type { ArticleType } from "#site/schemas/article.ts";
import type { Article, Body, Rule } from "../model.ts";
import { error, startOfBody } from "../report.ts";

interface Template {
	/** Components it must have. */
	sections: string[];
	/** Fewest steps, problems, questions. */
	Step?: number;
	Problem?: number;
	Question?: number;
	IfThisFails?: number;
	/** Fewest `##` headings of its own. */
	headings?: number;
}

/** What each type of article must have. */
const templates: Record<ArticleType, Template> = {
	"getting-started": { sections: ["QuickAnswer", "BeforeYouStart", "Steps"], Step: 3 },
	"how-to": { sections: ["QuickAnswer", "BeforeYouStart", "Steps", "Troubleshooting"], Step: 3, Problem: 1, IfThisFails: 1 },
	troubleshooting: { sections: ["QuickAnswer", "Troubleshooting"], Problem: 2, IfThisFails: 1 },
	reference: { sections: ["QuickAnswer"], headings: 2 },
	faq: { sections: ["Faq"], Question: 1 },
	"best-practices": { sections: ["QuickAnswer"], headings: 3 },
	"release-notes": { sections: [], headings: 2 },
};

const releaseHeadings = ["New", "Improved", "Fixed"];
const counted = ["Step", "Problem", "Question", "IfThisFails"] as const;
const containers = { Step: "Steps", Problem: "Troubleshooting", Question: "Faq", IfThisFails: "Troubleshooting" };

/** template/required-sections: the parts that readers rely on are there; in a stub they are still to come. */
export const requiredSections: Rule = ({ articles, defaultLocale }) =>
	articles.flatMap((article) =>
		article.body && article.type && !article.stub
			? [...sectionsOf(article, article.body, article.type), ...problemsOf(article, article.body), ...releaseNotes(article, article.body, defaultLocale)]
			: [],
	);

function sectionsOf(article: Article, body: Body, type: ArticleType): Finding[] {
	const template = templates[type];
	const names = body.elements.map(({ name }) => name);
	const headings = body.headings.filter(({ depth, parents }) => depth === 2 && parents.length === 0).length;
	const missing = template.sections.filter((section) => !names.includes(section));
	const findings = missing.map((section) =>
		need(article, `a ${type} article needs <${section}>`, `Add <${section}> … </${section}>; \`npm run new -- ${type} "…"\` shows the whole template.`),
	);
	for (const name of counted) {
		const least = template[name] ?? 0;
		const count = names.filter((other) => other === name).length;
		if (count < least && !missing.includes(containers[name]))
			findings.push(
				need(
					article,
					`a ${type} article needs at least ${least} <${name}>; there ${count === 1 ? "is" : "are"} ${count}`,
					`Add what is missing as <${name}> … </${name}>.`,
				),
			);
	}
	if (headings < (template.headings ?? 0)) {
		findings.push(
			need(
				article,
				`a ${type} article needs at least ${template.headings} sections with ##; there ${headings === 1 ? "is" : "are"} ${headings}`,
				"Divide the text under ## headings, so that readers can jump to their part.",
			),
		);
	}
	return findings;
}

function problemsOf(article: Article, body: Body): Finding[] {
	return body.elements
		.filter(({ name }) => name === "Problem")
		.flatMap((problem) =>
			["Cause", "Solution"]
				.filter((part) => !body.elements.some(({ name, parents }) => name === part && parents.includes(problem)))
				.map((part) =>
					error("template/required-sections", article, problem, {
						what: `the problem "${problem.attributes["title"] ?? ""}" has no <${part}>`,
						why: "A reader in trouble needs both: why it happens and what to do.",
						remedy: `Add <${part}> … </${part}> inside this <Problem>.`,
					}),
				),
		);
}

function releaseNotes(article: Article, body: Body, defaultLocale: string): Finding[] {
	if (article.type !== "release-notes") return [];
	const quick = body.elements
		.filter(({ name }) => name === "QuickAnswer")
		.map((element) =>
			error("template/required-sections", article, element, {
				what: "release notes have no <QuickAnswer>",
				why: "They answer no single question; their summary comes first.",
				remedy: "Turn it into the introducing sentence.",
			}),
		);
	// Headings are words of the locale; only the default locale's are known here.
	const others =
		article.locale === defaultLocale
			? body.headings.filter(({ depth, text, parents }) => depth === 2 && parents.length === 0 && !releaseHeadings.includes(text))
			: [];
	return [
		...quick,
		...others.map((heading) =>
			error("template/required-sections", article, heading, {
				what: `"${heading.text}" is not a section of release notes; allowed: ${releaseHeadings.join(", ")}`,
				why: "Readers find the same sections every month.",
				remedy: "Use one of the three headings, or ### below them.",
			}),
		),
	];
}

function need(article: Article, what: string, remedy: string): Finding {
	return error("template/required-sections", article, startOfBody(article), {
		what,
		why: "Readers know where to look because every article of a type has the same parts.",
		remedy,
	});
}
