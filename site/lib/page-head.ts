/** What the head of a built page tells search engines. */
export interface PageHead {
	/** Address that the page names as its own; null where it is none of theirs. */
	canonical: string | null;
	/** The page in other languages, itself among them. */
	alternates: { lang: string; url: string }[];
}

/** Reads a built page as search engines do. */
export function readPageHead(html: string): PageHead {
	const head = /<head>[\s\S]*?<\/head>/.exec(html)?.[0] ?? "";
	const hidden = /<meta name="robots" content="noindex"/.test(head);
	const canonical = /<link rel="canonical" href="([^"]+)"/.exec(head)?.[1];
	const alternates = [...head.matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"/g)];
	return {
		canonical: hidden ? null : (canonical ?? null),
		alternates: alternates.map(([, lang = "", url = ""]) => ({ lang, url })),
	};
}
