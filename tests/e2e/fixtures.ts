import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { test as base, expect, type Page } from "@playwright/test";
import type { ClientEvent, EventBatch } from "#contract/events.ts";
import type { OverviewReport, MetricId } from "#contract/reports.ts";
import type { ReceivedTicket } from "#scripts/lib/practice-desk.ts";
import type { Stack } from "./global-setup.ts";

interface Fixtures {
	stack: Stack;
	/** What the desk has received so far. */
	desk: () => Promise<{ tickets: ReceivedTicket[]; refused: number }>;
	/** Runs the scheduled jobs, now or at another moment. */
	tick: (at?: number) => Promise<void>;
	/** The manager's report as programs read it. */
	report: () => Promise<OverviewReport>;
	/** What this page and those before it have told the Worker so far, of one kind. */
	told: <Type extends ClientEvent["type"]>(type: Type) => Promise<Extract<ClientEvent, { type: Type }>[]>;
	/** Signs a page in as manager. */
	signIn: (page: Page) => Promise<void>;
	/** Every error of the page's console is a failure of the test. */
	quiet: void;
}

export const test = base.extend<Fixtures>({
	stack: async ({}, use, info) => {
		const stacks = JSON.parse(readFileSync(process.env["TIER_ZERO_STACKS"] ?? "", "utf8")) as Record<string, Stack>;
		const stack = stacks[info.project.name];
		if (!stack) throw new Error(`no stack for ${info.project.name}`);
		await use(stack);
	},
	baseURL: async ({ stack }, use) => use(stack.url),
	desk: async ({ stack }, use) => use(async () => (await fetch(`${stack.control}/desk`)).json() as Promise<{ tickets: ReceivedTicket[]; refused: number }>),
	tick: async ({ stack }, use) => use(async (at) => void (await fetch(`${stack.control}/tick${at === undefined ? "" : `?at=${at}`}`, { method: "POST" }))),
	report: async ({ stack }, use) =>
		use(
			async () =>
				(await fetch(`${stack.url}/api/reports/overview`, { headers: { authorization: `Bearer ${stack.reportToken}` } })).json() as Promise<OverviewReport>,
		),
	told: async ({ context, page }, use) => {
		await context.addInitScript(noteBeacons);
		await use(
			async (type) =>
				(await page.evaluate(() => JSON.parse(localStorage.getItem("told") ?? "[]") as EventBatch[]))
					.flatMap(({ events }) => events)
					.filter((event) => event.type === type) as never,
		);
	},
	signIn: async ({ stack }, use) =>
		use(async (page) => {
			if (existsSync(stack.cookieFile))
				return page.context().addCookies(JSON.parse(readFileSync(stack.cookieFile, "utf8")) as Parameters<ReturnType<Page["context"]>["addCookies"]>[0]);
			await page.goto(`/manage/sign-in?code=${stack.signInCode}`);
			await expect(page.getByRole("heading", { level: 1, name: "Report" })).toBeVisible();
			writeFileSync(stack.cookieFile, JSON.stringify(await page.context().cookies()));
		}),
	quiet: [
		async ({ page }, use) => {
			const errors: string[] = [];
			page.on(
				"console",
				(message) =>
					message.type() === "error" &&
					!/status of (?:403|404|409|413|415|422|429|503)|ERR_FAILED|ERR_INTERNET_DISCONNECTED/.test(message.text()) &&
					errors.push(message.text()),
			);
			page.on("pageerror", (error) => errors.push(error.message));
			await use();
			expect(errors, "errors in the page's console").toEqual([]);
		},
		{ auto: true },
	],
});

export { expect };

/** Runs in the page: Playwright does not see the body of a beacon, least of all of one that is sent while the page is left. */
function noteBeacons(): void {
	const send = navigator.sendBeacon.bind(navigator);
	const parts = new WeakMap<Blob, string>();
	const Original = Blob;
	window.Blob = class extends Original {
		constructor(texts: BlobPart[] = [], options?: BlobPropertyBag) {
			super(texts, options);
			parts.set(this, String(texts[0]));
		}
	};
	navigator.sendBeacon = (url, body) => {
		const earlier = JSON.parse(localStorage.getItem("told") ?? "[]") as unknown[];
		if (body instanceof Original) localStorage.setItem("told", JSON.stringify([...earlier, JSON.parse(parts.get(body) ?? "null")]));
		return send(url, body);
	};
}

/** One metric of a report. */
export function metric(report: OverviewReport, id: MetricId) {
	const found = report.metrics.find((candidate) => candidate.id === id);
	if (!found) throw new Error(`the report has no ${id}`);
	return found;
}

/** A part that stands beside a metric's value. */
export function beside(report: OverviewReport, id: MetricId, label: string): number {
	return metric(report, id).beside.find((part) => part.label === label)?.value ?? 0;
}
