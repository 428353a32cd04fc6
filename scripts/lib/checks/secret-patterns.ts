/** A secret in a text, by offsets. */
export interface SecretFound {
	/** Second part of the rule. Example: `private-key` */
	kind: string;
	start: number;
	end: number;
}

interface Pattern {
	kind: string;
	/** With `d`; its group `secret` is what nobody may see. */
	pattern: RegExp;
}

/** What the rules of secretlint leave out and what texts of support often leak. */
const patterns: Pattern[] = [
	{ kind: "token", pattern: /\bauthorization["']?\s*[:=]\s*["']?(?:bearer|basic|token)\s+(?<secret>[\w.~+/=-]{16,})/dgi },
	{ kind: "token", pattern: /\bbearer\s+(?<secret>(?=[\w.~+/-]*\d)(?=[\w.~+/-]*[a-z])[\w.~+/-]{20,}=*)/dgi },
	{ kind: "jwt", pattern: /(?<![\w-])(?<secret>eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{20,})/dg },
	{ kind: "google", pattern: /(?<![\w-])(?<secret>AIza[\w-]{35})(?![\w-])/dg },
	{ kind: "stripe", pattern: /(?<![\w-])(?<secret>whsec_[A-Za-z0-9]{24,})/dg },
	{ kind: "private-key", pattern: /(?<secret>-----BEGIN (?:[A-Z]+ )?PRIVATE KEY(?: BLOCK)?-----\s*[A-Za-z0-9+/=\s\\]{40,})/dg },
	{ kind: "password", pattern: /\b[a-z][a-z0-9+.-]{1,30}:\/\/[^\s:/@"'`]{1,64}:(?<secret>[^\s:/@"'`]{4,128})@[\w.-]/dgi },
	{
		kind: "password",
		pattern: /\b(?:server|data source|host|user id|uid|database)=[^;\n]{1,80};(?:[^;\n]{1,80};){0,6}\s*(?:password|pwd)=(?<secret>[^;\s"'`]{4,})/dgi,
	},
	{
		kind: "token",
		pattern:
			/(?<![\p{L}\d])(?:(?:api|access|auth|client|private|secret)[ _-]?key|secret|token|password|passwd)["']?\s*[:=]\s*["'`]?(?<secret>[\w+/.~-]{20,}={0,2})/dgiu,
	},
];

/** Beginnings of what secretlint's recommended rules look for: only a text with one of them is worth their time. */
const suspicious =
	/A3T[A-Z0-9]|A(?:KI|GP|ID|RO|IP|NP|NV|SI)A[A-Z0-9]{8}|secret_?(?:access)?_?key|BEGIN\s?[A-Z ]*PRIVATE|x-oauth|npm_\w{20}|xox[abopr]-|xapp-|hooks\.slack|:\/\/[^\s/@]{1,100}:[^\s/@]{1,200}@|\bsk-\w|gsk_\w{20}|\bhf_\w{20}|lin_api_|ntn_\d|\bSG\.\w|shp(?:pa|ca|at|ss)_|[rs]k_(?:live|test)_\w{20}|gh[opsur]_\w{10}|github_pat_|glpat-|gl(?:c|sa)_\w{20}|ops_ey|mongodb|mysql|postgres|hv[brs]\.\w{20}|vc[acikpr]_\w{10}|dapi[\da-f]{20}|dckr_pat_|figd_|cf(?:k|ut|at)_\w{20}|tskey-/i;

/** Letters and digits take turns within a part, as nobody writes them: `3f9a77c1`, but not `lon01-electricity-2026-03`. */
function isRandom(text: string): boolean {
	return text.split(/[_.~/+-]/).some((part) => (part.match(/\d(?=\p{L})|\p{L}(?=\d)/gu)?.length ?? 0) >= 3);
}

/** Whether a text is worth a look by secretlint. */
export function isSuspicious(text: string): boolean {
	return suspicious.test(text);
}

/** Secrets that a pattern of our own knows. */
export function findByPattern(text: string): SecretFound[] {
	if (!/bearer|authorization|eyJ|AIza|whsec_|PRIVATE KEY|:\/\/|;\s*(?:password|pwd)=|(?:key|secret|token|passw(?:or)?d)["']?\s*[:=]/i.test(text)) return [];
	return patterns.flatMap(({ kind, pattern }) =>
		[...text.matchAll(pattern)].flatMap((match) => {
			const [start, end] = match.indices?.groups?.["secret"] ?? [];
			if (start === undefined || end === undefined || (kind === "token" && !isRandom(text.slice(start, end)))) return [];
			return [{ kind, start, end }];
		}),
	);
}

const said =
	/example|sample|dummy|placeholder|redacted|changeme|change_me|not-?a-?real|fake|your|insert|replace|todo|secret-?here|token-?here|demo|\bmy-?(?:key|token|password|secret)/i;
const marked = /[<>{}[\]…]|\.\.\.|\*{3,}|^\$|^%.*%$|(.)\1{5}|x{4,}/i;
const named =
	/^(?:p[a4@]ss(?:w[o0]rd)?|passwd|pwd|pass|secret|token|api[_-]?key|key|user|username|admin|root|postgres|mysql|mongo(?:db)?|guest|test|hunter2|foo|bar)\d{0,4}$/i;
/** The name of a variable. */
const constant = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/;
/** Counted up or down, so that nobody takes it for real. */
const counted = /0123456|1234567|abcdefgh|ABCDEFGH|a1b2c3d4|deadbeef/;
/** The token on the front page of jwt.io, whoever signed it: John Doe's. */
const documented = /^eyJhbGciOiJ[\w-]+\.eyJzdWIiOiIxMjM0NTY3ODkwI/;

/** Whether a found text plainly stands for a secret and is none: `YOUR_API_KEY`, `<token>`, `xxxx`, `AKIAIOSFODNN7EXAMPLE`. */
export function isPlaceholder(secret: string): boolean {
	return said.test(secret) || marked.test(secret) || named.test(secret) || constant.test(secret) || counted.test(secret) || documented.test(secret);
}
