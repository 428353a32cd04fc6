import { render, type CollectionEntry } from "astro:content";
import * as jsx from "astro/jsx-runtime";
import { pictures } from "virtual:article-pictures";
import { preparedCollection } from "./prepared-articles.ts";

type Entry = CollectionEntry<"articles"> | CollectionEntry<"translations">;
type Content = Awaited<ReturnType<typeof render>>["Content"];
type Props = { components?: Record<string, unknown> };

const made = new WeakMap<Entry, Content>();

/** The component that shows the text of an article. */
export async function contentOf(entry: Entry): Promise<Content> {
	const content = made.get(entry) ?? (await fromCode(entry)) ?? (await render(entry)).Content;
	made.set(entry, content);
	return content;
}

async function fromCode(entry: Entry): Promise<Content | null> {
	const { filePath, collection } = entry;
	if (filePath === undefined || ("deferredRender" in entry && entry.deferredRender === true)) return null;
	const prepared = preparedCollection(collection);
	if (!prepared) return null;
	const found = await prepared.codeOf(filePath);
	if (!found) throw new Error(`${filePath} changed while the site was built.\n  Do:  Build again.`);
	// eslint-disable-next-line @typescript-eslint/no-implied-eval -- the code of an article, which is as trusted as a module of it would be
	const make = new Function("jsx", "pictures", found.code) as (...given: unknown[]) => (props: Props) => unknown;
	const article = make(jsx, pictures);
	const content = (props: Props = {}) =>
		article({ ...props, components: { Fragment: jsx.Fragment, ...props.components, "astro-image": props.components?.["img"] } });
	// What Astro puts on a module of MDX.
	const marks = { "mdx-component": true, "astro.needsHeadRendering": true, "astro:renderer": "astro:jsx" };
	for (const [name, value] of Object.entries(marks)) Object.assign(content, { [Symbol.for(name)]: value });
	Object.assign(content, { moduleId: filePath });
	return content as unknown as Content;
}
