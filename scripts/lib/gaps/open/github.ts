import * as z from "zod";
import { encodePath, fieldsOf } from "./fields.ts";
import { HostRefusal, type GitHost, type Opened, type Words } from "./git-host.ts";
import { createHostClient } from "./host-client.ts";

const reference = z.object({ object: z.object({ sha: z.string() }) });
const made = z.object({ sha: z.string() });
const commit = z.object({ tree: z.object({ sha: z.string() }) });
const thing = z.object({ number: z.int(), html_url: z.string(), body: z.string().nullish(), pull_request: z.unknown().optional() });
const comparison = z.object({ commits: z.array(z.object({ commit: z.object({ message: z.string() }) })) });

const perPage = 100;
const mostPages = 10;

/**
 * A repository on GitHub or GitHub Enterprise: REST API, version 2022-11-28.
 *
 * @param repository `owner/name`
 * @see https://docs.github.com/en/rest/git, https://docs.github.com/en/rest/pulls/pulls and https://docs.github.com/en/rest/issues
 */
export function createGitHub(url: string, repository: string, token: string): GitHost {
	const { call } = createHostClient({
		url,
		token,
		headers: { accept: "application/vnd.github+json", "x-github-api-version": "2022-11-28" },
		needs: "Contents, Pull requests and Issues: read and write",
	});
	const repo = `/repos/${repository}`;

	/** Labels are a nicety: a token that may not set them is no reason to fail. */
	async function label(number: number, labels: readonly string[]): Promise<void> {
		await call({ method: "POST", path: `${repo}/issues/${number}/labels`, json: { labels }, accept: [403, 404, 410], again: true });
	}

	return {
		requestName: "pull request",
		async headOf(branch) {
			const { status, json } = await call({ path: `${repo}/git/ref/heads/${encodePath(branch)}`, accept: [404] });
			return status === 404 ? null : fieldsOf(reference, json).object.sha;
		},
		async blobAt(path, ref) {
			const { status, json } = await call({ path: `${repo}/contents/${encodePath(path)}?ref=${ref}`, accept: [404] });
			return status === 404 ? null : fieldsOf(made, json).sha;
		},
		async messagesOf(base, branch) {
			const { json } = await call({ path: `${repo}/compare/${encodePath(base)}...${encodePath(branch)}?per_page=${perPage}` });
			return fieldsOf(comparison, json).commits.map((one) => one.commit.message);
		},
		async push({ branch, exists, parent, files, message }) {
			const before = fieldsOf(commit, (await call({ path: `${repo}/git/commits/${parent}` })).json).tree.sha;
			const entries = [...files].map(([path, { after }]) => ({ path, mode: "100644", type: "blob", content: after }));
			const tree = await call({ method: "POST", path: `${repo}/git/trees`, json: { base_tree: before, tree: entries }, again: true });
			const body = { message, tree: fieldsOf(made, tree.json).sha, parents: [parent] };
			const { sha } = fieldsOf(made, (await call({ method: "POST", path: `${repo}/git/commits`, json: body, again: true })).json);
			const move = () => call({ method: "PATCH", path: `${repo}/git/refs/heads/${encodePath(branch)}`, json: { sha, force: true } });
			if (exists) await move();
			// A try whose answer was lost has made it.
			else if (
				(await call({ method: "POST", path: `${repo}/git/refs`, json: { ref: `refs/heads/${branch}`, sha }, accept: [422], again: true })).status === 422
			)
				await move();
		},
		async findRequest(branch, base) {
			const query = new URLSearchParams({ state: "open", head: `${repository.split("/")[0]}:${branch}`, base });
			const { json } = await call({ path: `${repo}/pulls?${query}` });
			return asOpened(fieldsOf(z.array(thing), json)[0]);
		},
		async makeRequest(branch, base, { title, body, labels }) {
			const { status, json } = await call({ method: "POST", path: `${repo}/pulls`, json: { title, head: branch, base, body }, accept: [422] });
			if (status === 422) {
				if (/already exists/i.test(JSON.stringify(json))) return null;
				throw new HostRefusal(
					`${url} refused (422).`,
					`It says: ${z.object({ message: z.string() }).safeParse(json).data?.message ?? "nothing"}`,
					"Look at the branch and --base.",
					422,
				);
			}
			const { number, html_url } = fieldsOf(thing, json);
			await label(number, labels);
			return { number, url: html_url };
		},
		async updateRequest(number, { title, body, labels }) {
			await call({ method: "PATCH", path: `${repo}/pulls/${number}`, json: { title, body } });
			await label(number, labels);
		},
		async findIssue(beginning) {
			for (let page = 1; page <= mostPages; page++) {
				const { json } = await call({ path: `${repo}/issues?state=open&sort=created&direction=desc&per_page=${perPage}&page=${page}` });
				const things = fieldsOf(z.array(thing), json);
				const found = things.find(({ body, pull_request: request }) => request === undefined && body?.startsWith(beginning));
				if (found || things.length < perPage) return asOpened(found);
			}
			return null;
		},
		async makeIssue({ title, body, labels }: Words) {
			const { json } = await call({ method: "POST", path: `${repo}/issues`, json: { title, body, labels } });
			const { number, html_url } = fieldsOf(thing, json);
			return { number, url: html_url };
		},
		async updateIssue(number, { title, body }) {
			await call({ method: "PATCH", path: `${repo}/issues/${number}`, json: { title, body } });
		},
	};
}

function asOpened(found: z.infer<typeof thing> | undefined): Opened | null {
	return found ? { number: found.number, url: found.html_url } : null;
}
