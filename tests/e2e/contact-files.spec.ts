import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { writeMessage } from "./write-message.ts";

// A network of its own: there is a limit of messages from each.
test.use({ extraHTTPHeaders: { "x-dev-network": "198.18.0.7" } });

const picture = {
	name: "screen.png",
	mimeType: "image/png",
	buffer: Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64"),
};
const log = { name: "import.log", mimeType: "text/plain", buffer: Buffer.from("row 7: ERR_1005\n") };

function line(page: Page, name: string) {
	return page.locator(".file-list li").filter({ hasText: name });
}

test("rejected suggestions, then a ticket: two files and the trail reach the desk, without what was taken out", async ({ page, desk }, { project }) => {
	const subject = `Rows with files (${project.name})`;
	await page.goto("/data-entry/import/fix-rejected-rows/");
	await page.getByRole("region", { name: "Still need help?" }).getByRole("link", { name: "Contact support" }).click();
	await page.getByLabel("What do you need help with?").fill("import rejected ERR_1005");
	await page.getByRole("button", { name: "Not quite" }).first().click();
	await writeMessage(page, subject);
	await page.getByLabel("Pictures or files").setInputFiles([picture, log]);
	await expect(line(page, "screen.png")).toContainText("Added");
	await expect(line(page, "screen.png").locator("img")).toHaveJSProperty("naturalWidth", 1);
	await expect(line(page, "import.log")).toContainText("Added");

	await page.getByText("What we send along").click();
	await page.getByRole("button", { name: /^Remove: Searched for/ }).click();
	await expect(page.getByText(/^Searched for/)).toHaveCount(0);
	await page.getByRole("button", { name: "Remove: Came from the page /data-entry/import/fix-rejected-rows/" }).click();
	await page.getByRole("button", { name: "Send message" }).click();
	await expect(page.getByRole("heading", { name: "We have your message." })).toBeVisible();
	await expect.poll(async () => (await desk()).tickets.filter(({ data }) => data.subject === subject).length).toBe(1);
	const text = JSON.stringify((await desk()).tickets.find(({ data }) => data.subject === subject)?.data);
	expect(text).toContain("screen.png");
	expect(text).toContain("import.log");
	expect(text).toContain('"kind":"rejected"');
	expect(text).not.toContain('"kind":"search"');
	expect(text).toMatch(/Sent from Chrome \d+/);
	expect(text).not.toContain("Came from the page");
});

test("a file that does not fit says why in words and keeps nothing from being sent", async ({ page }, { project }) => {
	await page.goto("/contact/");
	await writeMessage(page, `Odd files (${project.name})`);
	const program = { name: "setup.exe", mimeType: "application/octet-stream", buffer: Buffer.from([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0]) };
	await page
		.getByLabel("Pictures or files")
		.setInputFiles([
			program,
			{ name: "empty.txt", mimeType: "text/plain", buffer: Buffer.alloc(0) },
			{ name: "huge.zip", mimeType: "application/zip", buffer: Buffer.alloc(10 * 1024 * 1024 + 1) },
		]);
	await expect(line(page, "setup.exe")).toContainText("We cannot take this kind of file. Pictures, PDF, text, Word, Excel, zip and MP4 are fine.");
	await expect(line(page, "empty.txt")).toContainText("This file is empty, so it was not added.");
	await expect(line(page, "huge.zip")).toContainText("This file is larger than 10 MB, so it was not added.");
	await page.getByRole("button", { name: "Remove huge.zip" }).click();
	await expect(line(page, "huge.zip")).toHaveCount(0);
	await expect(page.getByRole("button", { name: "Remove empty.txt" })).toBeFocused();
	await page.getByRole("button", { name: "Send message" }).click();
	await expect(page.getByRole("heading", { name: "We have your message." })).toBeVisible();
});

test("a sixth file is refused; a removed one makes room", async ({ page }) => {
	await page.goto("/contact/");
	const input = page.getByLabel("Pictures or files");
	await input.setInputFiles([1, 2, 3, 4, 5].map((number) => ({ ...log, name: `${number}.log` })));
	await expect(page.locator(".file-list li").filter({ hasText: "Added" })).toHaveCount(5);
	await input.setInputFiles([{ ...log, name: "6.log" }]);
	await expect(line(page, "6.log")).toContainText("A message takes 5 files, so this one was not added.");
	await page.getByRole("button", { name: "Remove 6.log" }).click();
	await page.getByRole("button", { name: "Remove 1.log" }).click();
	await input.setInputFiles([{ ...log, name: "6.log" }]);
	await expect(line(page, "6.log")).toContainText("Added");
});

test("a file can be dropped and pasted; an upload shows how far it is and can be cancelled", async ({ page }) => {
	await page.goto("/contact/");
	await page.locator("[data-contact-form]").evaluate((form) => {
		const dropped = new DataTransfer();
		dropped.items.add(new File(["hello"], "dropped.txt", { type: "text/plain" }));
		form.dispatchEvent(new DragEvent("drop", { dataTransfer: dropped, bubbles: true, cancelable: true }));
		const pasted = new DataTransfer();
		pasted.items.add(new File(["hello"], "pasted.txt", { type: "text/plain" }));
		form.dispatchEvent(new ClipboardEvent("paste", { clipboardData: pasted, bubbles: true }));
	});
	await expect(line(page, "dropped.txt")).toContainText("Added");
	await expect(line(page, "pasted.txt")).toContainText("Added");

	await page.route("**/api/attachments", () => undefined);
	await page.getByLabel("Pictures or files").setInputFiles([log]);
	await expect(page.getByRole("progressbar", { name: "Upload of import.log" })).toBeVisible();
	await page.getByRole("button", { name: "Cancel the upload of import.log" }).click();
	await expect(line(page, "import.log")).toHaveCount(0);
});

test("a message waits for a file that could not be uploaded, and is sent with it", async ({ page, desk }, { project }) => {
	const subject = `Waits for its file (${project.name})`;
	await page.goto("/contact/");
	await writeMessage(page, subject);
	await page.route("**/api/attachments", (route) => route.abort());
	await page.getByLabel("Pictures or files").setInputFiles([log]);
	await expect(line(page, "import.log")).toContainText("We could not be reached. We try again when you are back.");
	await page.getByRole("button", { name: "Send message" }).click();
	await expect(page.getByText(/A file could not be uploaded, so your message waits/)).toBeVisible();
	await page.unroute("**/api/attachments");
	await expect(page.getByRole("heading", { name: "We have your message." })).toBeVisible({ timeout: 15_000 });
	await expect.poll(async () => JSON.stringify((await desk()).tickets.filter(({ data }) => data.subject === subject))).toContain("import.log");
});

test("files outlive a failed send and a reload", async ({ page, desk }, { project }) => {
	const subject = `Kept files (${project.name})`;
	await page.goto("/contact/");
	await writeMessage(page, subject);
	await page.getByLabel("Pictures or files").setInputFiles([log]);
	await expect(line(page, "import.log")).toContainText("Added");
	await page.route("**/api/tickets", (route) => route.abort());
	await page.getByRole("button", { name: "Send message" }).click();
	await expect(page.getByText(/We could not be reached/)).toBeVisible();
	await page.reload();
	await expect(line(page, "import.log")).toContainText("Added");
	await page.unroute("**/api/tickets");
	await page.getByRole("button", { name: "Send message" }).click();
	await expect(page.getByRole("heading", { name: "We have your message." })).toBeVisible();
	await expect.poll(async () => JSON.stringify((await desk()).tickets.filter(({ data }) => data.subject === subject))).toContain("import.log");
});
