import type { ReportTable } from "#contract/report-table.ts";
import type { TicketChannel } from "#contract/tickets.ts";
import type { Sums } from "../../queries/rollups.ts";

/** Tickets below which no share is told. */
const fewest = 20;

const channels: Record<TicketChannel | "sample", [label: string, definition: string]> = {
	portal: ["Contact page", "Its form, sent by the page's script."],
	form: ["Contact page, without JavaScript", "The same form, sent by the browser itself: the script did not run."],
	widget: ["Widget in the product", "From a page of an origin that widget.yml or WIDGET_ORIGINS names."],
	assistant: ["Assistant", "Written by an assistant over MCP, which said that the customer had agreed to the words that it showed. Nobody here saw that."],
	sample: ["Sample", "Made up, to show what a report looks like; npm run sample -- remove takes it out."],
};

/** Tickets by the way they came, in a fixed order; ways that brought none in either period are left out. */
export function channelsTable(sums: Sums, before: Sums): ReportTable {
	const now = byChannel(sums);
	const earlier = byChannel(before);
	const all = [...now.values()].reduce((sum, n) => sum + n, 0);
	const rows = Object.entries(channels).map(([channel, [label, definition]]) => {
		const tickets = now.get(channel) ?? 0;
		return {
			cells: { channel: label, tickets, share: all >= fewest ? tickets / all : null, previous: earlier.get(channel) ?? 0 },
			more: [definition],
		};
	});
	return {
		id: "channels",
		caption: "How tickets came",
		definition: `Tickets by the way they were sent, each once, and their share of all (from ${fewest} on). E-mails, calls and chats never pass here and are not counted.`,
		columns: [
			{ key: "channel", label: "Channel" },
			{ key: "tickets", label: "Tickets" },
			{ key: "share", label: "Share", unit: "rate", definition: "Of the tickets of the period." },
			{ key: "previous", label: "Period before" },
		],
		rows: rows.filter(({ cells }) => cells.tickets > 0 || cells.previous > 0),
		empty: "No tickets in this period.",
	};
}

/** Labels are `channel/category`. */
function byChannel(sums: Sums): Map<string, number> {
	const counts = new Map<string, number>();
	for (const [label, n] of sums.get("tickets_channel") ?? []) {
		const [channel = ""] = label.split("/");
		counts.set(channel, (counts.get(channel) ?? 0) + n);
	}
	return counts;
}
