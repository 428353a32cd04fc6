import { accentSheet } from "../colours.ts";
import { make, makeButton, makeIcon, makeSheet } from "../dom.ts";
import type { OpenRequest, Panel } from "../panel/index.ts";
import buttonCss from "./button.css?inline";
import { facts } from "./facts.ts";
import { createLoader } from "./load.ts";
import { chooseLocale, type Options } from "./options.ts";
import shellCss from "./shell.css?inline";
import { watchTips } from "./tips.ts";

/** What the product's own code may call: `window.TierZero`. */
export interface Help {
	/** Opens the panel: at the start, a topic, an article, or with words searched. */
	open: (request?: OpenRequest) => Promise<void>;
	close: () => void;
	/** Says who the customer is (JWT); nothing or an empty text: nobody. */
	identify: (identity?: string) => void;
	/** Takes the widget out of the page. */
	destroy: () => void;
}

/**
 * Puts the button into the page, and the marks beside elements with `data-help`.
 *
 * @param centre origin of the help centre
 * @param onEnd called when the widget is taken out
 */
export function createHelp(centre: string, options: Options, onEnd: () => void): Help {
	const locale = chooseLocale(options.locale || document.documentElement.lang, Object.keys(facts.languages), facts.first);
	const { dir, open: label } = facts.languages[locale] ?? { dir: "ltr", open: "Help" };
	const load = createLoader(centre, locale);
	const accent = options.accent || facts.accent;
	let { identity } = options;
	let panel: Promise<Panel> | undefined;

	const element = document.createElement("tier-zero-help");
	element.lang = locale;
	element.dir = dir;
	element.dataset["theme"] = options.theme;
	// Open: closed it would keep assistive and testing tools out, and no script of the page.
	const root = element.attachShadow({ mode: "open" });
	root.adoptedStyleSheets = [makeSheet(shellCss), accentSheet(accent), makeSheet(buttonCss)];
	const launcher = makeButton(
		makeIcon("M12 21a9 9 0 1 0-8-4.9L3 21l4.9-1A9 9 0 0 0 12 21Z", "M9.6 9.4a2.5 2.5 0 1 1 3.6 2.3c-.8.4-1.2.9-1.2 1.6", "M12 16.5v.01"),
		() => void open(),
		{ class: "launcher", "aria-haspopup": "dialog" },
	);
	launcher.append(label);
	const corner = make("div", { class: `corner ${options.position}`, dir, popover: "manual" }, launcher);
	// Who points at the button, or comes to it by keyboard, will not wait after the press.
	for (const sign of ["pointerenter", "focus"]) launcher.addEventListener(sign, () => void load.panel().catch(() => undefined), { once: true });
	if (options.button) root.append(corner);
	document.documentElement.append(element);
	// The top layer is above whatever z-index the page has.
	if (options.button && typeof corner.showPopover === "function") corner.showPopover();

	async function open(request: OpenRequest = {}): Promise<void> {
		corner.querySelector(".failed")?.remove();
		launcher.setAttribute("aria-busy", "true");
		try {
			const [create, config] = await Promise.all([load.panel(), load.config()]);
			panel ??= Promise.resolve(create({ root, centre, config, accent: options.accent, identity: () => identity }));
			(await panel).open({ ...(options.topic && { topic: options.topic }), ...request });
		} catch {
			showFailure();
		} finally {
			launcher.removeAttribute("aria-busy");
		}
	}

	/** Words that came with nothing yet: the way to the centre itself, in its own name. */
	function showFailure(): void {
		const { hostname } = new URL(centre);
		const link = make("a", { href: centre, target: "_blank", rel: "noopener noreferrer" }, hostname);
		corner.append(make("p", { class: "failed", role: "alert" }, `${label}: `, link));
	}

	const stopTips = watchTips({ centre, accent, locale, dir, theme: options.theme, load, open });

	return {
		open,
		close: () => void panel?.then((made) => made.close()),
		identify: (token = "") => void (identity = token),
		destroy() {
			stopTips();
			void panel?.then((made) => made.destroy());
			element.remove();
			onEnd();
		},
	};
}
