import type { Finding } from "#site/lib/finding.ts";
import type { Article, Content, Rule } from "../model.ts";
import { isNobodys } from "../personal-allowed.ts";
import type { PersonalKind } from "../personal-allowed.ts";
import { findPersonal } from "../personal-data.ts";
import { warning } from "../report.ts";

/** What it is, and what stands for it in an example. */
const advice: Record<PersonalKind, { what: string; remedy: string }> = {
	email: {
		what: "the e-mail address",
		remedy: "Write an address that nobody can have, like anna@company.example. If it is your own, public one, name it in support.yml.",
	},
	phone: {
		what: "the phone number",
		remedy: "Write a number that is kept free for examples, like +1 202 555 0142 or +44 20 7946 0142. If it is your own, public one, name it in support.yml.",
	},
	card: { what: "the card number", remedy: "Write a number for tests, like 4242 4242 4242 4242." },
	iban: { what: "the IBAN", remedy: "Write the example of the IBAN registry, like GB29 NWBK 6016 1331 9268 19." },
	ip: { what: "the internet address", remedy: "Write an address kept free for documents, like 192.0.2.10, 198.51.100.10 or 203.0.113.10." },
};

/** Words with a capital that are no part of a name. */
const ordinary =
	/^(?:account|accounts|address|ask|billing|call|card|care|centre|center|channel|client|company|contact|customer|data|department|desk|e-?mail|enterprise|example|fax|finance|for|from|help|hotline|iban|info|ip|kingdom|line|mail|manager|mobile|new|number|office|officer|or|our|phone|platform|please|press|privacy|protection|reach|sales|security|send|server|service|services|single|states|success|support|team|technical|tel|telephone|the|to|united|us|use|with|write|your)$/i;
/** How much before personal data is looked at for a name. */
const longestName = 100;
const nameBefore = /(\p{Lu}[\p{Ll}'’-]+(?: \p{Lu}\.)? \p{Lu}[\p{Ll}'’-]+)[\s,:;(<[*_`"'–—|-]{1,6}$/u;

/** personal-data/email, phone, card, iban, ip, name: examples are about nobody. What the centre says about itself in support.yml may be said. */
export const personalData: Rule = (content) => {
	const own = ownChannels(content);
	return content.articles.flatMap((article) => article.text.split("\n").flatMap((line, index) => check(article, line, index + 1, own)));
};

function ownChannels({ data }: Content): Set<string> {
	const channels = data.support.data?.channels;
	const numbers = [...(channels?.phones ?? []).map(({ number }) => number), channels?.hotline ?? ""];
	return new Set([channels?.email ?? "", ...numbers].map(comparable).filter((channel) => channel !== ""));
}

/** An address in lower case; a number without what parts its digits. */
function comparable(channel: string): string {
	return channel.includes("@") ? channel.toLowerCase().trim() : channel.replace(/\D/g, "");
}

function check(article: Article, line: string, number: number, own: Set<string>): Finding[] {
	return findPersonal(line)
		.filter(({ kind, words, index }) => !isNobodys(kind, words) && !own.has(comparable(words)) && !isNetwork(kind, line.slice(index + words.length)))
		.flatMap(({ kind, words, index }) => {
			const name = nameBefore.exec(line.slice(Math.max(0, index - longestName), index))?.[1];
			const named = name !== undefined && !name.split(" ").some((word) => ordinary.test(word));
			return [
				...(named ? [describeName(article, { line: number, column: line.lastIndexOf(name, index) + 1 }, name)] : []),
				warning(
					`personal-data/${kind}`,
					article,
					{ line: number, column: index + 1 },
					{
						what: `${advice[kind].what} ${hidden(kind, words)} may be somebody's`,
						why: "Everybody can read the article, and search engines keep what it once said.",
						remedy: advice[kind].remedy,
					},
				),
			];
		});
}

/** A range, like 20.30.40.0/24, belongs to no person. */
function isNetwork(kind: PersonalKind, after: string): boolean {
	return kind === "ip" && /^\/\d/.test(after);
}

function describeName(article: Article, place: { line: number; column: number }, name: string): Finding {
	return warning("personal-data/name", article, place, {
		what: `the name "${name}" stands beside personal data`,
		why: "Together they point to one person, whom nobody has asked.",
		remedy: "Write a made-up name, or the role: the reviewer, your admin.",
	});
}

/** Enough to find it again; numbers of cards and accounts do not belong into logs. */
function hidden(kind: PersonalKind, words: string): string {
	return kind === "card" || kind === "iban" ? `${words.slice(0, 4)}…` : words;
}
