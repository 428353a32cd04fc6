import * as z from "zod";
import { fieldsOf } from "./fields.ts";
import type { GitHost, Opened } from "./git-host.ts";
import { createHostClient } from "./host-client.ts";

const branchFields = z.object({ commit: z.object({ id: z.string() }) });
const fileFields = z.object({ blob_id: z.string() });
const thing = z.object({ iid: z.int(), web_url: z.string(), description: z.string().nullish() });
const comparison = z.object({ commits: z.array(z.object({ message: z.string() })) });

const perPage = 100;
const mostPages = 10;

/**
 * A project on GitLab, of its own cloud or of one's own server: REST API v4.
 *
 * @param url with `/api/v4`
 * @param project `group/name`, as deep as it is
 * @see https://docs.gitlab.com/api/commits, https://docs.gitlab.com/api/merge_requests and https://docs.gitlab.com/api/issues
 */
export function createGitLab(url: string, project: string, token: string): GitHost {
	const { call } = createHostClient({ url, token, needs: "the scope api, and the role Developer" });
	const base = `/projects/${encodeURIComponent(project)}`;
	return {
		requestName: "merge request",
		async headOf(branch) {
			const { status, json } = await call({ path: `${base}/repository/branches/${encodeURIComponent(branch)}`, accept: [404] });
			return status === 404 ? null : fieldsOf(branchFields, json).commit.id;
		},
		async blobAt(path, ref) {
			const { status, json } = await call({ path: `${base}/repository/files/${encodeURIComponent(path)}?ref=${encodeURIComponent(ref)}`, accept: [404] });
			return status === 404 ? null : fieldsOf(fileFields, json).blob_id;
		},
		async messagesOf(from, to) {
			const { json } = await call({ path: `${base}/repository/compare?${new URLSearchParams({ from, to })}` });
			return fieldsOf(comparison, json).commits.map(({ message }) => message);
		},
		async push({ branch, parent, files, message }) {
			const actions = [...files].map(([path, { before, after }]) => ({
				action: before === null ? "create" : "update",
				file_path: path,
				content: after,
				encoding: "text",
			}));
			const json = { branch, start_sha: parent, force: true, commit_message: message, actions };
			await call({ method: "POST", path: `${base}/repository/commits`, json, again: true });
		},
		async findRequest(branch, target) {
			const query = new URLSearchParams({ state: "opened", source_branch: branch, target_branch: target });
			const { json } = await call({ path: `${base}/merge_requests?${query}` });
			return asOpened(fieldsOf(z.array(thing), json)[0]);
		},
		async makeRequest(branch, target, { title, body, labels }) {
			const fields = { source_branch: branch, target_branch: target, title, description: body, labels: labels.join(","), remove_source_branch: true };
			const { status, json } = await call({ method: "POST", path: `${base}/merge_requests`, json: fields, accept: [409] });
			return status === 409 ? null : asOpened(fieldsOf(thing, json));
		},
		async updateRequest(number, { title, body, labels }) {
			await call({ method: "PUT", path: `${base}/merge_requests/${number}`, json: { title, description: body, add_labels: labels.join(",") } });
		},
		async findIssue(beginning) {
			for (let page = 1; page <= mostPages; page++) {
				const query = new URLSearchParams({ state: "opened", order_by: "created_at", sort: "desc", per_page: String(perPage), page: String(page) });
				const things = fieldsOf(z.array(thing), (await call({ path: `${base}/issues?${query}` })).json);
				const found = things.find(({ description }) => description?.startsWith(beginning));
				if (found || things.length < perPage) return asOpened(found);
			}
			return null;
		},
		async makeIssue({ title, body, labels }) {
			const { json } = await call({ method: "POST", path: `${base}/issues`, json: { title, description: body, labels: labels.join(",") } });
			const { iid, web_url } = fieldsOf(thing, json);
			return { number: iid, url: web_url };
		},
		async updateIssue(number, { title, body }) {
			await call({ method: "PUT", path: `${base}/issues/${number}`, json: { title, description: body } });
		},
	};
}

function asOpened(found: z.infer<typeof thing> | undefined): Opened | null {
	return found ? { number: found.iid, url: found.web_url } : null;
}
