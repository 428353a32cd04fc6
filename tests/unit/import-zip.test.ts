import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { openNested } from "#scripts/lib/importers/tree/open-nested.ts";
import { openArchive } from "#scripts/lib/importers/tree/zip-tree.ts";
import type { Tree } from "#scripts/lib/importers/tree/tree.ts";
import { makeZip, type ZipEntry } from "./make-zip.ts";

function written(bytes: Buffer): string {
	const folder = mkdtempSync(join(tmpdir(), "zip-"));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	const file = join(folder, "export.zip");
	writeFileSync(file, bytes);
	return file;
}

async function opened(entries: ZipEntry[]): Promise<Tree> {
	const tree = await openArchive(written(makeZip(entries)));
	onTestFinished(() => tree.close());
	return tree;
}

describe("a zip", () => {
	it("shows its files in order, without folders and hidden files", async () => {
		const tree = await opened([
			{ name: "b/two.md", data: "two" },
			{ name: "b/" },
			{ name: "a.md", data: "one" },
			{ name: "__MACOSX/a.md", data: "x" },
			{ name: ".git/config", data: "x" },
		]);
		expect(tree.files).toEqual(["a.md", "b/two.md"]);
		expect(String(await tree.read("b/two.md"))).toBe("two");
		expect(tree.notes).toEqual([]);
	});

	it.each([["../out.md"], ["a/../../out.md"], ["/etc/out.md"], ["C:\\out.md"], ["c:out.md"], ["..\\out.md"], ["a\\..\\..\\out.md"], ["\\out.md"], ["a\0.md"]])(
		"leaves out the path %j, which leads out of it, and keeps the rest",
		async (name) => {
			const tree = await opened([
				{ name, data: "bad" },
				{ name: "good.md", data: "good" },
			]);
			expect(tree.files).toEqual(["good.md"]);
			expect(tree.notes.map(({ kind, what }) => `${kind} ${what}`)).toEqual(["person a path that leads out of the archive; it was not unpacked"]);
		},
	);

	it("leaves links out", async () => {
		const tree = await opened([
			{ name: "link.md", data: "/etc/passwd", mode: 0o120777 },
			{ name: "good.md", data: "good" },
		]);
		expect(tree.files).toEqual(["good.md"]);
		expect(tree.notes.map(({ file, what }) => `${file} ${what}`)).toEqual(["link.md a link inside the archive; it was not followed"]);
	});

	it("reads names of old code pages", async () => {
		const tree = await opened([{ name: Buffer.from("gr\xfc\xdfe.md", "latin1"), data: "hello" }]);
		expect(tree.files).toEqual(["grüße.md"]);
		expect(String(await tree.read("grüße.md"))).toBe("hello");
	});

	it("reads backslashes as folders", async () => {
		expect((await opened([{ name: "a\\b.md", data: "x" }])).files).toEqual(["a/b.md"]);
	});

	it("leaves out what is too large", async () => {
		const tree = await opened([
			{ name: "film.mp4", claims: 300 * 1024 * 1024 },
			{ name: "good.md", data: "good" },
		]);
		expect(tree.files).toEqual(["good.md"]);
		expect(tree.notes.map(({ file, what }) => `${file} ${what}`)).toEqual(["film.mp4 larger than 200 MB; it was not unpacked"]);
	});

	it("is refused when it would fill the disk", async () => {
		const entries = Array.from({ length: 6 }, (_, index) => ({ name: `${index}.bin`, claims: 4_000_000_000 }));
		await expect(openArchive(written(makeZip(entries)))).rejects.toThrow("the archive would unpack to more than 20 GB");
	});

	it("stops reading a file that holds more than it claims", async () => {
		const tree = await opened([{ name: "bomb.md", data: Buffer.alloc(5_000_000), claims: 10 }]);
		await expect(tree.read("bomb.md")).rejects.toThrow(/too many bytes/);
	});

	it.each([
		["no zip", Buffer.from("this is text")],
		["an empty file", Buffer.alloc(0)],
		["half a zip", makeZip([{ name: "a.md", data: "a".repeat(1000) }]).subarray(0, 60)],
	])("is refused when it is %s", async (_, bytes) => {
		await expect(openArchive(written(bytes))).rejects.toThrow();
	});

	it("whose bytes are damaged is told file by file", async () => {
		const bytes = makeZip([{ name: "a.md", data: "hello hello hello hello" }]);
		bytes.fill(0xff, 34, 38);
		const tree = await openArchive(written(bytes));
		onTestFinished(() => tree.close());
		expect(tree.files).toEqual(["a.md"]);
		await expect(tree.read("a.md")).rejects.toThrow();
	});

	it("holds no file that it does not name", async () => {
		await expect((await opened([{ name: "a.md" }])).read("b.md")).rejects.toThrow("the file is not in the archive");
	});
});

describe("zips in a zip", () => {
	it("are one tree, and only those that an export makes are opened", async () => {
		const part = (name: string) =>
			makeZip([
				{ name, data: name },
				{ name: "../out.md", data: "bad" },
			]);
		const tree = await openNested(
			written(
				makeZip([
					{ name: "ExportBlock-1/ExportBlock-1-Part-1.zip", data: part("one.md") },
					{ name: "ExportBlock-1-Part-2.zip", data: part("two.md") },
					{ name: "template.zip", data: part("three.md") },
				]),
			),
		);
		onTestFinished(() => tree.close());
		expect(tree.files).toEqual(["one.md", "template.zip", "two.md"]);
		expect(String(await tree.read("two.md"))).toBe("two.md");
		expect(tree.notes.map(({ file }) => file)).toEqual(["ExportBlock-1-Part-2.zip/../out.md", "ExportBlock-1/ExportBlock-1-Part-1.zip/../out.md"]);
	});

	it("are copied to the disk, so that they may be larger than a file that is held as a whole", async () => {
		const inner = makeZip([
			{ name: "one.md", data: "1" },
			{ name: "picture.png", data: randomBytes(2000) },
		]);
		const file = written(
			makeZip([
				{ name: "Part-1.zip", data: inner },
				{ name: "film.mp4", data: randomBytes(2000) },
			]),
		);
		const tree = await openNested(file, { file: 500, together: 10_000 });
		onTestFinished(() => tree.close());
		expect(tree.files).toEqual(["one.md"]);
		expect(String(await tree.read("one.md"))).toBe("1");
		expect(tree.notes.map(({ file: name, what }) => `${name} ${what}`)).toEqual([
			"film.mp4 larger than 200 MB; it was not unpacked",
			"Part-1.zip/picture.png larger than 200 MB; it was not unpacked",
		]);
	});

	it("hold together no more than one archive may", async () => {
		const inner = (name: string) => makeZip([{ name, data: "x".repeat(4000) }]);
		const file = written(
			makeZip([
				{ name: "Part-1.zip", data: inner("one.md") },
				{ name: "Part-2.zip", data: inner("two.md") },
				{ name: "Part-3.zip", data: inner("three.md") },
			]),
		);
		const tree = await openNested(file, { file: 5000, together: 10_000 });
		onTestFinished(() => tree.close());
		expect(tree.files).toEqual(["one.md", "two.md"]);
		expect(tree.notes.map(({ file: name, what }) => `${name} ${what}`)).toEqual([
			"Part-3.zip this part of the export cannot be opened: the archive would unpack to more than 20 GB",
		]);
	});

	it("of a folder are opened where they lie", async () => {
		const file = written(makeZip([{ name: "one.md", data: "1" }]));
		renameSync(file, join(dirname(file), "Part-1.zip"));
		const tree = await openNested(dirname(file));
		expect(tree.files).toEqual(["one.md"]);
		await tree.close();
		expect(existsSync(join(dirname(file), "Part-1.zip"))).toBe(true);
	});

	it("that are broken leave the others", async () => {
		const tree = await openNested(
			written(
				makeZip([
					{ name: "Part-1.zip", data: "no zip" },
					{ name: "Part-2.zip", data: makeZip([{ name: "two.md", data: "2" }]) },
				]),
			),
		);
		onTestFinished(() => tree.close());
		expect(tree.files).toEqual(["two.md"]);
		expect(tree.notes.map(({ file, what }) => `${file} ${what.split(":")[0] ?? ""}`)).toEqual(["Part-1.zip this part of the export cannot be opened"]);
	});
});
