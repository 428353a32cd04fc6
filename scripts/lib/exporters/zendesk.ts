import { posix } from "node:path";
import type { Root } from "mdast";
import { escapeHtml } from "#site/lib/escape-html.ts";
import type { Entry } from "./centre.ts";
import type { Exporter, Sink, Source } from "./exporter.ts";
import { plainBody } from "./plain-tree.ts";
import { rewriteAddresses } from "./rewrite-addresses.ts";
import { toHtml } from "./to-html.ts";
import { stableId } from "./zendesk-ids.ts";
import type { ZendeskExport } from "./zendesk-schema.ts";
import { makeSections } from "./zendesk-sections.ts";

type Article = ZendeskExport["articles"][number];
type Attachment = ZendeskExport["article_attachments"][number];

const document = "help_center.json";
const filesFolder = "article_attachments";
const contentTypes: Record<string, string> = {
	".svg": "image/svg+xml",
	".png": "image/png",
	".jpg": "image/jpeg",
	".jpeg": "image/jpeg",
	".gif": "image/gif",
	".webp": "image/webp",
	".avif": "image/avif",
};

/** What Zendesk's Help Center API would answer (`zendesk-schema.ts`), and the pictures beside it. */
export const zendesk: Exporter = { document, write };

async function write(source: Source, sink: Sink): Promise<void> {
	const { centre } = source;
	const { categories, sections } = makeSections(centre);
	await sink.append(
		document,
		`{"generator":"tier-zero zendesk","version":1,"categories":${JSON.stringify(categories)},"sections":${JSON.stringify(sections)},"articles":[`,
	);
	const attachments = new Map<number, { attachment: Attachment; path: string }>();
	const positions = new Map<number, number>();
	let separator = "\n";
	for await (const { entry, tree } of source.articles()) {
		const article = exportArticle(source, entry, tree, (path) => {
			const attachment = attach(source, entry, path);
			attachments.set(attachment.id, { attachment, path });
			return attachment.content_url;
		});
		const position = positions.get(article.section_id) ?? 0;
		positions.set(article.section_id, position + 1);
		await sink.append(document, `${separator}${JSON.stringify({ ...article, position })}`);
		separator = ",\n";
	}
	await sink.append(document, `\n],"article_attachments":${JSON.stringify([...attachments.values()].map(({ attachment }) => attachment))}}\n`);
	for (const { attachment, path } of attachments.values()) await sink.copy(path, decodeURI(attachment.content_url));
}

function exportArticle({ centre, places }: Source, entry: Entry, tree: Root, attached: (path: string) => string): Article {
	const { data, locale, category, address } = entry;
	const { url } = centre.site;
	const body = plainBody(tree, "html");
	rewriteAddresses(body.tree, {
		link: (to) => (to.startsWith("/") && !to.startsWith("//") ? `${url}${to}` : to),
		image(from) {
			const path = places.image(entry, from);
			return path === undefined ? from : attached(path);
		},
	});
	return {
		id: articleId(entry),
		...{ title: data.title, name: data.title, body: `<p>${escapeHtml(data.summary)}</p>\n${toHtml(body.tree)}` },
		...{ section_id: stableId(`section:${category}`), author_id: null, position: 0 },
		...{ locale, source_locale: locale, html_url: `${url}${encodeURI(address)}` },
		...{ draft: data.draft, promoted: data.featured, outdated: data.archived, label_names: data.keywords },
		...{ comments_disabled: true, permission_group_id: null, user_segment_id: null, vote_sum: 0, vote_count: 0 },
		...moments(entry),
		edited_at: moments(entry).updated_at,
	};
}

function articleId({ locale, id }: Entry): number {
	return stableId(`article:${locale}/${id}`);
}

/** Git knows when an article was last changed; else its review says when it was last true. */
function moments({ data, updated }: Entry): { created_at: string; updated_at: string } {
	const last = updated ?? data.lastReviewed;
	const first = [data.released, data.lastReviewed, last].filter((day) => day !== undefined).sort()[0] ?? last;
	return { created_at: `${first}T00:00:00Z`, updated_at: `${last}T00:00:00Z` };
}

function attach({ size }: Source, entry: Entry, path: string): Attachment {
	const name = posix.basename(path);
	const id = stableId(`attachment:${entry.locale}/${entry.id}:${path}`);
	return {
		...{ id, article_id: articleId(entry), file_name: name },
		content_type: contentTypes[posix.extname(name).toLowerCase()] ?? "application/octet-stream",
		content_url: encodeURI(`${filesFolder}/${id}/${name}`),
		...{ size: size(path), inline: true },
		...moments(entry),
	};
}
