import fc from "fast-check";
import { parse } from "node-html-parser";
import { describe, expect, it } from "vitest";
import type { TrailEntry } from "#contract/tickets.ts";
import { finishBody } from "#site/lib/article-body.ts";
import { addWalk, type Walk } from "#site/lib/troubleshooter/add-walk.ts";
import { judgeTree } from "#site/lib/troubleshooter/judge-tree.ts";
import { requireSound } from "#site/lib/troubleshooter/require-sound.ts";
import { endingIds, outlineOf, reachedIds, type Outline, type Tree, type TreeNode } from "#site/lib/troubleshooter/tree.ts";

function check(id: string, ...to: string[]): TreeNode {
	return { kind: "check", id, words: `${id}?`, text: "", choices: to.map((target, index) => ({ words: `answer ${index}`, to: target })) };
}

function outcome(id: string): TreeNode {
	return { kind: "outcome", id, words: id, text: "Do this." };
}

function treeOf(...nodes: TreeNode[]): Tree {
	return { title: "Find out", nodes };
}

describe("a tree", () => {
	it("knows which parts a walk comes to, and from which it comes to an end", () => {
		const tree = treeOf(check("a", "b", "end"), check("b", "a", "b"), check("c", "c", "gone"), outcome("end"), outcome("island"));
		expect([...reachedIds(tree)]).toEqual(["a", "b", "end"]);
		expect([...endingIds(tree)].sort()).toEqual(["a", "b", "end", "island"]);
	});

	it("is laid out with each question once, below the first answer that leads to it", () => {
		const outline = outlineOf(treeOf(check("a", "b", "b", "end"), check("b", "a", "end"), outcome("end")).nodes);
		const write = ({ node, again, answers }: Outline): string =>
			`${node.id}${again ? "…" : ""}${answers.length > 0 ? `(${answers.map(({ next }) => write(next)).join(" ")})` : ""}`;
		expect(outline && write(outline)).toBe("a(b(a… end) b… end)");
		expect(outlineOf([])).toBeUndefined();
	});

	it("can be laid out and judged whatever it looks like; one without problems leads from everywhere to an end", () => {
		const ids = ["a", "b", "c", "d"];
		const anyNode = fc.record({ id: fc.constantFrom(...ids), isCheck: fc.boolean(), to: fc.array(fc.constantFrom(...ids, "x"), { maxLength: 3 }) });
		fc.assert(
			fc.property(fc.array(anyNode, { maxLength: 6 }), (nodes) => {
				const tree = treeOf(...nodes.map(({ id, isCheck, to }) => (isCheck ? check(id, ...to) : outcome(id))));
				const outline = outlineOf(tree.nodes);
				const count = ({ node, again, answers }: Outline): number =>
					(node.kind === "check" && !again ? 1 : 0) + answers.reduce((sum, { next }) => sum + count(next), 0);
				if (outline) expect(count(outline)).toBeLessThanOrEqual(nodes.length);
				if (judgeTree(tree).length > 0) return;
				expect(reachedIds(tree).size).toBe(tree.nodes.length);
				expect(endingIds(tree).size).toBe(tree.nodes.length);
			}),
		);
	});

	it("stops the build where it cannot be walked, with all that is wrong", () => {
		expect(() => requireSound(treeOf(check("a", "end", "gone"), outcome("end")), "articles/en/a.mdx")).toThrow(
			/1 problem in the content[^]*a\.mdx:1:1 {2}error {2}troubleshooter\/unknown-target/,
		);
		expect(() => requireSound(treeOf(check("a", "end", "end"), outcome("end")), "articles/en/a.mdx")).not.toThrow();
	});
});

describe("the body of an article", () => {
	const html = (to = "end") =>
		`<section class="guided"><h2 id="troubleshooter">Find out</h2><section class="guided-node guided-check"><h3 id="open">Does it open?</h3><p>Look <b>twice</b>.</p><ul class="guided-choices"><li><a class="guided-choice" href="#end">Yes</a></li><li><a class="guided-choice" href="#${to}">No</a></li></ul></section><section class="guided-node guided-outcome"><h3 id="end">It is <code>off</code></h3><ol><li>Switch it on.</li></ol></section></section>`;
	const front = { title: "Title", summary: "Summary" };

	it("gives its tree, and tells on paper where an answer leads", () => {
		const body = finishBody(html(), front);
		expect(body.tree).toEqual({
			title: "Find out",
			nodes: [
				{
					kind: "check",
					id: "open",
					words: "Does it open?",
					text: "Look twice.",
					choices: [
						{ words: "Yes", to: "end" },
						{ words: "No", to: "end" },
					],
				},
				{ kind: "outcome", id: "end", words: "It is off", text: "Switch it on." },
			],
		});
		expect(
			parse(body.html)
				.querySelectorAll("a")
				.map((link) => link.getAttribute("data-leads")),
		).toEqual(["It is off", "It is off"]);
		expect(finishBody("<p>None</p>", front).tree).toBeNull();
	});

	it("is searched below the question or the outcome, and is another revision when an answer leads elsewhere", () => {
		const body = finishBody(html(), front);
		expect(body.passages.map(({ heading, text }) => `${heading}: ${text}`)).toEqual(["open: Look twice.", "open: Yes", "open: No", "end: Switch it on."]);
		expect(body.anchors).toEqual(["troubleshooter", "open", "end"]);
		expect(finishBody(html("open"), front).revision).not.toBe(body.revision);
	});
});

describe("a walk in the trail", () => {
	const read: TrailEntry = { kind: "article", article: "a/b", title: "T" };
	const walk = (answers: string, end?: string): Walk => ({
		kind: "guided",
		article: "a/b",
		title: "T",
		answers: answers
			.split(" ")
			.filter(Boolean)
			.map((answer, index) => ({ question: `Question ${index}`, answer })),
		...(end !== undefined && { outcome: end }),
	});

	it("takes the place of its own beginning", () => {
		expect(addWalk([walk("y"), read], walk("y n"))).toEqual([read, walk("y n")]);
		expect(addWalk([read, walk("y n")], walk("y n", "End"))).toEqual([read, walk("y n", "End")]);
	});

	it("stands once, and going back adds nothing", () => {
		const trail = [read, walk("y n", "End")];
		for (const again of [walk(""), walk("y"), walk("y n"), walk("y n", "End")]) expect(addWalk(trail, again)).toEqual(trail);
	});

	it("stands beside another way that was tried, and beside that of another article", () => {
		expect(addWalk([walk("y n", "End")], walk("n"))).toEqual([walk("y n", "End"), walk("n")]);
		expect(addWalk([{ ...walk("y"), article: "c" }], walk("y n"))).toHaveLength(2);
	});

	it("is one of five at most, the last ones", () => {
		const trail = ["a", "b", "c", "d", "e", "f", "g"].reduce<TrailEntry[]>((before, end) => addWalk(before, walk(end, end)), [read]);
		expect(trail).toEqual([read, ...["c", "d", "e", "f", "g"].map((end) => walk(end, end))]);
	});
});
