import { splitArticlePath } from "../article-path.ts";
import type { Article, Content } from "../checks/model.ts";
import type { History } from "../checks/published/history.ts";

/** What a change does to the address of an article. */
export interface AddressChange {
	kind: "new" | "changed" | "moved" | "removed";
	/** Example: `/data-entry/add-esg-data/` */
	address: string;
	/** Of a moved article: the address it had. */
	from?: string;
	/** Readers do not see it yet. */
	draft: boolean;
}

/** The articles that a change adds, touches, moves or removes, in the order of their addresses. */
export function addressChanges({ changed, past }: Pick<History, "changed" | "past">, content: Pick<Content, "articles" | "prefix">): AddressChange[] {
	const now = new Map(content.articles.map((each): [string, Article] => [each.path, each]));
	const before = new Map(past.filter(({ base }) => base !== undefined).map((file) => [file.path, file]));
	const movedTo = new Set([...before.values()].flatMap(({ path, renamedTo }) => (changed.has(path) && !now.has(path) ? (renamedTo ?? []) : [])));
	return [...changed]
		.flatMap((path): AddressChange[] => {
			const old = before.get(path);
			const current = now.get(path);
			if (current) {
				if (old) return [{ kind: "changed", address: current.address, draft: current.draft }];
				return movedTo.has(path) ? [] : [{ kind: "new", address: current.address, draft: current.draft }];
			}
			const from = addressOf(path, content);
			if (!old || from === undefined) return [];
			const target = now.get(old.renamedTo ?? "");
			return [target ? { kind: "moved", address: target.address, from, draft: target.draft } : { kind: "removed", address: from, draft: false }];
		})
		.sort((a, b) => a.address.localeCompare(b.address));
}

function addressOf(path: string, { prefix }: Pick<Content, "prefix">): string | undefined {
	const article = splitArticlePath(path);
	return article && `${prefix(article.locale)}/${article.id}/`;
}
