import "#site/styles/writer-desk.css";
import { countFindings } from "#site/lib/finding.ts";
import { countsInWords, reviewInWords, type DeskArticle, type DeskEntry, type DeskFinding, type DeskList, type DeskPage } from "#site/lib/writer-desk.ts";

/** The writer's desk: a bar that says how the article on this page stands. `npm run dev` adds it; readers never get it. */

type View = "pill" | "bar" | "open";

/** Makes an element; text is always text. */
function make<Name extends keyof HTMLElementTagNameMap>(
	name: Name,
	properties: Record<string, string>,
	...inside: (Node | string)[]
): HTMLElementTagNameMap[Name] {
	const element = document.createElement(name);
	for (const [key, value] of Object.entries(properties)) element.setAttribute(key, value);
	element.append(...inside);
	return element;
}

const toggle = make("button", { type: "button", class: "desk-toggle", "aria-controls": "writer-desk-panel" });
const shrink = make("button", { type: "button", class: "desk-shrink", "aria-label": "Make the writer's desk small" }, "×");
const panel = make("div", { id: "writer-desk-panel", class: "desk-panel", tabindex: "-1" });
const status = make("p", { class: "visually-hidden", role: "status" });
const desk = make("aside", { class: "writer-desk", "aria-label": "Writer's desk" }, panel, make("div", { class: "desk-bar" }, toggle, shrink), status);

function remembered(): View {
	const view = sessionStorage.getItem("writer-desk");
	if (view === "pill" || view === "bar" || view === "open") return view;
	return closed();
}

function show(view: View): void {
	sessionStorage.setItem("writer-desk", view);
	desk.dataset["view"] = view;
	panel.hidden = view !== "open";
	shrink.hidden = view === "pill";
	toggle.setAttribute("aria-expanded", String(view === "open"));
}

function closed(): View {
	return matchMedia("(max-width: 40rem)").matches ? "pill" : "bar";
}

function badge(words: string, kind: string): HTMLElement {
	return make("span", { class: `desk-badge ${kind}` }, words);
}

function countBadge(numbers: { errors: number; warnings: number }): HTMLElement {
	return badge(countsInWords(numbers), numbers.errors > 0 ? "bad" : numbers.warnings > 0 ? "warn" : "good");
}

function about({ due, owner }: DeskArticle, today: string): HTMLElement[] {
	return [
		...(due ? [make("span", { class: due < today ? "desk-more late" : "desk-more" }, reviewInWords(due, today))] : []),
		...(owner ? [make("span", { class: "desk-more" }, `owner: ${owner}`)] : []),
	];
}

function summary({ article, today, errors, warnings, drafts }: DeskPage): HTMLElement[] {
	if (!article) return [countBadge({ errors, warnings }), make("span", { class: "desk-more" }, `in the whole centre · drafts: ${drafts.all}`)];
	return [...(article.draft ? [badge("Draft", "draft")] : []), countBadge(countFindings(article.findings)), ...about(article, today)];
}

function finding({ level, line, column, what, why, remedy, rule, editor }: DeskFinding): HTMLElement {
	return make(
		"li",
		{ class: `desk-finding ${level === "error" ? "bad" : "warn"}` },
		make("p", {}, make("strong", {}, level === "error" ? "Error: " : "Warning: "), what),
		make("p", {}, make("b", {}, "Why: "), why),
		make("p", {}, make("b", {}, "Do: "), remedy),
		make("p", { class: "desk-place" }, make("a", { href: editor }, `Open line ${line}, column ${column}`), ` ${rule}`),
	);
}

function list(title: string, { shown, all }: DeskList, empty: string): HTMLElement[] {
	const rest = all - shown.length;
	return [
		make("h2", {}, `${title} (${all})`),
		shown.length === 0 ? make("p", { class: "desk-empty" }, empty) : make("ul", { class: "desk-list" }, ...shown.map(entry)),
		...(rest > 0 ? [make("p", { class: "desk-empty" }, `… and ${rest} more: npm run check lists them all.`)] : []),
	];
}

function entry({ address, title, editor, errors, warnings }: DeskEntry): HTMLElement {
	const name = address === undefined ? title : make("a", { href: address }, title);
	const open = make("a", { href: editor, class: "desk-open", "aria-label": `Open ${title} in the editor` }, "edit");
	return make("li", {}, name, " ", ...(errors + warnings > 0 ? [countBadge({ errors, warnings }), " "] : []), open);
}

function details(page: DeskPage): HTMLElement[] {
	const { article, today } = page;
	const whole = [
		...list("Drafts", page.drafts, "There are no drafts."),
		...list("Articles and files with findings", page.withFindings, "Nothing to mend in the whole centre."),
	];
	if (!article) return whole;
	return [
		make("p", { class: "desk-file" }, make("a", { href: article.editor }, article.file), " ", ...about(article, today)),
		article.findings.length === 0
			? make("p", { class: "desk-empty" }, "No findings in this article.")
			: make("ul", { class: "desk-findings" }, ...article.findings.map(finding)),
		make("details", {}, make("summary", {}, `The whole centre: ${countsInWords(page)}`), ...whole),
	];
}

let last = "";

function render(page: DeskPage | null): void {
	const now = JSON.stringify(page);
	if (now === last) return;
	const open = panel.querySelector("details")?.open ?? false;
	const focused = panel.contains(document.activeElement);
	const scrolled = panel.scrollTop;
	toggle.replaceChildren(...(page ? summary(page) : [make("span", {}, "Checking …")]));
	panel.replaceChildren(...(page ? details(page) : []));
	const again = panel.querySelector("details");
	if (again) again.open = open;
	panel.scrollTop = scrolled;
	if (focused) panel.focus();
	// What is there when the page is opened is read where it stands; a change is announced.
	if (last !== "" && page)
		status.textContent = page.article ? `This article: ${countsInWords(countFindings(page.article.findings))}` : `The whole centre: ${countsInWords(page)}`;
	last = now;
}

function ask(): void {
	import.meta.hot?.send("writer-desk:ask", { path: location.pathname });
}

toggle.addEventListener("click", () => show(desk.dataset["view"] === "open" ? closed() : "open"));
shrink.addEventListener("click", () => {
	show("pill");
	toggle.focus();
});
desk.addEventListener("keydown", (event) => {
	if (event.key !== "Escape" || desk.dataset["view"] !== "open") return;
	show(closed());
	toggle.focus();
});

import.meta.hot?.on("writer-desk:page", ({ page }: { page: DeskPage | null }) => render(page));
import.meta.hot?.on("writer-desk:changed", ask);
render(null);
show(remembered());
document.body.append(desk);
ask();
