import { configPath, type WidgetConfig } from "../config.ts";
import type { CreatePanel } from "../panel/index.ts";

/** Takes what fails at the first try away, so that the next one begins anew. */
function once<Value>(start: () => Promise<Value>): () => Promise<Value> {
	let running: Promise<Value> | undefined;
	return () => {
		running ??= start();
		running.catch(() => (running = undefined));
		return running;
	};
}

/** What is fetched when it is needed, and then kept. */
export interface Loader {
	config: () => Promise<WidgetConfig>;
	panel: () => Promise<CreatePanel>;
}

/**
 * Loads from the centre without cookies and without telling the address of the host page.
 *
 * @param centre origin of the centre
 */
export function createLoader(centre: string, locale: string): Loader {
	const config = once(async () => {
		const response = await fetch(`${centre}${configPath(locale)}`, { credentials: "omit", referrerPolicy: "no-referrer", cache: "no-cache" });
		if (!response.ok) throw new Error(`the centre answers ${response.status}`);
		return (await response.json()) as WidgetConfig;
	});
	const panel = once(async () => {
		const { panel: path } = await config();
		return ((await import(/* @vite-ignore */ `${centre}${path}`)) as { createPanel: CreatePanel }).createPanel;
	});
	return { config, panel };
}
