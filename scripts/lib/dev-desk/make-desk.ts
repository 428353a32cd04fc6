import { reviewDue } from "#site/lib/dates.ts";
import { countFindings, type Finding } from "#site/lib/finding.ts";
import { editorLink, type Desk, type DeskArticle, type DeskFinding } from "#site/lib/writer-desk.ts";
import type { Article, Content } from "../checks/model.ts";

/**
 * What the writer's desk shows, from a check.
 * @param locate absolute path of a file named in findings
 */
export function makeDesk(content: Content, findings: Finding[], locate: (file: string) => string): Desk {
	const byFile = Map.groupBy(findings, ({ file }) => file);
	function shown(file: string): DeskFinding[] {
		return (byFile.get(file) ?? []).map(({ level, rule, line, column, what, why, remedy }) => ({
			...{ level, rule, line, column, what, why, remedy },
			editor: editorLink(locate(file), line, column),
		}));
	}
	function toArticle({ file, address, title, id, draft, archived, frontMatter: { raw, data } }: Article): DeskArticle {
		return {
			file,
			editor: editorLink(locate(file)),
			findings: shown(file),
			address,
			title: title ?? id,
			draft,
			owner: typeof raw["owner"] === "string" ? raw["owner"] : undefined,
			due: data && !archived ? reviewDue(data.lastReviewed, data.reviewEvery) : undefined,
		};
	}
	const articles = content.articles.map(toArticle);
	const known = new Set(articles.map(({ file }) => file));
	const others = [...byFile.keys()].filter((file) => !known.has(file));
	return {
		today: content.today,
		...countFindings(findings),
		articles,
		files: others.map((file) => ({ file, editor: editorLink(locate(file)), findings: shown(file) })),
	};
}
