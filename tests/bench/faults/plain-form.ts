import { setTimeout as wait } from "node:timers/promises";
import { parse } from "node-html-parser";
import type { Figure } from "#scripts/lib/figure.ts";
import { makeTicket } from "./writers.ts";

/** A contact form without JavaScript that is filled in, and not yet sent. */
export interface PlainForm {
	/** Sends it, and tells what the customer then sees. */
	send(): Promise<Figure[]>;
}

/** Opens the form before the fault, as a customer would. @param of what the fault is */
export async function openPlainForm(url: string, of: string): Promise<PlainForm> {
	const page = parse(await (await fetch(`${url}/contact/`)).text());
	const hidden = page
		.querySelectorAll("[data-contact-form] input[type=hidden]")
		.map((input): [string, string] => [input.getAttribute("name") ?? "", input.getAttribute("value") ?? ""]);
	const { key, ...words } = makeTicket();
	// No person is quicker.
	await wait(2_200);
	return { send };

	async function send(): Promise<Figure[]> {
		const body = new URLSearchParams({ ...Object.fromEntries(hidden.filter(([name]) => name === "key" || name === "rendered")), ...words });
		const response = await fetch(`${url}/contact/`, {
			method: "POST",
			redirect: "manual",
			headers: {
				accept: "text/html",
				origin: url,
				"sec-fetch-site": "same-origin",
				"content-type": "application/x-www-form-urlencoded",
				"x-dev-network": "10.255.255.1",
			},
			body: body.toString(),
			signal: AbortSignal.timeout(30_000),
		});
		const answer = parse(await response.text());
		const errors = answer.querySelectorAll("[data-form-errors] li");
		const told = errors.length > 0 ? errors : answer.querySelectorAll("main h1, main h1 + .lead");
		const kept = answer.querySelector("textarea[name=description]")?.textContent.includes(words.description) ?? false;
		const shown = response.status === 303 ? "the status page" : told.map(({ textContent }) => textContent.trim()).join(" ");
		return [
			{
				name: "words kept by a plain form",
				value: Number(kept || response.status === 303),
				unit: "of 1",
				goal: { op: "==", value: 1 },
				of: `answered with ${response.status}, “${shown}”; ${of}`,
			},
		];
	}
}
