import * as z from "zod";

/** Git hosts whose editing pages are known. Forgejo (Codeberg) is `gitea`. */
export const gitHosts = ["github", "gitlab", "bitbucket", "gitea", "azure"] as const;

export type GitHost = (typeof gitHosts)[number];

const known: [RegExp, GitHost][] = [
	[/(^|\.)github\.com$/, "github"],
	[/(^|\.)gitlab\./, "gitlab"],
	[/(^|\.)bitbucket\.org$/, "bitbucket"],
	[/(^|\.)(codeberg\.org|gitea\.com)$|^(gitea|forgejo)\./, "gitea"],
	[/(^|\.)dev\.azure\.com$|\.visualstudio\.com$/, "azure"],
];

/** The host that an address tells by its name; undefined for a server of one's own with another name. */
export function hostOfAddress(url: string): GitHost | undefined {
	if (!URL.canParse(url)) return undefined;
	const { hostname } = new URL(url);
	return known.find(([pattern]) => pattern.test(hostname))?.[1];
}

/** Where the content folder is kept, for "Edit this article". */
export const repositorySchema = z
	.strictObject({
		/** Address of the repository, as the browser shows it. Example: `https://github.com/example/help-centre` */
		url: z.url({ protocol: /^https?$/, error: "must be the address that the browser shows, like `https://github.com/example/help-centre`" }),
		/** Kind of git host. Only needed where the address does not tell it. Default: as the address says. */
		host: z.enum(gitHosts).optional(),
		/** Branch that writers change. Default: `main` */
		branch: z.string().trim().min(1).default("main"),
		/** Path of the content folder in the repository; empty where it is the repository itself. Default: `content` */
		folder: z.string().trim().default("content"),
	})
	.superRefine(({ url, host }, context) => {
		if (host || !/^https?:\/\//.test(url) || hostOfAddress(url)) return;
		context.addIssue({ code: "custom", path: ["url"], message: `must have a \`host\` beside it, since it does not tell: ${gitHosts.join(", ")}` });
	});

export type Repository = z.infer<typeof repositorySchema>;
