import { groupBy, type RawAnswer, type RawEvent, type RawRows, type RawTicket, type RawVisit } from "./raw-rows.ts";

/** Counts by name: `metric|label|locale|segment|sample` of a day, and `query|locale|segment|category|sample` with its ten numbers. */
export interface Recount {
	counts: Record<string, number>;
	queries: Record<string, number[]>;
	machines: number;
	/** Distinct senders by `metric|sample`, whatever they read: what the labels of a count must add up to. */
	senders: Record<string, number>;
}

interface Reader {
	locale: string;
	segment: string;
	sample: number;
}

/** What a count of senders is made by. */
interface Senders<Row> {
	/** Null where nobody can be told apart: not counted. */
	nameOf: (row: Row) => string | null;
	/** Epoch milliseconds. */
	atOf: (row: Row) => number;
	labelOf?: (row: Row) => string;
	/** Whether a row makes its sender count. */
	takes?: (row: Row, ofSender: Row[]) => boolean;
}

const distinct = (values: (string | null)[]) => new Set(values.filter((value) => value !== null)).size;
const topOf = (article: string | null) => article?.split("/")[0] ?? "";

/** Sessions and visitors that no person can be: 30 events less than two seconds apart, 200 less than half a second. */
function findMachines(events: RawEvent[]): Set<string> {
	const acts = events.filter(({ type }) => type === "page_viewed" || type === "search_settled");
	const found = new Set<string>();
	for (const [sender, least, apart] of [
		["session", 30, 2000],
		["visitor", 200, 500],
	] as const) {
		for (const [name, own] of groupBy(acts, (event) => event[sender] ?? "")) {
			const times = own.map(({ at }) => at);
			if (name !== "" && own.length >= least && Math.max(...times) - Math.min(...times) < own.length * apart) found.add(name);
		}
	}
	return found;
}

/** Counts one day in plain words, from every row there is. The slow way, on purpose: it shares nothing with what it checks. */
export function recountDay(day: string, rows: RawRows): Recount {
	const onDay = rows.events.filter((event) => event.day === day);
	const machines = findMachines(onDay);
	const isHuman = ({ session, visitor }: { session: string | null; visitor?: string | null }) => !machines.has(session ?? "") && !machines.has(visitor ?? "");
	const events = onDay.filter(isHuman);
	const visits = rows.visits.filter((visit) => visit.day === day && isHuman(visit));
	const votes = rows.votes.filter((vote) => vote.day === day && isHuman(vote));
	const searches = events.filter(
		(event) =>
			event.type === "search_settled" && !rows.events.some((other) => other.replaces === event.id && other.id !== event.id && other.session === event.session),
	);
	const usesOf = (search: RawEvent) => rows.events.filter((event) => event.search === search.id);
	const categoryOf = (search: RawEvent) => {
		const [first] = usesOf(search)
			.filter(({ article }) => article !== null)
			.sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1));
		return search.category ?? topOf(first?.article ?? null);
	};
	const isOpened = (search: RawEvent) => usesOf(search).some(({ how }) => how === "opened");
	const isAsked = ({ source, results }: RawEvent) => source === "ask" && (results ?? 0) > 0;
	const isAnswered = (search: RawEvent) => isAsked(search) || usesOf(search).some(({ how }) => how === "answered");
	const counts: Record<string, number> = {};
	const keyOf = (metric: string, label: string | number, { locale, segment, sample }: Reader) => [metric, label, locale, segment, sample].join("|");

	function count<Row extends Reader>(
		metric: string,
		list: Row[],
		labelOf: (row: Row) => string | number = () => "",
		sizeOf = (group: Row[]) => group.length,
	): void {
		for (const [key, group] of groupBy(list, (row) => keyOf(metric, labelOf(row), row))) if (sizeOf(group) > 0) counts[key] = sizeOf(group);
	}

	const counted: Record<string, number> = {};

	/** Counts each sender once, under the label and with the locale and segment of what it did first on this day. */
	function countSenders<Row extends Reader & { id: string }>(
		metric: string,
		all: Row[],
		{ nameOf, atOf, labelOf = () => "", takes = () => true }: Senders<Row>,
	): void {
		const known = all.filter((row) => nameOf(row) !== null);
		for (const [sample, part] of groupBy(known, (row) => String(row.sample))) {
			const own = [...groupBy(part, (row) => nameOf(row) ?? "").values()].filter((rows) => rows.some((row) => takes(row, rows)));
			const firsts = own.flatMap((rows) => rows.toSorted((one, other) => atOf(one) - atOf(other) || (one.id < other.id ? -1 : 1)).slice(0, 1));
			count(metric, firsts, labelOf);
			if (own.length > 0) counted[`${metric}|${sample}`] = own.length;
		}
	}

	const views = events.filter(({ type }) => type === "page_viewed");
	count("events", events);
	count("page_views", views, ({ article }) => topOf(article));
	count(
		"article_views",
		views.filter(({ article }) => article !== null),
		({ article }) => article ?? "",
	);
	countSenders("visitors", events, { nameOf: ({ visitor }) => visitor, atOf: ({ at }) => at });
	countSenders("sessions", events, { nameOf: ({ session }) => session, atOf: ({ at }) => at });
	count("searches", searches, categoryOf);
	count("searches_opened", searches.filter(isOpened), categoryOf);
	count(
		"searches_answered_in_place",
		searches.filter((search) => isAnswered(search) && !isOpened(search)),
		categoryOf,
	);
	count(
		"searches_zero",
		searches.filter(({ results }) => results === 0),
		categoryOf,
	);
	const found = searches.flatMap((search) =>
		[
			...new Set(
				usesOf(search)
					.filter(({ type }) => type === "search_clicked")
					.map(({ article }) => article ?? ""),
			),
		].map((article) => ({ ...search, article })),
	);
	count("article_found", found, ({ article }) => article);
	const senderOf = ({ session, visitor, id }: RawVisit) => session ?? visitor ?? id;
	const inLedger = { nameOf: senderOf, atOf: ({ opened_at: at }: RawVisit) => at, labelOf: ({ from_article: article }: RawVisit) => topOf(article) };
	const countVisits = (metric: string, takes: (visit: RawVisit, ofSession: RawVisit[]) => boolean) => countSenders(metric, visits, { ...inLedger, takes });
	const isOver = (ofSession: RawVisit[]) => ofSession.some(({ ticket, solved_at }) => ticket !== null || solved_at !== null);
	countVisits("contact_sessions", () => true);
	for (const state of ["confirmed", "pending", "unverifiable", "refuted", "ticket"]) countVisits(`deflections_${state}`, (visit) => visit.state === state);
	countVisits("deflections_potential", ({ shown, state }, ofSession) => shown > 0 && state === "abandoned" && !isOver(ofSession));
	for (const step of ["shown", "opened", "rejected"] as const) countVisits(`contact_${step}`, (visit) => visit[step] > 0);
	countVisits("contact_solved", ({ solved_at }) => solved_at !== null);
	countVisits("contact_abandoned", ({ state }, ofSession) => state === "abandoned" && !isOver(ofSession));
	const answers = rows.answers.filter((answer) => answer.day === day && answer.way !== "" && isHuman(answer));
	const countAnswers = (metric: string, takes: (answer: RawAnswer) => boolean) =>
		count(`answers_${metric}`, answers.filter(takes), ({ place, way, article }) => [place, way, article ?? ""].join("/"));
	countAnswers("shown", () => true);
	for (const state of ["confirmed", "pending", "unverifiable"]) countAnswers(state, (answer) => answer.state === state);
	countAnswers("rejected", ({ helped }) => helped === 0);
	countAnswers("ticket", ({ ticket }) => ticket !== null);
	const places = groupBy(visits, (visit) => `${visit.sample}|${senderOf(visit)}`);
	const exits = visits.map((visit) => {
		const [{ locale, segment } = visit] = (places.get(`${visit.sample}|${senderOf(visit)}`) ?? []).toSorted(
			(one, other) => one.opened_at - other.opened_at || (one.id < other.id ? -1 : 1),
		);
		return { ...visit, locale, segment };
	});
	count(
		"article_exits",
		exits.filter((visit) => visit.from_article !== null),
		(visit) => visit.from_article ?? "",
		(group) => distinct(group.map(senderOf)),
	);
	// The tickets of a recount go to no desk, so that the third part of the label is empty.
	const promises: [metric: string, counts: (ticket: RawTicket) => boolean][] = [
		["promises", () => true],
		["promises_kept", ({ answered_at, promised_at }) => answered_at !== null && answered_at <= promised_at],
		["promises_late", ({ answered_at, promised_at }) => answered_at !== null && answered_at > promised_at],
	];
	for (const [metric, counts] of promises)
		count(
			metric,
			rows.tickets.filter((ticket) => ticket.day === day && counts(ticket)),
			({ priority, category }) => `${priority}/${category}/`,
		);
	count(
		"tickets",
		rows.tickets.filter((ticket) => ticket.day === day),
		({ category }) => category,
	);
	count(
		"tickets_channel",
		rows.tickets.filter((ticket) => ticket.day === day),
		({ channel, category }) => `${channel}/${category}`,
	);
	count(
		"votes_yes",
		votes.filter(({ helpful }) => helpful === 1),
		({ article }) => article,
	);
	count(
		"votes_no",
		votes.filter(({ helpful }) => helpful === 0),
		({ article }) => article,
	);
	count("time_to_answer", answerTimes(), ({ seconds }) => seconds);
	return { counts, queries: countQueries(), machines: onDay.length - events.length, senders: counted };

	function answerTimes(): (Reader & { seconds: number })[] {
		const acts = events.filter(({ type, session }) => session !== null && (type === "page_viewed" || type === "search_settled"));
		const groups = groupBy(acts, ({ session, sample }) => `${session}|${sample}`);
		return [...groups.values()].flatMap((group) => {
			const [some] = group.toSorted((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1));
			if (!some) return [];
			const first = Math.min(...group.map(({ at }) => at));
			const yes = rows.votes.filter((vote) => vote.day === day && vote.session === some.session && vote.helpful === 1 && vote.voted_at >= first);
			const ends = yes.length > 0 ? [Math.min(...yes.map((vote) => vote.voted_at))] : group.filter(({ article }) => article !== null).map(({ at }) => at);
			const seconds = ends.length > 0 ? Math.round((Math.max(...ends) - first) / 1000) : 0;
			return seconds > 0 ? [{ ...some, seconds }] : [];
		});
	}

	function countQueries(): Record<string, number[]> {
		const nextDay = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
		const goesOn = ({ session, at }: RawEvent) =>
			rows.events.some((next) => (next.day === day || next.day === nextDay) && next.session === session && next.at > at);
		const told = searches.map((search) => {
			const { session, at, visitor, query_key: words } = search;
			const clicks = usesOf(search).filter(({ type }) => type === "search_clicked");
			const isUsed = isAsked(search) || clicks.length > 0;
			const saidNo = (article: string | null) =>
				rows.votes.some((vote) => vote.article === article && vote.day === day && vote.visitor === visitor && vote.helpful === 0);
			const soon = rows.events.some(
				(next) =>
					next.type === "search_settled" &&
					next.session !== null &&
					next.session === session &&
					next.at > at &&
					next.at <= at + 300_000 &&
					next.query_key !== words,
			);
			const signs = [
				search.results === 0,
				isOpened(search),
				isAnswered(search) && !isOpened(search),
				!isUsed && soon,
				rows.visits.some((visit) => visit.ticket !== null && visit.session !== null && visit.session === session && visit.opened_at >= at),
				session !== null && !isUsed && !goesOn(search),
				clicks.some(({ article }) => saidNo(article)),
				(search.results ?? 0) > 0 && !isUsed,
			];
			return { search, signs, key: [words, search.locale, search.segment, categoryOf(search), search.sample].join("|") };
		});
		const groups = groupBy(told, ({ key }) => key);
		return Object.fromEntries(
			[...groups].map(([key, group]) => {
				const visitors = new Set(group.map(({ search }) => search.visitor ?? search.session ?? "")).size;
				const sums = (group[0]?.signs ?? []).map((_, place) => group.filter(({ signs }) => signs[place]).length);
				return [key, [group.length, visitors, ...sums]];
			}),
		);
	}
}
