/** Asks for work on something; what is asked for while work is under way is done together afterwards. */
export type Request<Item> = (...items: Item[]) => void;

/**
 * Does one piece of work at a time. Whatever is asked for meanwhile becomes one next piece, so that saving often never piles up.
 * @param work must not reject
 * @param quietMs how long nothing may be asked for before work begins
 */
export function newestOnly<Item>(work: (items: Item[]) => Promise<void>, quietMs: number): { request: Request<Item>; cancel: () => void } {
	let waiting = new Set<Item>();
	let busy = false;
	let timer: NodeJS.Timeout | undefined;

	async function begin(): Promise<void> {
		timer = undefined;
		if (busy || waiting.size === 0) return;
		busy = true;
		const items = [...waiting];
		waiting = new Set();
		await work(items);
		busy = false;
		// Asked for meanwhile, and quiet since.
		if (isQuiet()) await begin();
	}

	function isQuiet(): boolean {
		return timer === undefined;
	}

	return {
		request(...items) {
			for (const item of items) waiting.add(item);
			clearTimeout(timer);
			timer = setTimeout(() => void begin(), quietMs);
		},
		cancel() {
			clearTimeout(timer);
			waiting = new Set();
		},
	};
}
