import type { ReportTable } from "#contract/report-table.ts";
import type { DeadDelivery } from "../../queries/dead-deliveries.ts";
import type { DestinationHealth } from "../../queries/destination-health.ts";
import type { HandoverCount, WaitingHandover } from "../../queries/handoff-report.ts";

const carries: Record<DeadDelivery["carries"], string> = { ticket: "", note: "note of ", closed: "closing of ", reopened: "reopening of " };
const circuits: Record<DestinationHealth["circuit"], string> = { closed: "Takes messages", open: "Left in peace for a while", probing: "Tried one at a time" };

const destinationColumn = { key: "destination", label: "Destination", definition: "As content/data/routing.yml calls it." };
const attemptsColumn = { key: "attempts", label: "Attempts", unit: "count", definition: "How often the desk was asked." } as const;
const ageOf = (now: number, then: number) => Math.max(0, Math.round((now - then) / 1000));

/** Hand-overs that were given up, each with a button that sends it again. @param total all that there are */
export function deadTable(dead: DeadDelivery[], total: number, now: number): ReportTable {
	return {
		id: "dead",
		caption: "Given up",
		definition:
			"Put right what is wrong, then send them again: nothing is lost, and no ticket is made twice where the desk can be asked. A ticket takes its notes along.",
		columns: [
			{ key: "message", label: "Message" },
			destinationColumn,
			{ key: "reason", label: "Why" },
			attemptsColumn,
			{ key: "age", label: "Age", unit: "seconds", definition: "Time since the message came." },
		],
		rows: dead.map(({ id, reference, destination, carries: what, reason, attempts, createdAt }) => ({
			cells: { message: `${carries[what]}${reference}`, destination, reason, attempts, age: ageOf(now, createdAt) },
			buttons: [{ label: "Send again", path: `/api/deliveries/${id}/replay`, fields: {} }],
		})),
		empty: "Nothing was given up.",
		total,
	};
}

/** Hand-overs that wait for longer than they should. */
export function waitingTable({ total, rows }: { total: number; rows: WaitingHandover[] }, now: number): ReportTable {
	return {
		id: "waiting",
		caption: "Waiting for more than an hour",
		definition: "They go out by themselves when their desk answers again. Each is tried for 72 hours.",
		columns: [
			{ key: "message", label: "Message" },
			destinationColumn,
			{ key: "reason", label: "Last answer" },
			attemptsColumn,
			{ key: "age", label: "Age", unit: "seconds", definition: "Time since the message came." },
			{ key: "next", label: "Next attempt in", unit: "seconds" },
		],
		rows: rows.map(({ reference, destination, reason, attempts, createdAt, nextAttemptAt }) => ({
			cells: { message: reference, destination, reason, attempts, age: ageOf(now, createdAt), next: Math.max(0, Math.round((nextAttemptAt - now) / 1000)) },
			action: `Find out what is wrong at ${destination}: npm run handoff -- test ${destination}`,
		})),
		empty: "Nothing waits for longer than an hour.",
		total,
	};
}

/** How each destination does. */
export function destinationsTable(states: DestinationHealth[], counts: HandoverCount[], now: number): ReportTable {
	const names = [...new Set([...states.map(({ destination }) => destination), ...counts.map(({ destination }) => destination)])].sort();
	return {
		id: "destinations",
		caption: "Destinations",
		definition: "How each desk does now, and what it took of the period's tickets.",
		columns: [
			destinationColumn,
			{ key: "state", label: "State", definition: "After five failures in a row a desk is left in peace for a while, then tried with one message at a time." },
			{ key: "failures", label: "Failures in a row", unit: "count" },
			{ key: "pending", label: "Waiting", unit: "count" },
			{ key: "dead", label: "Given up", unit: "count" },
			{ key: "delivered", label: "Handed over", unit: "count", definition: "Of tickets that came in the period." },
			{ key: "attempts", label: "Attempts each", definition: "Attempts ÷ hand-overs that the desk took." },
			{ key: "last_success", label: "Last yes", unit: "seconds", definition: "Time since the desk last took something." },
			{ key: "last_error", label: "Last failure" },
		],
		rows: names.map((destination) => {
			const state = states.find((candidate) => candidate.destination === destination);
			const taken = counts.filter((count) => count.destination === destination && count.state === "delivered");
			const [n, attempts] = [taken.reduce((sum, count) => sum + count.n, 0), taken.reduce((sum, count) => sum + count.attempts, 0)];
			const dead = state?.dead ?? 0;
			return {
				cells: {
					destination,
					state: circuits[state?.circuit ?? "closed"],
					failures: state?.failures ?? 0,
					pending: state?.pending ?? 0,
					dead,
					delivered: n,
					attempts: n > 0 ? attempts / n : null,
					last_success: state?.lastSuccessAt ? ageOf(now, state.lastSuccessAt) : null,
					last_error: state?.lastError ?? null,
				},
				...(state && state.circuit !== "closed" && { action: "Mend its entry in content/data/routing.yml or its secret" }),
				...(dead > 0 && {
					buttons: [
						{
							label: dead === 1 ? "Send it again" : `Send all ${dead} again`,
							path: `/api/deliveries/replay?destination=${encodeURIComponent(destination)}`,
							fields: {},
						},
					],
				}),
			};
		}),
		empty: "Nothing has been handed over yet.",
	};
}

/** Why hand-overs last failed. */
export function reasonsTable(reasons: { destination: string; reason: string; state: "pending" | "dead"; n: number }[]): ReportTable {
	return {
		id: "reasons",
		caption: "Why hand-overs failed",
		definition: "The last answer of each hand-over that waits or was given up, the most frequent first.",
		columns: [{ key: "reason", label: "Reason" }, destinationColumn, { key: "n", label: "Hand-overs", unit: "count" }, { key: "state", label: "Now" }],
		rows: reasons.map(({ destination, reason, state, n }) => ({
			cells: { reason, destination, n, state: state === "dead" ? "given up" : "tried again" },
			action: /\b40[13]\b/.test(reason)
				? `Renew the secret of ${destination}, then: npm run handoff -- test ${destination}`
				: `Check ${destination} in content/data/routing.yml: npm run handoff -- test ${destination}`,
		})),
		empty: "Nothing that waits or was given up has failed.",
	};
}
