import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { migrate } from "../../scripts/lib/local-database.ts";
import { startWorker } from "../../scripts/lib/local-worker.ts";
import { root } from "../../scripts/lib/paths.ts";
import { freePort } from "../../scripts/lib/ports.ts";
import { childEnvironment } from "../../scripts/lib/processes.ts";
import { expect, test } from "./fixtures.ts";

const title = "How do I change the colours of a chart?";
const finished = `
<QuickAnswer>

Open the chart, select **Format** and choose a palette. The new colours are saved at once.

</QuickAnswer>

<BeforeYouStart>

- You can edit the report that holds the chart.

</BeforeYouStart>

<Steps>

<Step title="Open the chart">

Select the chart. You see a frame around it.

</Step>

<Step title="Choose a palette">

Select **Format** and then a palette. The chart changes at once.

<Video title="Choosing a palette" src="https://www.youtube-nocookie.com/embed/palette" length="0:40" />

</Step>

<Step title="Check it in print">

Select **Preview** and look at the chart in grey.

</Step>

</Steps>

<Troubleshooting>

<Problem title="Format is grey">

<Cause>

The report is final.

</Cause>

<Solution>

Make a new version of the report and try again.

</Solution>

</Problem>

<IfThisFails>

Reload the page and [contact us](/contact/).

</IfThisFails>

</Troubleshooting>
`;

test("a writer makes an article, breaks it, is told file, line and remedy, mends it, and finds it by search", async ({ page }, info) => {
	test.setTimeout(120_000);
	const folder = info.outputPath("writer");
	const content = join(folder, "content");
	cpSync(join(root, "tests/fixtures/content-sound"), content, { recursive: true });
	const env = { KB_CONTENT: content, KB_OUT: join(folder, "dist"), KB_STATE: join(folder, "state") };
	const npm = (script: string, ...args: string[]) =>
		spawnSync(process.execPath, [join(root, "scripts", `${script}.ts`), ...args], { cwd: root, env: childEnvironment(env), encoding: "utf8" });

	const made = npm("new", "how-to", title, "--category", "reporting", "--owner", "reporting-team");
	expect(made.status, made.stderr).toBe(0);
	const file = join(content, "articles/en/reporting/change-the-colours-of-a-chart.mdx");
	expect(made.stdout).toContain("change-the-colours-of-a-chart.mdx");
	expect(npm("new", "how-to", "How can I change the colours of a chart?", "--category", "reporting").stderr).toContain("change-the-colours-of-a-chart");

	const front = readFileSync(file, "utf8").split(/^---$/m)[1] ?? "";
	const whole = `---${front
		.replace(/^draft: true\n/m, "related:\n  - reporting/first-report\n")
		.replace(/^summary: .*$/m, "summary: Give a chart in a report other colours, and see that it can still be read in print.")
		.replace(/^keywords:(?:.*\n)(?: {2}- .*\n)*/m, "keywords:\n  - palette\n  - rainbow graph\n")}---\n${finished}`;
	writeFileSync(file, whole.replace("type: how-to", "type: howto").replace("</Troubleshooting>", ""));
	const broken = npm("check");
	expect(broken.status).toBe(1);
	expect(broken.stdout).toContain("articles/en/reporting/change-the-colours-of-a-chart.mdx\n");
	expect(broken.stdout).toContain(
		'4:7  error  front-matter/value  "type" is "howto"; allowed: getting-started, how-to, troubleshooting, reference, faq, release-notes, best-practices  (did you mean "how-to"?)',
	);
	expect(broken.stdout).toContain('Do:  Write "how-to".');
	expect(broken.stdout).toMatch(/\d+:1 {2}error {2}mdx\/syntax {2}<Troubleshooting> from line \d+ is never closed/);
	expect(npm("build").status).toBe(1);

	writeFileSync(file, whole);
	expect(npm("check").stdout).toContain("2:1  warning  related/orphan  no other article leads here");
	const leading = join(content, "articles/en/reporting/first-report.mdx");
	writeFileSync(leading, readFileSync(leading, "utf8").replace("\n---\n", "\nnextSteps:\n  - reporting/change-the-colours-of-a-chart\n---\n"));
	const mended = npm("check");
	expect(mended.stdout + mended.stderr).not.toContain("change-the-colours-of-a-chart.mdx");
	expect(npm("build").status).toBe(0);

	await migrate(env.KB_STATE);
	const worker = await startWorker({ port: await freePort(), vars: {}, state: env.KB_STATE, site: env.KB_OUT });
	const elsewhere: string[] = [];
	page.on("request", (request) => {
		const { hostname } = new URL(request.url());
		if (hostname !== "localhost") elsewhere.push(hostname);
	});
	await page.route("https://www.youtube-nocookie.com/**", (route) => route.fulfill({ contentType: "text/html", body: "<title>Film</title>" }));
	try {
		await page.goto(`${worker.url}/search/?q=rainbow+graph+palete`);
		await page.getByRole("link", { name: title }).click();
		await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
		await expect(page.getByText("Open the chart, select Format")).toBeVisible();

		// The film's host learns nothing before the reader asks for it.
		expect(elsewhere).toEqual([]);
		await page.waitForLoadState();
		await page.getByRole("link", { name: "Play “Choosing a palette” (0:40)" }).click();
		await expect(page.locator("iframe[title='Choosing a palette']")).toHaveAttribute("src", "https://www.youtube-nocookie.com/embed/palette");
		expect(elsewhere).toEqual(["www.youtube-nocookie.com"]);
	} finally {
		await page.goto("about:blank");
		await worker.stop();
	}
});
