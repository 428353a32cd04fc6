import { accentSheet } from "../colours.ts";
import type { WidgetConfig } from "../config.ts";
import { makeSheet } from "../dom.ts";
import type { OpenRequest } from "../panel/index.ts";
import { tell } from "../tell.ts";
import type { Loader } from "./load.ts";
import shellCss from "./shell.css?inline";
import { createTip, type TipMark } from "./tip.ts";
import tipCss from "./tip.css?inline";

/** Where the marks stand. */
export interface TipSurroundings {
	centre: string;
	accent: string;
	locale: string;
	dir: "ltr" | "rtl";
	theme: string;
	load: Loader;
	open: (request: OpenRequest) => Promise<void>;
}

const explained = "[data-help]";
/** Elements that hold nothing, or whose content is a button of its own: the mark stands behind them, else at their end. */
const closed = "input, select, textarea, button, a, img, svg, video, canvas, hr, br, progress, meter";

/** Puts a mark beside each element with `data-help`, now and later. @returns what takes them out */
export function watchTips(surroundings: TipSurroundings): () => void {
	const marks = new Map<Element, TipMark & { name: string }>();
	let config: WidgetConfig | undefined;
	let sheets: CSSStyleSheet[] | undefined;

	/** The explanations are fetched with the first element that has one. */
	async function look(): Promise<void> {
		if (!document.querySelector(explained) && marks.size === 0) return;
		config ??= await surroundings.load.config().catch(() => undefined);
		if (config) bring(config);
	}

	function bring({ tips, t }: WidgetConfig): void {
		for (const [element, mark] of marks) {
			if (element.isConnected && element.getAttribute("data-help") === mark.name && mark.element.isConnected) continue;
			mark.remove();
			marks.delete(element);
		}
		for (const element of document.querySelectorAll<HTMLElement>(explained)) {
			const name = element.dataset["help"] ?? "";
			const tip = Object.hasOwn(tips, name) ? tips[name] : undefined;
			if (!tip) tell(`data-help="${name.slice(0, 60)}" explains nothing. Do: write its text under tips in content/data/widget.yml, and deploy the centre.`);
			if (!tip || marks.has(element)) continue;
			sheets ??= [makeSheet(shellCss), accentSheet(surroundings.accent), makeSheet(tipCss)];
			const mark = createTip(element, tip, { ...surroundings, sheets, t: t.widget });
			marks.set(element, { ...mark, name });
			if (element.matches(closed)) element.after(mark.element);
			else element.append(mark.element);
		}
	}

	// A page that changes much is looked through once a frame at most.
	let planned = 0;
	const observer = new MutationObserver(() => {
		planned ||= requestAnimationFrame(() => {
			planned = 0;
			void look();
		});
	});
	observer.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ["data-help"] });
	void look();
	return () => {
		observer.disconnect();
		cancelAnimationFrame(planned);
		for (const mark of marks.values()) mark.remove();
		marks.clear();
	};
}
