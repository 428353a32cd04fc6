import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import type { Stack } from "./global-setup.ts";
import { expect, test } from "./fixtures.ts";

// A network of its own: there is a limit of messages from each.
const headers = { "x-dev-network": "192.0.2.19" };

/** Connects the official client to the centre, over HTTP. What the person is asked goes into `asked`; they agree. */
async function connect({ url }: Stack, asked: string[]): Promise<Client> {
	const client = new Client({ name: "assistant", version: "1" }, { capabilities: { elicitation: { form: {} } }, versionNegotiation: { mode: "auto" } });
	client.setRequestHandler("elicitation/create", ({ params }) => {
		asked.push(params.message);
		return { action: "accept", content: { send: true } };
	});
	await client.connect(new StreamableHTTPClientTransport(new URL("/mcp", url), { requestInit: { headers } }));
	return client;
}

function textOf({ content }: Awaited<ReturnType<Client["callTool"]>>): string {
	return content.map((part) => (part.type === "text" ? part.text : "")).join("");
}

test("an assistant searches, reads, and hands a message over that its person confirmed; the desk sees where it came from", async ({ stack, desk, page }, {
	project,
}) => {
	const subject = `Over-packed gateway (${project.name})`;
	const asked: string[] = [];
	const client = await connect(stack, asked);

	const topics = textOf(await client.callTool({ name: "list_categories", arguments: {} }));
	expect(topics).toContain("data-entry");
	const found = await client.callTool({ name: "search_articles", arguments: { query: "forgot my password", limit: 1 } });
	expect(found.structuredContent).toMatchObject({ answered: true, results: [{ id: "account-and-billing/reset-your-password" }] });
	const article = textOf(await client.callTool({ name: "get_article", arguments: { id: "account-and-billing/reset-your-password" } }));
	expect(article).toContain("# How do I reset my password?");

	const message = { subject, description: "It sends twice a minute.", category: "integrations", name: "Ada Example", email: "ada@example.com" };
	const sent = await client.callTool({ name: "create_ticket", arguments: message });
	expect(asked).toEqual([expect.stringContaining(subject)]);
	const { reference, statusUrl } = sent.structuredContent as { reference: string; statusUrl: string };
	await expect.poll(async () => (await desk()).tickets.filter(({ data }) => data.subject === subject).map(({ data }) => data.channel)).toEqual(["assistant"]);

	await page.goto(new URL(statusUrl).pathname);
	await expect(page.getByText(reference).first()).toBeVisible();
	await client.close();
});
