import { addressKey } from "#contract/old-addresses.ts";
import { allArticles, redirects } from "./knowledge.ts";
import { createRedirectTable, oldAnchors, type OldAnchor } from "./redirects.ts";

let kept: Promise<Map<string, OldAnchor[]>> | undefined;

async function collect(): Promise<Map<string, OldAnchor[]>> {
	const fromArticles = (await allArticles()).flatMap(({ url, data }) => data.redirectFrom.map((from) => ({ from, to: url })));
	return oldAnchors(createRedirectTable([...redirects, ...fromArticles]));
}

/** Ids that an article's page keeps for links to places that were renamed. */
export async function oldIdsOf(url: string): Promise<OldAnchor[]> {
	kept ??= collect();
	return (await kept).get(addressKey(url)) ?? [];
}
