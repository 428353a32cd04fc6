import { lintSource } from "@secretlint/core";
import { creator as recommended } from "@secretlint/secretlint-rule-preset-recommend";
import type { Finding } from "#site/lib/finding.ts";
import { beginningOf } from "../hide-secrets.ts";
import type { Content } from "../model.ts";
import { placeAt } from "../positions.ts";
import { error } from "../report.ts";
import { findByPattern, isPlaceholder, isSuspicious } from "../secret-patterns.ts";
import type { SecretFound } from "../secret-patterns.ts";

const config = {
	rules: [
		{
			id: "@secretlint/secretlint-rule-preset-recommend",
			rule: recommended,
			// Ids of keys are looked for only on demand.
			rules: [{ id: "@secretlint/secretlint-rule-aws", options: { enableIDScanRule: true } }],
		},
	],
};

/** Rules of secretlint whose name says less than it could. */
const kinds: Record<string, string> = { privatekey: "private-key", basicauth: "password", "database-connection-string": "password" };

const names: Record<string, string> = {
	aws: "a key for AWS",
	github: "a token for GitHub",
	gitlab: "a token for GitLab",
	google: "a key for Google",
	jwt: "a signed token (JWT)",
	npm: "a token for npm",
	password: "a password in an address",
	"private-key": "a private key",
	slack: "a token or webhook for Slack",
	stripe: "a key for Stripe",
	token: "a token or key",
};

/** A secret and where it stands. */
export interface PlacedSecret {
	/** Path below the content folder. */
	path: string;
	kind: string;
	/** Where it begins in the text, or what it is a part of: an assignment, an address. */
	start: number;
	/** The secret itself. Nobody may see it; for `hideSecrets`. */
	secret: string;
}

/** Finds what may be a password, key or token that works, in articles and data files. */
export async function findSecrets({ texts }: Pick<Content, "texts">): Promise<PlacedSecret[]> {
	const found: PlacedSecret[] = [];
	for (const [path, text] of texts) {
		const all = [...(isSuspicious(text) ? await findByRules(text) : []), ...findByPattern(text)];
		for (const { kind, start, end } of withoutOverlaps(all, text)) found.push({ path, kind, start, secret: secretPart(text.slice(start, end)) });
	}
	return found;
}

/** secrets/*: no article and no data file holds a password, key or token that may work. */
export function secretFindings({ texts, display }: Pick<Content, "texts" | "display">, secrets: readonly PlacedSecret[]): Finding[] {
	return secrets.map(({ path, kind, start, secret }) =>
		error(`secrets/${kind}`, { file: display(path) }, placeAt(texts.get(path) ?? "", start), {
			what: `this looks like ${names[kind] ?? `a key or token for ${kind}`}: "${beginningOf(secret)}"`,
			why: "Whoever reads the article, or the history of the repository, could use it.",
			remedy: "Make it invalid where it was issued, now: deleting it here does not undo what was read. Then write a placeholder, like <your token>.",
		}),
	);
}

async function findByRules(content: string): Promise<SecretFound[]> {
	const { messages } = await lintSource({
		source: { content, filePath: "text.md", ext: ".md", contentType: "text" },
		options: { config, noPhysicFilePath: true },
	});
	return messages
		.filter(({ messageId }) => messageId !== "AWSAccountID")
		.map(({ ruleId, range: [start, end] }) => {
			const name = ruleId.replace("@secretlint/secretlint-rule-", "");
			return { kind: kinds[name] ?? name, start, end };
		});
}

/** Each place once, by the first that found it; placeholders are none. */
function withoutOverlaps(all: SecretFound[], text: string): SecretFound[] {
	const chosen: SecretFound[] = [];
	for (const secret of all) {
		const overlaps = chosen.some(({ start, end }) => secret.start < end && start < secret.end);
		if (!overlaps && !isPlaceholder(secretPart(text.slice(secret.start, secret.end)))) chosen.push(secret);
	}
	return chosen;
}

/** Of an address with a password, or an assignment, the password; the host may well be an example. */
function secretPart(found: string): string {
	return /:\/\/[^\s:/@]*:([^\s@]+)@/.exec(found)?.[1] ?? /[:=]\s*["']?([^\s"']+)["']?$/.exec(found)?.[1] ?? found;
}
