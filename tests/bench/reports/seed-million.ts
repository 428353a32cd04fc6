import type { D1Database } from "@cloudflare/workers-types";
import { createRandom } from "../lib/random.ts";

const dayMs = 86_400_000;

/** Rows that one statement takes: below the 2 MB that D1 allows a bound value. */
const atOnce = 4000;

/** Different things that are searched for; a few of them often, most of them once or twice (Zipf). */
const vocabulary = 20_000;

type Row = Record<string, string | number | null>;

interface Seed {
	/** Events in all, about evenly over the days. */
	events: number;
	days: number;
	/** The first moment, epoch milliseconds: midnight UTC of the first day. */
	from: number;
	articles: string[];
	categories: string[];
}

const columns: Record<string, string[]> = {
	events: "id type at day session visitor locale segment article path query query_key results source search position how contact".split(" "),
	contact_visits: "id day opened_at session visitor locale segment from_article shown opened solved_article solved_at state".split(" "),
	votes: "article day visitor network revision helpful reasons comment session locale segment voted_at".split(" "),
	tickets:
		"id reference status_token idempotency_key body_hash created_at day network email_hash locale segment channel category priority team tier promised_at answered_at time_zone content".split(
			" ",
		),
	deliveries: "id ticket destination state attempts next_attempt_at created_at delivered_at desk_reference".split(" "),
};

/** Number of a thing drawn by Zipf's law: the k-th is drawn about 1/k as often as the first. */
function zipf(random: () => number, size: number): number {
	return Math.min(size - 1, Math.floor(size ** random()) - 1);
}

/**
 * Rows of readers over many days: pages, searches, clicks, visits of the contact page, votes, tickets. Which they are depends on
 * nothing but the seed of the bench; ids tell the row's place.
 */
function* makeRows({ events, days, from, articles, categories }: Seed): Generator<[table: string, row: Row]> {
	const random = createRandom(20_261_121);
	const pick = <Item>(list: Item[]): Item => list[zipf(random, list.length)] as Item;
	const perDay = Math.ceil(events / days);
	let made = 0;
	for (let number = 0; number < days; number++) {
		const start = from + number * dayMs;
		const day = new Date(start).toISOString().slice(0, 10);
		for (let ofDay = 0, session = 0; ofDay < perDay && made < events; session++) {
			const sender = {
				...{ day, session: `s${number}-${session}`, visitor: `v${number}-${Math.floor(session * 0.9)}` },
				...{ locale: random() < 0.8 ? "en" : "de", segment: random() < 0.4 ? "phone" : "computer" },
			};
			let at = start + Math.floor(random() * (dayMs - 3_600_000));
			const event = (type: string, fields: Row): [string, Row] => {
				made++;
				ofDay++;
				at += 4000 + Math.floor(random() * 60_000);
				return ["events", { id: `e${made}`, type, at, ...sender, ...fields }];
			};
			const read = pick(articles);
			yield event("page_viewed", { article: read, path: `/${read}/` });
			if (random() < 0.6) {
				const term = zipf(random, vocabulary);
				const query = `${["how to", "reset", "export", "cannot", "set up"][term % 5]} thing ${term}`;
				const search = `e${made + 1}`;
				yield event("search_settled", { query, query_key: query, results: term % 9 === 8 ? 0 : 4, source: "box" });
				if (term % 9 < 8 && random() < 0.7) {
					const article = articles[term % articles.length] ?? read;
					yield event("search_clicked", { search, article, position: 1, how: random() < 0.2 ? "answered" : "opened" });
					yield event("page_viewed", { article, path: `/${article}/` });
				}
			}
			if (random() < 0.03) yield ["votes", vote(sender, at, read, random)];
			if (random() < 0.05) yield* contact(sender, at, read, random, event);
		}
	}

	function vote({ day, visitor, session, locale, segment }: Row & { day: string }, at: number, article: string, chance: () => number): Row {
		const helpful = chance() < 0.8 ? 1 : 0;
		const words = helpful ? { reasons: "[]", comment: "" } : { reasons: '["outdated"]', comment: "The pictures show another version." };
		return {
			article,
			day,
			visitor: visitor ?? "",
			network: "n",
			revision: "aaaaaaaaaaaa",
			helpful,
			...words,
			session: session ?? null,
			locale: locale ?? "en",
			segment: segment ?? "",
			voted_at: at,
		};
	}

	function* contact(
		sender: Row & { day: string },
		at: number,
		article: string,
		chance: () => number,
		event: (type: string, fields: Row) => [string, Row],
	): Generator<[string, Row]> {
		const visit = `e${made + 1}`;
		yield event("contact_opened", { article });
		yield event("suggestion_shown", { article, contact: visit });
		const fate = chance();
		const solved = fate < 0.4;
		if (solved) yield event("suggestion_solved", { article, contact: visit });
		const state = solved ? "confirmed" : fate < 0.6 ? "ticket" : "abandoned";
		const outcome = { shown: 1, opened: solved ? 1 : 0, solved_article: solved ? article : null, solved_at: solved ? at : null, state };
		yield ["contact_visits", { id: visit, opened_at: at, from_article: article, ...sender, ...outcome }];
		if (state !== "ticket") return;
		const id = `t${visit}`;
		const keys = { id, reference: id, status_token: id, idempotency_key: id, body_hash: "", network: "", email_hash: "" };
		const content = JSON.stringify({ subject: `Question about thing ${zipf(chance, vocabulary)}`, description: "It does not work as the article says." });
		const routed = { channel: "portal", category: pick(categories), priority: "P4", team: "first line", tier: "L1", time_zone: "UTC", content };
		const { day, locale = "en", segment = "" } = sender;
		yield ["tickets", { ...keys, ...routed, day, locale, segment, created_at: at, promised_at: at + 28_800_000, answered_at: at + 14_400_000 }];
		const delivery = { id, ticket: id, destination: "desk", state: "delivered", attempts: 1, next_attempt_at: at };
		yield ["deliveries", { ...delivery, created_at: at, delivered_at: at + 3000, desk_reference: id }];
	}
}

/** Fills an empty database as months of readers would, and marks every day as not counted yet. Tells how many events are in. */
export async function seedMillion(db: D1Database, seed: Seed, say: (line: string) => void): Promise<void> {
	const waiting = new Map<string, Row[]>();
	let stored = 0;
	const store = async (table: string) => {
		const rows = waiting.get(table) ?? [];
		waiting.set(table, []);
		const names = columns[table] ?? [];
		const values = names.map((_, place) => `e.value ->> ${place}`).join(", ");
		const json = JSON.stringify(rows.map((row) => names.map((name) => row[name] ?? null)));
		await db
			.prepare(`INSERT OR IGNORE INTO ${table} (${names.join(", ")}) SELECT ${values} FROM json_each(?1) AS e`)
			.bind(json)
			.run();
		if (table !== "events") return;
		stored += rows.length;
		if (rows.length === atOnce && stored % 200_000 === 0) say(`${stored.toLocaleString("en")} events stored`);
	};
	for (const [table, row] of makeRows(seed)) {
		const rows = waiting.get(table) ?? [];
		waiting.set(table, rows);
		if (rows.push(row) >= atOnce) {
			if (table === "deliveries") await store("tickets");
			await store(table);
		}
	}
	for (const table of Object.keys(columns)) await store(table);
	await db.prepare("INSERT OR IGNORE INTO dirty_days SELECT DISTINCT day FROM events").run();
}
