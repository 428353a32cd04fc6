import { escapeHtml } from "./escape-html.ts";

/** What browsers show of the centre's search. */
export interface OpenSearchAbout {
	name: string;
	description: string;
	/** Address of the site. */
	site: URL;
	/** Begins the addresses of the language. Example: `/de` */
	base: string;
	locale: string;
}

/** The longest name that the format allows. */
const longest = 16;

/** Shortened between words where there are several. */
function shortName(name: string): string {
	if (name.length <= longest) return name;
	const cut = name.slice(0, longest + 1);
	return (cut.includes(" ") ? cut.slice(0, cut.lastIndexOf(" ")) : cut.slice(0, longest)).trim();
}

/** The description with which a browser searches the centre from its address bar (OpenSearch 1.1). */
export function openSearch({ name, description, site, base, locale }: OpenSearchAbout): string {
	const address = (path: string) => escapeHtml(new URL(path, site).href);
	return `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
	<ShortName>${escapeHtml(shortName(name))}</ShortName>
	<LongName>${escapeHtml(name.slice(0, 48))}</LongName>
	<Description>${escapeHtml(description)}</Description>
	<Language>${locale}</Language>
	<InputEncoding>UTF-8</InputEncoding>
	<Image width="16" height="16" type="image/svg+xml">${address("/favicon.svg")}</Image>
	<Url type='text/html' template="${address(`${base}/search/`)}?q={searchTerms}"/>
	<Url type="application/opensearchdescription+xml" rel="self" template="${address(`${base}/opensearch.xml`)}"/>
</OpenSearchDescription>
`;
}
