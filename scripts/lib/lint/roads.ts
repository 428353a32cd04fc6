/** A road that is closed: files under `from` import nothing under `to`. Paths are beginnings of paths from the project's root; "" is all of it. */
export interface ClosedRoad {
	from: string[];
	to: string[];
	/** What of `to` is open all the same. */
	except?: string[];
	/** Whether `import type` may pass. Default: no */
	types?: boolean;
	/** Why it is closed, and what to do instead. */
	message: string;
}

/** Every closed road of the project. The first that an import meets is reported, so the narrow ones stand first. */
const closedRoads: ClosedRoad[] = [
	{
		from: ["site/search/"],
		to: [""],
		except: ["site/search/"],
		message:
			"site/search/ runs in the browser, in scripts and in the Worker, so it imports nothing of the project but itself. Hand in what it needs as a parameter, or move that here.",
	},
	{
		from: ["site/strings/"],
		to: [""],
		except: ["site/strings/"],
		message: "site/strings/ is read by pages, islands and the Worker, so it imports nothing of the project but itself. Hand in what it needs as a parameter.",
	},
	{
		from: ["site/ask/"],
		to: [""],
		except: ["site/ask/", "site/lib/", "site/strings/", "worker/contract/"],
		message:
			"site/ask/ also runs in pages of others, so it knows nothing of this site's pages, of what its browser remembers, or of where the Worker is. Hand in what it needs.",
	},
	{
		from: ["site/widget/"],
		to: [""],
		except: [
			...["site/widget/", "site/ask/", "site/lib/", "site/search/", "site/strings/", "site/styles/", "worker/contract/"],
			...["site/enhancements/contact/deliver.ts", "site/enhancements/contact/changes.ts"],
		],
		types: true,
		message:
			"site/widget/ runs in pages of others, so it knows nothing of this site's pages or of what its browser remembers. Hand in what it needs, or move that to site/lib/.",
	},
	{
		from: ["site/browser/"],
		to: ["site/islands/", "site/enhancements/", "site/components/", "site/pages/"],
		message: "site/browser/ stands below islands and enhancements, which share it. Move what they need of each other to site/browser/.",
	},
	{
		from: ["worker/contract/"],
		to: [""],
		except: ["worker/contract/"],
		message:
			"worker/contract/ is read on both sides of the wire, so it imports nothing of the project but itself. Hand in what it needs as a parameter, or move that here.",
	},
	{
		from: ["site/schemas/"],
		to: [""],
		except: ["site/schemas/", "worker/contract/"],
		message:
			"The road is content → site/schemas → astro: a schema imports nothing of the project but other schemas, and worker/contract/ for what the Worker reads too. Hand in what it needs as a parameter.",
	},
	{
		from: ["site/", "worker/", "scripts/"],
		to: ["content/", "dist/"],
		message:
			"The content folder can live anywhere, and dist/ is a result: no code imports them. Read content through site/lib/content-data.ts or astro:content.",
	},
	{
		from: ["site/", "worker/", "scripts/"],
		to: ["tests/"],
		message: "Only tests import tests. Move what both need to where it belongs.",
	},
	{
		from: ["site/", "worker/"],
		to: ["scripts/"],
		message: "scripts/ stands on top of site/ and worker/, which know nothing of it. Move what both need to site/lib/.",
	},
	{
		from: ["worker/"],
		to: ["site/"],
		except: ["site/search/", "site/strings/"],
		message:
			"The Worker takes nothing from the site, not even types, but the leaves site/search/ and site/strings/. What both sides need belongs into worker/contract/.",
	},
	{
		from: ["site/"],
		to: ["worker/"],
		except: ["worker/contract/"],
		types: true,
		message: "The site takes only types from the Worker: write `import type`. A value that both sides need belongs into worker/contract/.",
	},
	{
		from: ["scripts/"],
		to: ["site/"],
		except: ["site/lib/", "site/schemas/", "site/search/", "site/strings/"],
		types: true,
		message: "A script takes site/lib/, site/schemas/ and site/search/ from the site. Move what it needs to site/lib/.",
	},
];

/** Files whose code runs in the browser; so does every `<script>` of an .astro file. */
export const browserCode = [
	"site/ask/",
	"site/islands/",
	"site/enhancements/",
	"site/offline/",
	"site/widget/",
	"site/search/",
	"site/browser/",
	"site/api-client.ts",
	"site/lib/describe-trail.ts",
];

/** Packages that browser code must not reach, on whatever way. */
export const notForBrowsers = /^(zod(\/|$)|node:)/;

/** Whether a path from the project's root lies under one of these beginnings. */
export function under(file: string, beginnings: string[]): boolean {
	return beginnings.some((beginning) => file.startsWith(beginning));
}

/** The closed road that an import would take, if any. */
export function closedRoad(from: string, to: string, typeOnly: boolean): ClosedRoad | undefined {
	return closedRoads.find((road) => under(from, road.from) && under(to, road.to) && !under(to, road.except ?? []) && !(typeOnly && road.types));
}
