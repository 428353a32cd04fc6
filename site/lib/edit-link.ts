import { hostOfAddress, type GitHost, type Repository } from "#site/schemas/repository.ts";

interface EditSettings {
	repository?: Repository | undefined;
	editBase?: string | undefined;
}

/** A repository's address, branch and file, made fit for an address. */
interface Target {
	url: string;
	branch: string;
	file: string;
}

/** How each host addresses its page for editing one file. */
const editors: Record<GitHost, (target: Target) => string> = {
	github: ({ url, branch, file }) => `${url}/edit/${branch}/${file}`,
	gitlab: ({ url, branch, file }) => `${url}/-/edit/${branch}/${file}`,
	bitbucket: ({ url, branch, file }) => `${url}/src/${branch}/${file}?mode=edit&at=${encodeURIComponent(decodeURIComponent(branch))}`,
	gitea: ({ url, branch, file }) => `${url}/_edit/${branch}/${file}`,
	azure: ({ url, branch, file }) => `${url}?path=/${file}&version=GB${encodeURIComponent(decodeURIComponent(branch))}`,
};

/**
 * Address at which a writer edits an article; null when the centre says nowhere where its articles are kept.
 * @param article path below `articles/`. Example: `en/data-entry/add-esg-data.mdx`
 */
export function editLink({ repository, editBase }: EditSettings, article: string): string | null {
	if (!repository) return editBase ? `${editBase.replace(/\/+$/, "")}/${encodePath(article)}` : null;
	const url = repository.url.replace(/\/+$/, "").replace(/\.git$/, "");
	const host = repository.host ?? hostOfAddress(url);
	if (!host) return null;
	return editors[host]({ url, branch: encodePath(repository.branch), file: encodePath(`${repository.folder}/articles/${article}`) });
}

/** Escapes each part of a path and drops empty ones. */
function encodePath(path: string): string {
	return path
		.split("/")
		.filter((part) => part !== "" && part !== ".")
		.map(encodeURIComponent)
		.join("/");
}
