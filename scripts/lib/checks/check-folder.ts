import type { Finding } from "#site/lib/finding.ts";
import { buildContent } from "./build-content.ts";
import { articlesToRead, touchesSearch } from "./changed.ts";
import { hideSecrets } from "./hide-secrets.ts";
import type { Content } from "./model.ts";
import { parseBeside } from "./parse-beside.ts";
import { readHistory, type History } from "./published/history.ts";
import { pastPages } from "./published/past-pages.ts";
import { readPublished } from "./published/read-published.ts";
import { readContent } from "./read-content.ts";
import { publishedFindings } from "./rules/published.ts";
import { findSecrets, secretFindings } from "./rules/secrets.ts";
import { inOrder, runChecks } from "./run-checks.ts";
import { searchFindings } from "./search-tests.ts";
import { today } from "./today.ts";

/** A content folder after all checks. */
export interface CheckedFolder {
	content: Content;
	findings: Finding[];
	/** What git knows of it; undefined without git. */
	history: History | undefined;
	/** What no text about the folder may quote; the findings do not. */
	secrets: readonly string[];
}

interface Options {
	/** Commit, branch or tag that the change began at. Default: see `readHistory`. */
	base?: string | undefined;
	/** Only findings that the change can have caused are wanted: what it cannot touch may be left out. */
	onlyChanged?: boolean;
	/** Whether to try the searches of search-tests.yml. Default: true */
	search?: boolean;
	/** The same folder as it was a moment ago: articles whose text is the same are not parsed again. */
	earlier?: Content | undefined;
}

/** Reads a content folder with what was published before, and asks every rule. */
export async function checkFolder(folder: string, { base, onlyChanged = false, search = true, earlier }: Options = {}): Promise<CheckedFolder> {
	const raw = readContent(folder);
	const { published, problem } = readPublished(folder);
	const files = new Set(raw.files);
	const reading = readHistory(folder, { base, since: published?.commit, exists: (path) => files.has(path) });
	const content = buildContent(earlier ? raw : await parseBeside(raw), today(), earlier);
	const history = await reading;
	// Begun first: in a large centre another thread tries the searches meanwhile.
	const searching = search && !(onlyChanged && history && !touchesSearch(history.changed)) ? searchFindings(content) : [];
	const read = onlyChanged && history ? articlesToRead(history.changed) : undefined;
	const findings = [...runChecks(content, read), ...publishedFindings(content, pastPages(content, published, history))];
	if (problem) findings.push(problem);
	const [secrets, searches] = await Promise.all([findSecrets(content), searching]);
	findings.push(...searches, ...secretFindings(content, secrets));
	const hidden = secrets.map(({ secret }) => secret);
	return { content, findings: inOrder(hideSecrets(findings, hidden)), history, secrets: hidden };
}
