import type { Strings } from "#site/strings/catalogue.ts";
import type { Spoken } from "#site/strings/message.ts";

const browsers: [name: string, pattern: RegExp][] = [
	["Edge", /\bEdg(?:e|A|iOS)?\/(\d+)/],
	["Opera", /\bOPR\/(\d+)/],
	["Samsung Internet", /\bSamsungBrowser\/(\d+)/],
	["Firefox", /\b(?:Firefox|FxiOS)\/(\d+)/],
	["Chrome", /\b(?:(?:Headless)?Chrome|CriOS)\/(\d+)/],
	["Safari", /\bVersion\/(\d+(?:\.\d+)?).*\bSafari\//],
];

// An iPad says that it is a Mac, and Android that it is Linux: the particular ones first.
const systems: [name: string, pattern: RegExp][] = [
	["Android", /\bAndroid\b/],
	["iOS", /\b(?:iPhone|iPad|iPod)\b/],
	["ChromeOS", /\bCrOS\b/],
	["Windows", /\bWindows\b/],
	["macOS", /\bMacintosh\b/],
	["Linux", /\bLinux\b/],
];

/** A browser in words that support can use, from its user agent. Example: `Firefox 130 on Windows`; "" where it is none of the known. */
export function describeBrowser(userAgent: string, { t, say }: Spoken<Strings["contactSend"]["trail"]>): string {
	const browser = browsers.map(([name, pattern]) => ({ name, version: pattern.exec(userAgent)?.[1] })).find(({ version }) => version);
	const system = systems.find(([, pattern]) => pattern.test(userAgent))?.[0];
	if (!browser) return "";
	const name = `${browser.name} ${browser.version ?? ""}`;
	return system ? say(t.browserOn, { browser: name, system }) : name;
}
