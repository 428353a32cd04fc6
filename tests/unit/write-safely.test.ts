import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { writeSafely } from "#scripts/lib/write-safely.ts";

let folder: string;

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), "write-safely-"));
});

afterEach(() => {
	rmSync(folder, { recursive: true, force: true });
});

test("makes the folders of a new file", () => {
	writeSafely(join(folder, "a/b/new.txt"), "words");
	expect(readFileSync(join(folder, "a/b/new.txt"), "utf8")).toBe("words");
});

test("keeps the permissions of a file that is there", () => {
	const file = join(folder, "run.sh");
	writeFileSync(file, "old");
	chmodSync(file, 0o750);
	writeSafely(file, "new");
	expect(readFileSync(file, "utf8")).toBe("new");
	expect(statSync(file).mode & 0o777).toBe(0o750);
});

test("leaves nothing beside a file that cannot be written", () => {
	mkdirSync(join(folder, "taken/inside"), { recursive: true });
	expect(() => writeSafely(join(folder, "taken"), "words")).toThrow();
	expect(readdirSync(folder)).toEqual(["taken"]);
});
