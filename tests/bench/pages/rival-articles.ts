/**
 * An article for Starlight, from its Markdown twin: title and summary become front matter, addresses those of the site, and pictures
 * are looked for under `/pictures/`.
 * @throws Error when the text does not begin as a twin does
 */
export function rivalArticle(twin: string, url: string): string {
	const [, title, summary = "", body] = /^# (.+)\n\n(?:> (.+)\n\n)?<[^>]+>\n\n([\s\S]*)$/.exec(twin) ?? [];
	if (title === undefined || body === undefined) throw new Error(`This is no Markdown twin: ${twin.slice(0, 200)}`);
	const text = body.replaceAll(`${url}/_astro/`, "/pictures/").replaceAll(`${url}/`, "/");
	return `---\ntitle: ${JSON.stringify(title)}\ndescription: ${JSON.stringify(summary)}\n---\n\n${text}`;
}

/** Starlight's home page: its splash with a link to the first article of each topic. */
export function rivalHome(name: string, topics: Record<string, string>, articles: string[]): string {
	const links = Object.entries(topics).flatMap(([slug, title]) => {
		const first = articles.find((id) => id.startsWith(`${slug}/`));
		return first === undefined ? [] : [`- [${title}](/${first}/)`];
	});
	return `---\ntitle: ${JSON.stringify(name)}\ntemplate: splash\nhero:\n  tagline: How can we help?\n---\n\n${links.join("\n")}\n`;
}
