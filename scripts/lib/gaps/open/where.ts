import type { SiteData } from "#site/schemas/site.ts";
import { hostOfAddress } from "#site/schemas/repository.ts";
import { createGitHub } from "./github.ts";
import { createGitLab } from "./gitlab.ts";
import { HostRefusal, type GitHost } from "./git-host.ts";

/** Hosts whose API is known. */
export const openHosts = ["github", "gitlab"] as const;
type OpenHost = (typeof openHosts)[number];

/** What a person said on the command line. */
export interface Wishes {
	repository?: string | undefined;
	host?: OpenHost | undefined;
	apiUrl?: string | undefined;
	base?: string | undefined;
}

/** Where a change goes. */
export interface Where {
	host: OpenHost;
	/** `owner/name` */
	repository: string;
	apiUrl: string;
	/** Branch that the change is for. */
	base: string;
	/** Path of the content folder in the repository; empty where it is the repository itself. */
	folder: string;
	token: string;
}

const tokens: Record<OpenHost, string> = { github: "GITHUB_TOKEN", gitlab: "GITLAB_TOKEN" };

/**
 * Where to open a change: what was asked for, else the repository of site.yml.
 *
 * @throws HostRefusal when nobody says where, the host's API is not known, or its token is missing
 */
export function whereToOpen({ repository: told }: Pick<SiteData, "repository">, wishes: Wishes, env: Readonly<Record<string, string | undefined>>): Where {
	const known = told && (told.host ?? hostOfAddress(told.url));
	const host = wishes.host ?? openHosts.find((one) => one === known) ?? (wishes.repository !== undefined ? "github" : undefined);
	if (!host)
		throw told
			? new HostRefusal(
					`Nothing can be opened on ${known ?? "this host"}.`,
					"Only GitHub and GitLab are spoken to.",
					"Use --branch, then push it and open the request by hand.",
				)
			: new HostRefusal(
					"Nobody says where the repository is.",
					"content/data/site.yml has no repository.",
					"Add it there, or name it with --repository owner/name.",
				);
	const repository = wishes.repository ?? (told ? new URL(told.url).pathname.replace(/^\/+|\/+$|\.git\/?$/g, "") : "");
	const token = env[tokens[host]]?.trim() ?? "";
	if (token === "")
		throw new HostRefusal(
			`There is no ${tokens[host]}.`,
			"The host lets nobody in without one.",
			`Set the variable ${tokens[host]} to a token that may write to ${repository}.`,
		);
	return {
		host,
		repository,
		token,
		apiUrl: (wishes.apiUrl ?? apiOf(host, wishes.repository === undefined ? told?.url : undefined)).replace(/\/+$/, ""),
		base: wishes.base ?? told?.branch ?? "main",
		folder: told?.folder ?? "content",
	};
}

/** The API of a host by the address of a repository; that of the host's own cloud without one. */
function apiOf(host: OpenHost, address: string | undefined): string {
	const url = address === undefined ? undefined : new URL(address);
	if (host === "gitlab") return `${url?.origin ?? "https://gitlab.com"}/api/v4`;
	return !url || url.hostname === "github.com" || url.hostname === "www.github.com" ? "https://api.github.com" : `${url.origin}/api/v3`;
}

/** The host that a change goes to. */
export function connect({ host, apiUrl, repository, token }: Where): GitHost {
	return host === "github" ? createGitHub(apiUrl, repository, token) : createGitLab(apiUrl, repository, token);
}
