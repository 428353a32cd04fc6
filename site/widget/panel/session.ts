import type { NewEvent } from "#site/api-client.ts";
import type { TrailEntry } from "#contract/tickets.ts";
import type { PanelPlace } from "./index.ts";
import { createWire, type Wire } from "./wire.ts";

/** What the widget knows of the visit, as long as the page is open. Nothing is stored in the browser. */
export interface Session {
	wire: Wire;
	/** Null under Global Privacy Control. */
	id: string | null;
	/** What the customer did in the panel, oldest first. */
	trail: () => TrailEntry[];
	/** Adds to the trail; the same thing twice in a row stands once. */
	remember: (entry: TrailEntry) => void;
	forget: (entry: TrailEntry) => void;
	keepTrail: (entries: TrailEntry[]) => void;
	/** Notes an event; it is sent with others after a moment. Returns its id. */
	record: (event: NewEvent) => string;
	/** Sends what waits. */
	flush: () => void;
	end: () => void;
}

const waitMs = 1500;
const batchSize = 40;
const trailLength = 40;

function randomId(): string {
	return crypto.randomUUID().replaceAll("-", "");
}

/** Begins a visit. */
export function createSession({ centre, config }: Pick<PanelPlace, "centre" | "config">): Session {
	const wire = createWire(centre, config);
	const isPrivate = (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl === true;
	const id = isPrivate ? null : randomId();
	let trail: TrailEntry[] = [];
	let waiting: { event: NewEvent & { id: string }; at: number }[] = [];
	let timer: ReturnType<typeof setTimeout> | undefined;

	function flush(): void {
		clearTimeout(timer);
		while (waiting.length > 0) {
			const batch = waiting.slice(0, batchSize);
			waiting = waiting.slice(batchSize);
			wire.events({ session: id, locale: config.locale, events: batch.map(({ event, at }) => ({ ...event, ago: Math.max(0, Date.now() - at) })) });
		}
	}

	function sendOnLeaving(): void {
		if (document.visibilityState === "hidden") flush();
	}
	document.addEventListener("visibilitychange", sendOnLeaving);

	return {
		wire,
		id,
		trail: () => trail,
		remember(entry) {
			if (JSON.stringify(trail.at(-1)) !== JSON.stringify(entry)) trail = [...trail, entry].slice(-trailLength);
		},
		keepTrail: (entries) => void (trail = entries.slice(-trailLength)),
		forget: (entry) => void (trail = trail.filter((other) => other !== entry)),
		record(event) {
			const own = { ...event, id: event.id ?? crypto.randomUUID() };
			waiting.push({ event: own, at: Date.now() });
			clearTimeout(timer);
			timer = setTimeout(flush, waiting.length >= batchSize ? 0 : waitMs);
			return own.id;
		},
		flush,
		end() {
			flush();
			document.removeEventListener("visibilitychange", sendOnLeaving);
		},
	};
}
