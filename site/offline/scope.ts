/** An event that the browser waits for before it puts the service worker to sleep. */
interface WaitingEvent extends Event {
	waitUntil(work: Promise<unknown>): void;
}

/** A page, picture or script that a page of the centre asks for. */
export interface RequestEvent extends WaitingEvent {
	readonly request: Request;
	/** The answer to a navigation that the browser has asked for itself while the service worker woke up; undefined where it has not. */
	readonly preloadResponse: Promise<Response | undefined> | undefined;
	respondWith(answer: Promise<Response>): void;
}

/** What a page tells the service worker. */
export interface PageMessageEvent extends WaitingEvent {
	readonly data: unknown;
	/** The page; null when it has gone. */
	readonly source: { readonly url: string; postMessage(message: unknown): void } | null;
}

interface ScopeEvents {
	install: WaitingEvent;
	activate: WaitingEvent;
	fetch: RequestEvent;
	message: PageMessageEvent;
}

/** What a service worker has around it, as far as it is used here: the project's types are those of pages. */
interface Scope {
	readonly registration: ServiceWorkerRegistration;
	readonly clients: { claim(): Promise<void> };
	skipWaiting(): Promise<void>;
	addEventListener<Type extends keyof ScopeEvents>(type: Type, listener: (event: ScopeEvents[Type]) => void): void;
}

/** The service worker itself. */
export const scope = globalThis as unknown as Scope;
