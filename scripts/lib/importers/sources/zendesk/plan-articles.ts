import { escapeHtml } from "#site/lib/escape-html.ts";
import type { Note } from "../../notes.ts";
import { slugOfName } from "../../plan/slug.ts";
import type { SourceArticle } from "../../source.ts";
import { dayOf } from "../json/fields.ts";
import type { Locales } from "../json/locales.ts";
import { comparePlaces, type JsonExport } from "../json/open-json.ts";
import { oldAddresses, slugIn, type Folders } from "./plan-folders.ts";
import type { Version, ZendeskExport } from "./read-export.ts";
import { articleSchema, translationSchema, type Attachment } from "./records.ts";

/** The articles of an export with their places. */
export interface ArticlePlan {
	articles: { article: SourceArticle; version: Version }[];
	/** Key of an article in the first of some locales that it has; undefined among them asks for any. */
	keyOf(id: string, locales: (string | undefined)[]): string | undefined;
	notes: Note[];
}

interface Around {
	json: JsonExport;
	locales: Locales;
	folders: Folders;
}

/** Every text of every article; all languages of one stand at the same place of their locale's folder. */
export function planArticles(found: ZendeskExport, around: Around): ArticlePlan {
	const notes: Note[] = [];
	const listed = Map.groupBy(
		[...found.attachments.values()].filter(({ inline }) => inline === false),
		({ article_id }) => article_id ?? "",
	);
	const articles = [...found.articles].flatMap(([id, versions]) => {
		const all = [...versions.values()];
		const standard = versions.get(around.locales.sourceStandard) ?? all[0];
		const base = all.find(({ isTranslation }) => !isTranslation) ?? standard;
		if (!standard || !base) return [];
		const folder = around.folders.ofSection(base.section_id) ?? [];
		const path = [...folder, around.folders.nameIn(folder, slugOfName(slugIn(standard.html_url) ?? titleOf(standard) ?? id), id)];
		if (folder.length === 0) {
			const what = base.section_id ? `its section ${base.section_id} is not in the export` : "it has no section";
			notes.push({ kind: "person", file: nameOf(base), line: 1, what: `${what}; it stands in "general"` });
		}
		return all.map((version) => ({
			version,
			article: makeArticle(version, { base, path, files: listed.get(id) ?? [], tagNames: found.tags, segmentNames: found.segments, notes }, around),
		}));
	});
	return {
		articles: articles.sort((one, other) => comparePlaces(one.version.place, other.version.place)),
		notes,
		keyOf(id, wanted) {
			const versions = found.articles.get(id);
			const order = [...wanted.filter((one) => one !== undefined), around.locales.sourceStandard, ...(versions?.keys() ?? [])];
			const locale = order.find((one) => versions?.has(one));
			return locale === undefined ? undefined : keyOf(id, locale);
		},
	};
}

interface Belongings {
	/** The text that says what holds for all languages. */
	base: Version;
	path: string[];
	/** Files that are listed below it. */
	files: Attachment[];
	tagNames: ReadonlyMap<string, string>;
	segmentNames: ReadonlyMap<string, string>;
	notes: Note[];
}

function makeArticle(version: Version, { base, path, files, tagNames, segmentNames, notes }: Belongings, { json, locales }: Around): SourceArticle {
	const { id, locale } = version;
	const segments = [...new Set([base.user_segment_id, ...(base.user_segment_ids ?? [])])].filter((one) => one !== null && one !== undefined);
	const tags = (base.content_tag_ids ?? []).map((tag) => ({ tag, name: tagNames.get(tag) }));
	const say = (kind: Note["kind"], what: string) => void notes.push({ kind, file: nameOf(version), line: 1, what });
	if (segments.length > 0) {
		const names = segments.map((segment) => segmentNames.get(segment) ?? segment).join(", ");
		say("person", `only some people may read it (${names}); it came as a draft. Publish it only when everybody may read it`);
	}
	if (!version.hasText) say("person", "it has no text; it came as a draft");
	if (version.outdated) say("person", "it is marked as outdated, its original has changed since; look it through");
	return {
		key: keyOf(id, locale),
		file: nameOf(version),
		path,
		locale: locale === "" ? locales.standard : locales.folderOf(locale),
		title: titleOf(version),
		keywords: [...(base.label_names ?? []), ...tags.flatMap(({ name }) => name ?? [])],
		draft: (version.draft ?? base.draft ?? false) || segments.length > 0 || !version.hasText,
		featured: base.promoted ?? false,
		updated: dayOf(version.edited_at ?? version.updated_at ?? base.edited_at ?? base.updated_at),
		addresses: oldAddresses(version.html_url, locale || locales.sourceStandard, `articles/${id}`),
		leftOver: tags.some(({ name }) => name === undefined)
			? [`content_tag_ids: ${tags.flatMap(({ tag, name }) => (name === undefined ? tag : [])).join(" ")}`]
			: [],
		async read() {
			const text = await bodyOf(version, json);
			const rest = files.filter(
				({ id: file, content_url, locale: only }) =>
					(!only || only.toLowerCase() === locale) && !text.includes(`/${file}`) && !(content_url && text.includes(content_url)),
			);
			return { format: "html", text: rest.length > 0 ? `${text}\n${attachmentList(rest)}` : text, firstLine: 1 };
		},
	};
}

async function bodyOf({ place, nested, isTranslation, locale, hasText }: Version, json: JsonExport): Promise<string> {
	if (!hasText) return "";
	const value = await json.read(place);
	if (!isTranslation) return articleSchema.parse(value).body ?? "";
	if (!nested) return translationSchema.parse(value).body ?? "";
	return articleSchema.parse(value).translations?.find((translation) => translation.locale.toLowerCase() === locale)?.body ?? "";
}

/** Files that Zendesk lists below an article. */
function attachmentList(attachments: Attachment[]): string {
	const items = attachments.map(({ id, file_name, content_url }) => {
		const address = content_url ?? `/hc/article_attachments/${id}/${encodeURIComponent(file_name ?? "")}`;
		return `<li><a href="${escapeHtml(address)}">${escapeHtml(file_name ?? id)}</a></li>`;
	});
	return `<ul>${items.join("")}</ul>`;
}

function titleOf({ title, name }: Version): string | undefined {
	return title?.trim() || name?.trim() || undefined;
}

function nameOf({ place, id, locale }: Version): string {
	return locale === "" ? `${place.file}#${id}` : `${place.file}#${id}/${locale}`;
}

function keyOf(id: string, locale: string): string {
	return `${id}/${locale}`;
}
