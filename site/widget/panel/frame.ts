import { readableAs } from "../colours.ts";
import { make, makeButton, makeIcon, makeSheet } from "../dom.ts";
import type { PanelPlace } from "./index.ts";
import panelCss from "./panel.css?inline";

/** One thing that the panel shows. */
export interface View {
	/** What it is called, for who hears it; also its heading where it has one. */
	title: string;
	element: HTMLElement;
	/** What gets the focus when it is shown; else its heading. */
	focus?: () => void;
	/** It is left for good, or the panel is closed while it is shown. */
	onLeave?: () => void;
}

/** The dialog, and the views that were shown in it, one upon the other. */
export interface Frame {
	open: () => void;
	close: () => void;
	/** Shows a view; `replace`: in the place of the one that is shown. */
	show: (view: View, options?: { replace?: boolean; reset?: boolean }) => void;
	/** Puts a view below the only one, so that there is a way back to it. */
	ground: (view: View) => void;
	back: () => void;
	/** Tells screen readers what has happened. */
	announce: (words: string) => void;
	isEmpty: () => boolean;
	isHome: () => boolean;
	remove: () => void;
}

/** The dialog around what is shown: a bar with Back and Close, and the place below. @param onClose called when it is closed, whoever did it */
export function createFrame({ root, config, accent }: PanelPlace, onClose: () => void): Frame {
	const { t, name, dir, locale } = config;
	const wanted = accent || config.accent.light;
	root.adoptedStyleSheets.push(
		makeSheet(
			`.panel{--tz-link:light-dark(${readableAs(wanted, "light", config.accent.light)},${readableAs(accent || config.accent.dark, "dark", config.accent.dark)})}`,
		),
		makeSheet(panelCss),
	);
	const views: View[] = [];
	const scrolled = new WeakMap<View, number>();

	const back = makeButton(makeIcon(dir === "rtl" ? "M9 5l7 7-7 7" : "M15 5l-7 7 7 7"), () => goBack(), {
		class: "icon",
		"aria-label": t.widget.back,
		title: t.widget.back,
	});
	const shut = makeButton(makeIcon("M6 6l12 12", "M18 6L6 18"), () => dialog.close(), { class: "icon", "aria-label": t.widget.close, title: t.widget.close });
	const place = make("div", { class: "place", tabindex: -1 });
	const status = make("p", { class: "unseen", role: "status" });
	const dialog = make(
		"dialog",
		{ class: "panel", lang: locale, dir, "aria-label": t.widget.panel.replace("{centre}", name) },
		make("div", { class: "bar" }, back, make("p", { class: "name" }, name), shut),
		place,
		status,
	);
	root.append(dialog);

	dialog.addEventListener("close", () => {
		views.at(-1)?.onLeave?.();
		onClose();
	});
	// A press beside the panel goes back to the page; what stands in the panel stays. One that began inside and ended there is none.
	let pressed: EventTarget | null = null;
	dialog.addEventListener("pointerdown", ({ target }) => (pressed = target));
	dialog.addEventListener("click", ({ target }) => target === dialog && pressed === dialog && dialog.close());
	// Keys that are meant for the panel are no shortcuts of the page.
	for (const type of ["keydown", "keyup", "keypress"]) dialog.addEventListener(type, (event) => event.stopPropagation());

	function paint(view: View): void {
		back.hidden = views.length < 2;
		place.replaceChildren(view.element);
		place.scrollTop = scrolled.get(view) ?? 0;
		if (!dialog.open) return;
		if (view.focus) return view.focus();
		const heading = view.element.querySelector<HTMLElement>("h1") ?? place;
		heading.tabIndex = -1;
		heading.focus({ preventScroll: true });
	}

	function goBack(): void {
		views.pop()?.onLeave?.();
		const view = views.at(-1);
		if (view) paint(view);
	}

	return {
		open() {
			if (dialog.open) return;
			dialog.showModal();
			const view = views.at(-1);
			if (view) paint(view);
		},
		close: () => dialog.close(),
		show(view, { replace = false, reset = false } = {}) {
			const current = views.at(-1);
			if (current) scrolled.set(current, place.scrollTop);
			if (reset) for (const left of views.splice(0)) left.onLeave?.();
			else if (replace) views.pop()?.onLeave?.();
			views.push(view);
			paint(view);
		},
		ground(view) {
			views.unshift(view);
			back.hidden = false;
		},
		back: goBack,
		announce(words) {
			status.textContent = "";
			status.textContent = words;
		},
		isEmpty: () => views.length === 0,
		isHome: () => views.length === 1,
		remove() {
			if (dialog.open) dialog.close();
			dialog.remove();
		},
	};
}
