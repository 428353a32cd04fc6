import type { Finding } from "#site/lib/finding.ts";
import { nearest } from "#site/lib/nearest.ts";
import type { Article, Element, Rule } from "../model.ts";
import { error } from "../report.ts";

/** Components an article can use, what they must say, and where they must stand. */
export const components: Record<string, { needs?: string[]; inside?: string }> = {
	QuickAnswer: {},
	BeforeYouStart: {},
	Steps: {},
	Step: { needs: ["title"], inside: "Steps" },
	Note: {},
	Tip: {},
	Warning: {},
	Troubleshooter: {},
	Check: { needs: ["id", "ask"], inside: "Troubleshooter" },
	Choice: { needs: ["to"], inside: "Check" },
	Outcome: { needs: ["id", "title"], inside: "Troubleshooter" },
	Troubleshooting: {},
	Problem: { needs: ["title"], inside: "Troubleshooting" },
	Cause: { inside: "Problem" },
	Solution: { inside: "Problem" },
	IfThisFails: { inside: "Troubleshooting" },
	Screenshot: {},
	Video: { needs: ["title", "src"] },
	Faq: {},
	Question: { needs: ["title"], inside: "Faq" },
};

const forbiddenHtml = new Set(["script", "style", "iframe", "object", "embed", "form", "link", "meta", "base"]);

/** template/unknown-component, template/component-attribute, template/component-place, template/html. */
export const knownComponents: Rule = ({ articles }) =>
	articles.flatMap((article) => (article.body?.elements ?? []).flatMap((element) => checkElement(article, element)));

function checkElement(article: Article, element: Element): Finding[] {
	const { name } = element;
	if (forbiddenHtml.has(name)) {
		return [
			error("template/html", article, element, {
				what: `<${name}> is not allowed in an article`,
				why: "Articles hold text and pictures; scripts, styles and frames would reach every reader.",
				remedy: "Delete it. For a film use <Video>.",
			}),
		];
	}
	if (!/^[A-Z]/.test(name) && !name.includes(".")) {
		const meant = Object.keys(components).find((known) => known.toLowerCase() === name.toLowerCase());
		return meant && name !== "video" ? [unknown(article, element, meant)] : [];
	}
	const component = Object.hasOwn(components, name) ? components[name] : undefined;
	if (!component) return [unknown(article, element, nearest(name, Object.keys(components)))];
	const missing = (component.needs ?? []).filter((attribute) => !element.attributes[attribute]?.trim());
	return [
		...missing.map((attribute) =>
			error("template/component-attribute", article, element, {
				what: `<${name}> has no ${attribute}`,
				why: attribute === "to" ? "It names the part that the answer leads to." : "It is shown to readers and makes the address that links point to.",
				remedy: `Write <${name} ${attribute}="…">.`,
			}),
		),
		...(component.inside && !element.parents.some((parent) => parent.name === component.inside)
			? [
					error("template/component-place", article, element, {
						what: `<${name}> stands outside <${component.inside}>`,
						why: `It is a part of <${component.inside}> and is shown rightly only there.`,
						remedy: `Move it between <${component.inside}> and </${component.inside}>.`,
					}),
				]
			: []),
	];
}

function unknown(article: Article, element: Element, meant: string | undefined): Finding {
	const known = Object.keys(components).join(", ");
	return error("template/unknown-component", article, element, {
		what: `<${element.name}> is not a known component; known: ${known}${meant ? `  (did you mean <${meant}>?)` : ""}`,
		why: "The build fails on a component that nobody provides.",
		remedy: meant ? `Write <${meant}>.` : "Use one of the known components, or write the tag as code, `<…>`, if readers should see it.",
	});
}
