import type { Tip, WidgetStrings } from "../config.ts";
import { make, makeButton } from "../dom.ts";
import type { TipSurroundings } from "./tips.ts";

/** A mark that explains an element. */
export interface TipMark {
	element: HTMLElement;
	remove: () => void;
}

/** How long a pointer rests before the text comes, and may be away before it goes. In milliseconds. */
const restMs = 200;
const awayMs = 300;
const margin = 12;

interface TipPlace extends Pick<TipSurroundings, "locale" | "dir" | "theme" | "open"> {
	sheets: CSSStyleSheet[];
	t: WidgetStrings["widget"];
}

/** Words of an element by which its mark is named. */
function wordsOf(element: HTMLElement): string {
	const label = element instanceof HTMLInputElement ? (element.labels?.[0]?.textContent ?? "") : element.textContent;
	return (element.getAttribute("aria-label") ?? label).replace(/\s+/g, " ").trim().slice(0, 60);
}

/**
 * A button with a question mark. Its text comes by press, key or a pointer that rests, stays while the pointer is on it, and goes with
 * Esc without the focus moving (WCAG 1.4.13).
 */
export function createTip(about: HTMLElement, tip: Tip, { locale, dir, theme, open, sheets, t }: TipPlace): TipMark {
	const element = document.createElement("tier-zero-tip");
	element.lang = locale;
	element.dir = dir;
	element.dataset["theme"] = theme;
	const root = element.attachShadow({ mode: "open" });
	root.adoptedStyleSheets = sheets;

	const words = wordsOf(about);
	const mark = makeButton(make("span", { "aria-hidden": "true" }, dir === "rtl" ? "؟" : "?"), () => (pinned ? hide() : show(true)), {
		class: "mark",
		"aria-label": words ? t.explain.replace("{what}", words) : t.explainThis,
		"aria-expanded": "false",
	});
	const text = make("p", { ...(tip.lang && { lang: tip.lang }) }, tip.text);
	const { article } = tip;
	const more = article && makeButton(t.readMore, () => (hide(), void open({ article: article.id, locale: article.locale })));
	const box = make(
		"div",
		{ class: "tip", hidden: true, popover: "manual", role: "group", "aria-label": t.explainThis },
		text,
		make(
			"div",
			{ class: "actions" },
			...(more ? [more] : []),
			makeButton(t.closeTip, () => hide()),
		),
	);
	root.append(mark, box);

	let shown = false;
	/** It was asked for, and does not go with the pointer. */
	let pinned = false;
	let timer: ReturnType<typeof setTimeout> | undefined;

	function show(isAsked: boolean): void {
		clearTimeout(timer);
		pinned ||= isAsked;
		if (isAsked) text.setAttribute("role", "status");
		if (shown) return;
		shown = true;
		box.hidden = false;
		if (typeof box.showPopover === "function") box.showPopover();
		mark.setAttribute("aria-expanded", "true");
		move();
		document.addEventListener("keydown", onKey, true);
		document.addEventListener("pointerdown", onPress, true);
		addEventListener("scroll", move, { capture: true, passive: true });
	}

	function hide(): void {
		clearTimeout(timer);
		if (!shown) return;
		const hadFocus = box.contains(root.activeElement);
		shown = false;
		pinned = false;
		box.hidden = true;
		if (typeof box.hidePopover === "function") box.hidePopover();
		mark.setAttribute("aria-expanded", "false");
		document.removeEventListener("keydown", onKey, true);
		document.removeEventListener("pointerdown", onPress, true);
		removeEventListener("scroll", move, { capture: true });
		if (hadFocus) mark.focus();
	}

	/** Below the mark, or above it where there is no room; within the window. */
	function move(): void {
		const at = mark.getBoundingClientRect();
		const { offsetWidth: width, offsetHeight: height } = box;
		const start = dir === "rtl" ? at.right - width : at.left;
		const left = Math.max(margin, Math.min(start, document.documentElement.clientWidth - width - margin));
		const below = at.bottom + 6;
		const top = below + height > innerHeight - margin && at.top - height - 6 > margin ? at.top - height - 6 : below;
		box.style.setProperty("left", `${Math.round(left)}px`);
		box.style.setProperty("top", `${Math.round(top)}px`);
	}

	function onKey(event: KeyboardEvent): void {
		if (event.key !== "Escape") return;
		// A dialog of the page stays open: one Esc takes one thing away.
		event.stopPropagation();
		event.preventDefault();
		hide();
	}

	function onPress(event: PointerEvent): void {
		if (!event.composedPath().includes(element)) hide();
	}

	element.addEventListener("pointerenter", ({ pointerType }) => {
		clearTimeout(timer);
		if (pointerType === "mouse" && !shown) timer = setTimeout(() => show(false), restMs);
	});
	element.addEventListener("pointerleave", () => {
		clearTimeout(timer);
		if (shown && !pinned) timer = setTimeout(hide, awayMs);
	});

	return {
		element,
		remove() {
			hide();
			element.remove();
		},
	};
}
