import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { listFiles } from "#scripts/lib/list-files.ts";

let folder: string;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "list-files-"));
	mkdirSync(join(folder, "own/deep"), { recursive: true });
	mkdirSync(join(folder, "elsewhere"));
	for (const file of ["own/b.mdx", "own/deep/a.mdx", "elsewhere/c.mdx"]) writeFileSync(join(folder, file), "");
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("lists files below a folder, sorted", () => {
	expect(listFiles(join(folder, "own"))).toEqual(["b.mdx", "deep/a.mdx"]);
});

test("follows links to files and folders, since the build publishes what they lead to", () => {
	symlinkSync("../elsewhere", join(folder, "own/linked"));
	symlinkSync("../elsewhere/c.mdx", join(folder, "own/c.mdx"));
	expect(listFiles(join(folder, "own"))).toEqual(["b.mdx", "c.mdx", "deep/a.mdx", "linked/c.mdx"]);
});

test("reads no folder within itself, and passes over links that lead nowhere", () => {
	symlinkSync("..", join(folder, "own/deep/up"));
	symlinkSync("self", join(folder, "own/self"));
	symlinkSync("gone", join(folder, "own/broken.mdx"));
	expect(listFiles(join(folder, "own"))).toEqual(["b.mdx", "deep/a.mdx"]);
});
