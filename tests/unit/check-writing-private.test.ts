import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { describeFinding } from "#site/lib/finding.ts";
import { checkFolder } from "#scripts/lib/checks/check-folder.ts";
import { hideSecrets } from "#scripts/lib/checks/hide-secrets.ts";
import { findSecrets, secretFindings } from "#scripts/lib/checks/rules/secrets.ts";
import { reporters } from "#scripts/lib/reporters/report.ts";
import { contentWith, findingsWith, reference } from "./check-content.ts";

const units = "articles/en/data-entry/units.mdx";

function personal(body: string): string[] {
	return findingsWith({ [units]: reference(body) }).filter((finding) => finding.includes("personal-data/"));
}

async function secrets(body: string): Promise<string[]> {
	const content = contentWith({ [units]: reference(body) });
	return secretFindings(content, await findSecrets(content)).map(describeFinding);
}

/** Joined here, so that nobody takes the tests for a leak. */
const glue = (...parts: string[]) => parts.join("");
const random = "q7Rk2mX9vB4nT8wL3zP6";

describe("personal data", () => {
	test("each kind is named at its place, with what to write instead", () => {
		expect(personal("Write to Some Body (some.body@not-reserved.org) or call +49 171 2345098.")).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:15:10  warning  personal-data/name  the name "Some Body" stands beside personal data
			  Why: Together they point to one person, whom nobody has asked.
			  Do:  Write a made-up name, or the role: the reviewer, your admin.",
			  "articles/en/data-entry/units.mdx:15:21  warning  personal-data/email  the e-mail address some.body@not-reserved.org may be somebody's
			  Why: Everybody can read the article, and search engines keep what it once said.
			  Do:  Write an address that nobody can have, like anna@company.example. If it is your own, public one, name it in support.yml.",
			  "articles/en/data-entry/units.mdx:15:57  warning  personal-data/phone  the phone number +49 171 2345098 may be somebody's
			  Why: Everybody can read the article, and search engines keep what it once said.
			  Do:  Write a number that is kept free for examples, like +1 202 555 0142 or +44 20 7946 0142. If it is your own, public one, name it in support.yml.",
			]
		`);
		expect(personal("```text\n5425233430109903\nDE45500105175419417864\n84.17.33.92\n```")).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:16:1  warning  personal-data/card  the card number 5425… may be somebody's
			  Why: Everybody can read the article, and search engines keep what it once said.
			  Do:  Write a number for tests, like 4242 4242 4242 4242.",
			  "articles/en/data-entry/units.mdx:17:1  warning  personal-data/iban  the IBAN DE45… may be somebody's
			  Why: Everybody can read the article, and search engines keep what it once said.
			  Do:  Write the example of the IBAN registry, like GB29 NWBK 6016 1331 9268 19.",
			  "articles/en/data-entry/units.mdx:18:1  warning  personal-data/ip  the internet address 84.17.33.92 may be somebody's
			  Why: Everybody can read the article, and search engines keep what it once said.
			  Do:  Write an address kept free for documents, like 192.0.2.10, 198.51.100.10 or 203.0.113.10.",
			]
		`);
	});

	test.each([
		["a British mobile number", "Call me on 07911 654 098."],
		["a North American number", "Ring 415-302-8890."],
		["an address in code", "`curl -u somebody@not-reserved.org`"],
		["a spelled address", "somebody at reserved dot de"],
	])("%s is found", (_, body) => {
		expect(personal(body)).toHaveLength(1);
	});

	test.each([
		["reserved domains", "anna@example.com, b@mail.example.org, energy@acme.example, x@y.test, root@localhost.localdomain.invalid"],
		["the centre's own channels", "support@centre.example, +1 202 555 0142"],
		["mailboxes of a function", "privacy@gri.org, no-reply@okta.com, git@github.com:acme/esg.git"],
		["pictures and versions", "logo@2x.png, npm i esg@1.2.3, chrome@v120.0.1"],
		["numbers of films", "+1 415 555 0123, (202) 555-0199, 020 7946 0018, +44 7700 900123, +61 2 5550 0142, 0491 570 156, +49 30 23125 001, 06 39 98 12 34"],
		["placeholders", "+44 0000 000000, 123-456-7890"],
		["numbers for tests", "4242 4242 4242 4242, 378282246310005, 4111-1111-1111-1111, GB29 NWBK 6016 1331 9268 19, DE89370400440532013000"],
		["addresses for documents", "192.0.2.10, 198.51.100.7, 203.0.113.99, 10.1.2.3, 192.168.0.1, 127.0.0.1, 8.8.8.8, 20.30.40.0/24"],
		[
			"figures of every kind",
			"3.785411784 L, 1,016.0469 kg, 41 250.5 kWh, 1 200 000, 2026-03 38.2, 2023. 330, 3 10 50 250, 0.000123456, scope 1 2 3 2026, 1234567 rows",
		],
		["rows of figures", "61,040.71  0.0152  0.4092  0.0164  0.0160  0.0196  0.0228  0.2260"],
		["sections of standards", "7.6.1.1, 11.6.2.1, draft-06/07/2019-09/2020-12"],
		["dates and standards", "2026-11-21 14:30, 21.11.2026, ISO 14064-1, GRI 305-1, ESRS 2 2024, (EU) 2022/2464, NACE 35.11"],
		["versions and codes", "Chrome 131.0.6778.86, iOS 17.4.1, ERR_4001, 401 403 429, invoice 2026-000123, 9f86d081884c7d65"],
	])("%s are nobody's", (_, body) => {
		expect(personal(body)).toEqual([]);
	});

	test("a team is no name", () => {
		expect(personal("Contact Customer Support (some.body@not-reserved.org).")).toHaveLength(1);
	});
});

describe("secrets", () => {
	test("a key is named without being printed", async () => {
		expect(await secrets(`The key is \`${glue("AK", "IAQ3EGRIBXW2K7MZNP")}\`.`)).toMatchInlineSnapshot(`
			[
			  "articles/en/data-entry/units.mdx:15:13  error  secrets/aws  this looks like a key for AWS: "AKIA…"
			  Why: Whoever reads the article, or the history of the repository, could use it.
			  Do:  Make it invalid where it was issued, now: deleting it here does not undo what was read. Then write a placeholder, like <your token>.",
			]
		`);
	});

	test.each([
		["github", glue("gh", "p_q7Rk2mX9vB4nT8wL3zP6q7Rk2mX9vB4nT8wL")],
		["slack", glue("xo", "xb-2837465019-9182736450-q7Rk2mX9vB4nT8wL3zP6")],
		["stripe", glue("sk", "_live_q7Rk2mX9vB4nT8wL3zP6q7Rk")],
		["google", glue("AI", "zaSyq7Rk2mX9vB4nT8wL3zP6q7Rk2mX9vB4nT")],
		["token", `Authorization: Bearer ${random}${random}`],
		["token", `curl -H "authorization: bearer ${random}"`],
		["token", `api_key = "${random}"`],
		["password", `postgres://esg:${random}@db.example.com/esg`],
		["password", `https://esg:${random}@example.com/`],
		["password", `amqps://esg:${random}@mq.example.com`],
		["password", `Server=db.example.com;Database=esg;User Id=esg;Password=${random};`],
		["jwt", glue("ey", "JhbGciOiJSUzI1NiJ9.ey", "JpZCI6OTE4MjczfQ.q7Rk2mX9vB4nT8wL3zP6q7Rk2mX9")],
		["private-key", glue("-----BEGIN RSA PRIVATE", ` KEY-----\n${`${random}${random}\n`.repeat(6)}-----END RSA PRIVATE KEY-----`)],
	])("secrets/%s is found in %s", async (kind, text) => {
		const found = await secrets(`\`\`\`text\n${text}\n\`\`\``);
		expect(found.map((finding) => finding.split("  ").slice(1, 3))).toEqual([["error", `secrets/${kind}`]]);
		expect(found.join()).not.toContain(random);
	});

	test("the check of a folder looks for them", async () => {
		const folder = await mkdtemp(join(tmpdir(), "secrets-"));
		try {
			await cp(resolve(import.meta.dirname, "../fixtures/content-sound"), folder, { recursive: true });
			await writeFile(join(folder, "data/synonyms.yml"), `# ${glue("gl", "pat-")}${random}\n`);
			const { findings } = await checkFolder(folder, { search: false });
			expect(findings.map(({ rule }) => rule)).toContain("secrets/gitlab");
		} finally {
			await rm(folder, { recursive: true });
		}
	});

	test("no other finding quotes them, in whatever way it is printed", async () => {
		const folder = await mkdtemp(join(tmpdir(), "secrets-"));
		try {
			await cp(resolve(import.meta.dirname, "../fixtures/content-sound"), folder, { recursive: true });
			const [token, password] = [`${glue("gl", "pat-")}${random}`, "Zq8v"];
			const wrong = `type: ${token}\nlastReviewed: ${token}\nrelated: [${token}]\ntitle: ${token}\nsummary: ${token}`;
			const links = `[a](/${token}/) [b](#${token}) ![](./${token}.png) [c](https://esg:${password}@not-reserved.org)`;
			await writeFile(join(folder, "articles/en/data-entry/leak.mdx"), `---\n${wrong}\n---\n\n## ${token}\n\n${links}\n\nTODO ${token} ${token}\n`);
			await writeFile(join(folder, "data/redirects.yml"), `- { from: /old/, to: ${token} }\n`);
			const { findings } = await checkFolder(folder, { search: false });
			const printed = Object.values(reporters).map((print) => print({ articles: 1, findings }));
			expect(findings.length).toBeGreaterThan(10);
			for (const text of printed) {
				expect(text.toLowerCase()).not.toContain(random.toLowerCase().slice(0, 8));
				expect(text).not.toContain(password);
			}
		} finally {
			await rm(folder, { recursive: true });
		}
	});

	test("a finding that quotes one keeps its other words, and loses a fix that would write it again", () => {
		const finding = {
			rule: "a/b",
			level: "error",
			file: "a.mdx",
			line: 1,
			column: 1,
			why: "",
			remedy: "",
			fix: { path: "a.mdx", start: 0, end: 0, text: "" },
		} as const;
		const what = (text: string) => ({ ...finding, what: text });
		const hidden = hideSecrets(
			[what(`"#${random.toLowerCase()}" is ${random.slice(0, 12)}…`), what("the wall, walls"), { ...what(""), fix: { ...finding.fix, text: random } }],
			[random, "wall"],
		);
		expect(hidden.map((each) => [each.what, each.fix?.text])).toEqual([
			['"#q7Rk…" is q7Rk……', ""],
			["the w…, walls", ""],
			["", undefined],
		]);
	});

	test("they are found in data files too", async () => {
		const content = contentWith({ "data/redirects.yml": `# ${glue("gl", "pat-")}${random}\n[]\n` });
		expect(secretFindings(content, await findSecrets(content)).map(({ file, line, column, rule }) => [file, line, column, rule])).toEqual([
			["data/redirects.yml", 1, 3, "secrets/gitlab"],
		]);
	});

	test.each([
		["a documented example", glue("AKIA", "IOSFODNN7EXAMPLE and wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")],
		["a name in the place of a key", "Authorization: Bearer $TOKEN, Bearer YOUR_API_KEY_GOES_HERE, Bearer EXAMPLE-TOKEN-1234567890"],
		["angle brackets and braces", "`Authorization: Bearer <your token>`, `api_key=\\{\\{ api_key_2026_v1_prod \\}\\}`"],
		["x's and stars", glue("gh", "p_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx, password=********************")],
		["counted characters", "api_key: 1234567890abcdef1234567890abcdef"],
		["a password called password", "postgres://user:password@db.example.com/esg, mysql://root:secret@localhost/esg, https://user:pass@example.com/"],
		["a variable", "postgres://esg:$DB_PASSWORD@db.example.com/esg, redis://:${REDIS_PASSWORD}@cache".replaceAll("{", "\\{").replaceAll("}", "\\}")],
		["the token of jwt.io", glue("ey", "JhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.ey", "JzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIn0.q7Rk2mX9vB4nT8wL3zP6q7Rk")],
		["a shortened token", "eyJhbGciOiJSUzI1NiJ9… and eyJhbGciOiJSUzI1NiJ9.eyJp..."],
		["keys of idempotency and of tables", '"key": "lon01-electricity-2026-03", key: metric_code_2026_march_v2'],
		["a time in a text", "Open https://app.example.com:8443/a@b, at 10:30:00@noon"],
		["public keys and certificates", "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----"],
		["an AWS account", "aws_account_id = 4827-1938-2746"],
	])("%s is no secret", async (_, body) => {
		expect(await secrets(body)).toEqual([]);
	});
});
