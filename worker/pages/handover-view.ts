import { html } from "hono/html";
import type { View } from "../lib/shell.ts";
import type { DeadDelivery } from "../queries/dead-deliveries.ts";
import type { DestinationHealth } from "../queries/destination-health.ts";
import { ageInWords, type Handover } from "../reports/handover.ts";

const carries = { ticket: "", note: "note of ", closed: "closing of ", reopened: "reopening of " };

function attemptsInWords(attempts: number): string {
	return attempts === 0 ? "" : attempts === 1 ? " (1 attempt)" : ` (${attempts} attempts)`;
}

/** Hand-overs that need a person, each with a button that sends it again; nothing where all is well. */
export function handoverView({ dead, deadCount, open }: Handover, now: number): View | "" {
	if (dead.length === 0 && open.length === 0) return "";
	return html`<section aria-labelledby="handover">
		<h2 id="handover">Hand-over to the desk</h2>
		${open.map(waiting)} ${dead.length > 0 ? deadList(dead, deadCount, now) : ""}
	</section>`;
}

function waiting({ destination, failures, lastError, pending }: DestinationHealth): View {
	return html`<p data-open="${destination}">
		<strong>${destination}</strong> does not take anything now: ${lastError ?? "it failed"} (${failures} times in a row). ${pending} waiting; they go out by
		themselves when it answers again.
	</p>`;
}

function deadList(dead: DeadDelivery[], count: number, now: number): View {
	return html`<p>
			<strong>${count === 1 ? "One hand-over was given up." : `${count} hand-overs were given up.`}</strong> Put right what is wrong, then send them again:
			nothing is lost, and no ticket is made twice where the desk can be asked.
		</p>
		<div class="table-scroll">
			<table>
				<caption class="visually-hidden">
					Hand-overs that were given up
				</caption>
				<thead>
					<tr>
						<th scope="col">Message</th>
						<th scope="col">Destination</th>
						<th scope="col">Why</th>
						<th scope="col">Age</th>
						<th scope="col">Next step</th>
					</tr>
				</thead>
				<tbody>
					${dead.map(
						(row) =>
							html`<tr data-dead="${row.id}">
								<th scope="row">${carries[row.carries]}${row.reference}</th>
								<td>${row.destination}</td>
								<td>${row.reason}${attemptsInWords(row.attempts)}</td>
								<td>${ageInWords(now - row.createdAt)}</td>
								<td>
									<form method="post" action="/api/deliveries/${row.id}/replay">
										<button class="button quiet" aria-label="Send ${row.reference} to ${row.destination} again">Send again</button>
									</form>
								</td>
							</tr>`,
					)}
				</tbody>
			</table>
		</div>
		${
			count > 1
				? html`<form method="post" action="/api/deliveries/replay">
						<button class="button">Send all ${count} again</button>
					</form>`
				: ""
		}`;
}
