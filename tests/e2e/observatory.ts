/**
 * The score of the HTTP Observatory by its published rules: https://developer.mozilla.org/en-US/observatory/docs/tests_and_scoring and
 * https://github.com/mdn/mdn-http-observatory (`src/grader/charts.js` for the points, `src/analyzer/tests/` for the rules).
 *
 * Left at 0 points, because nobody can see it without a public address: the redirect from http to https, which Cloudflare makes, and the
 * list of hosts whose HSTS is preloaded (5 points more).
 */

/** What a scan sees of one address over https. */
export interface Seen {
	/** By name in lower case. */
	headers: Record<string, string>;
	/** Each `Set-Cookie`, as it came. */
	cookies?: string[];
	/** The page; absent where the answer is none. */
	html?: string;
}

/** What one rule gives or takes. */
export interface Finding {
	rule: string;
	result: string;
	points: number;
}

/** Sources of each directive, in lower case. @returns null where a scan says that the policy cannot be read */
function readPolicy(header: string): Map<string, string[]> | null {
	const policy = new Map<string, string[]>();
	for (const directive of header.toLowerCase().split(";")) {
		const [name = "", ...sources] = directive.trim().split(/\s+/);
		if (name === "") continue;
		if (policy.has(name)) return null;
		policy.set(name, sources);
	}
	return policy.size === 0 ? null : policy;
}

const broad = /^(?:(?:ftp|https?):|\*|https?:\/\/\*(?:\.\*)?)$/;

function judgePolicy({ headers }: Seen): Omit<Finding, "rule"> {
	const header = headers["content-security-policy"];
	if (header === undefined) return { result: "not implemented", points: -25 };
	const policy = readPolicy(header);
	// Several policies in one header are a case that this site does not have.
	if (!policy || header.includes(",")) return { result: "cannot be read", points: -25 };
	const sourcesOf = (name: string) => {
		const sources = policy.get(name) ?? policy.get("default-src") ?? ["*"];
		return sources.some((source) => /^'(?:sha\d+|nonce)-/.test(source)) ? sources.filter((source) => source !== "'unsafe-inline'") : sources;
	};
	const isUnsafe = (source: string) => broad.test(source) || source === "'unsafe-inline'" || source === "data:";
	const isInsecure = (source: string) => /^(?:http|ftp):/.test(source);
	const passive = ["img-src", "media-src"];
	const active = [...policy].filter(([name]) => !passive.includes(name)).flatMap(([, sources]) => sources);
	const [scripts, styles] = [sourcesOf("script-src"), sourcesOf("style-src")];
	if (scripts.some(isUnsafe) || sourcesOf("object-src").some((source) => broad.test(source))) return { result: "unsafe scripts or objects", points: -20 };
	if (active.some(isInsecure)) return { result: "loads code over http", points: -20 };
	if ([...scripts, ...styles].includes("'unsafe-eval'")) return { result: "evaluates text", points: -10 };
	if (passive.flatMap(sourcesOf).some(isInsecure)) return { result: "loads pictures over http", points: -10 };
	if (styles.some(isUnsafe)) return { result: "unsafe styles", points: 0 };
	const allowsNothing = policy.get("default-src")?.join() === "'none'" && /^'(?:none|self)'$/.test(policy.get("form-action")?.join() ?? "");
	return allowsNothing ? { result: "nothing unsafe, default none", points: 10 } : { result: "nothing unsafe", points: 5 };
}

function judgeTransport({ headers }: Seen): Omit<Finding, "rule"> {
	const header = headers["strict-transport-security"];
	if (header === undefined) return { result: "not implemented", points: -20 };
	const age = /(?:^|;)\s*max-age=(\d+)/i.exec(header)?.[1];
	if (age === undefined || header.includes(",")) return { result: "cannot be read", points: -20 };
	return Number(age) < 15_552_000 ? { result: "less than six months", points: -10 } : { result: "six months or more", points: 0 };
}

function judgeCookies(seen: Seen): Omit<Finding, "rule"> {
	const { cookies = [] } = seen;
	if (cookies.length === 0) return { result: "none", points: 0 };
	const isProtected = judgeTransport(seen).points === 0;
	const judged = cookies.map((cookie) => {
		const [name = "", ...attributes] = cookie
			.toLowerCase()
			.split(";")
			.map((part) => part.trim());
		const site = attributes.find((attribute) => attribute.startsWith("samesite="))?.slice("samesite=".length);
		const opens = /^[^=]*(?:login|sess)/.test(name);
		const secure = attributes.includes("secure");
		if (opens && !secure && !isProtected) return -40;
		if (opens && !attributes.includes("httponly")) return -30;
		if (site !== undefined && !["lax", "strict", ...(secure ? ["none"] : [])].includes(site)) return -20;
		if (/^[^=]*csrf/.test(name) && site === undefined) return -20;
		if (!secure) return isProtected ? (opens ? -10 : -5) : -20;
		return site === undefined ? 0 : 5;
	});
	const points = Math.min(...judged);
	return { result: points < 0 ? "unsafe" : "safe", points };
}

function judgeReferrer({ headers }: Seen): Omit<Finding, "rule"> {
	const header = headers["referrer-policy"];
	if (header === undefined) return { result: "not implemented", points: 0 };
	const last = header.split(",").at(-1)?.trim().toLowerCase() ?? "";
	const isPrivate = ["no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"].includes(last);
	return isPrivate ? { result: "private", points: 5 } : { result: "unsafe", points: -5 };
}

function judgeFrames({ headers }: Seen): Omit<Finding, "rule"> {
	if (readPolicy(headers["content-security-policy"] ?? "")?.has("frame-ancestors")) return { result: "by the content policy", points: 5 };
	return /^(?:deny|sameorigin|allow-from\b.*)$/i.test(headers["x-frame-options"] ?? "")
		? { result: "by X-Frame-Options", points: 0 }
		: { result: "not implemented", points: -20 };
}

function judgeScripts({ html }: Seen): Omit<Finding, "rule"> {
	const tags = [...(html ?? "").matchAll(/<script\b([^>]*)>/gi)].map(([, attributes = ""]) => attributes);
	const sources = tags.flatMap((attributes) => {
		const source = /\bsrc="?([^"\s>]+)/i.exec(attributes)?.[1];
		return source === undefined ? [] : [{ source, hasHash: /\bintegrity=/i.test(attributes) }];
	});
	const foreign = sources.filter(({ source }) => /^(?:https?:)?\/\//i.test(source));
	if (foreign.some(({ source, hasHash }) => !source.startsWith("https:") && !hasHash)) return { result: "of others, over http, without a hash", points: -50 };
	if (foreign.some(({ source }) => !source.startsWith("https:"))) return { result: "of others, over http", points: -20 };
	if (foreign.some(({ hasHash }) => !hasHash)) return { result: "of others, without a hash", points: -5 };
	return sources.some(({ hasHash }) => hasHash) ? { result: "with a hash", points: 5 } : { result: "of this site", points: 0 };
}

function judgeResource({ headers }: Seen): Omit<Finding, "rule"> {
	const header = headers["cross-origin-resource-policy"];
	if (header === undefined || header === "cross-origin") return { result: "for everybody", points: 0 };
	return ["same-origin", "same-site"].includes(header) ? { result: "for this site", points: 10 } : { result: "cannot be read", points: -5 };
}

function judgeSharing({ headers }: Seen): Omit<Finding, "rule"> {
	const origin = headers["access-control-allow-origin"];
	if (origin !== undefined && origin !== "*" && headers["access-control-allow-credentials"] === "true")
		return { result: "with credentials, for whoever asks", points: -50 };
	return { result: origin === undefined ? "no" : "public", points: 0 };
}

const rules: Record<string, (seen: Seen) => Omit<Finding, "rule">> = {
	"content policy": judgePolicy,
	cookies: judgeCookies,
	"cross-origin sharing": judgeSharing,
	"cross-origin resource policy": judgeResource,
	"referrer policy": judgeReferrer,
	"strict transport security": judgeTransport,
	"subresource integrity": judgeScripts,
	"content type options": ({ headers }) =>
		headers["x-content-type-options"] === "nosniff" ? { result: "nosniff", points: 0 } : { result: "not implemented", points: -5 },
	frames: judgeFrames,
};

/** Judges one address: 100 points less what is missing; what is done beyond that counts only from 90 points on. */
export function observatoryScore(seen: Seen): { score: number; findings: Finding[] } {
	const findings = Object.entries(rules).map(([rule, judge]) => ({ rule, ...judge(seen) }));
	const sum = (wanted: (points: number) => boolean) => findings.reduce((total, { points }) => total + (wanted(points) ? points : 0), 0);
	const base = 100 + sum((points) => points < 0);
	return { score: Math.max(0, base >= 90 ? base + sum((points) => points > 0) : base), findings };
}
