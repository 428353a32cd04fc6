import { timingSafeEqual } from "node:crypto";
import { setTimeout } from "node:timers/promises";

type Handler = (element: object) => void;

/** Puts what a page is filled with at its end; which element it belongs to is not looked at. */
class HTMLRewriter {
	readonly handlers: Handler[] = [];

	on(_selector: string, { element }: { element: Handler }): this {
		this.handlers.push(element);
		return this;
	}

	transform(response: Response): Response {
		const { handlers } = this;
		const end = new TransformStream<Uint8Array, Uint8Array>({
			flush(controller) {
				const add = (text: string) => controller.enqueue(new TextEncoder().encode(text));
				const element = { setInnerContent: add, append: add, remove: () => undefined, setAttribute: () => element };
				for (const handler of handlers) handler(element);
			},
		});
		return new Response(response.body?.pipeThrough(end), response);
	}
}

// What workerd has and Node lacks.
Object.assign(crypto.subtle, { timingSafeEqual });
Object.assign(globalThis, { HTMLRewriter });

/** The network beyond the Worker, as the configuration of the Worker's tests has it. */
globalThis.fetch = async (input, init) => {
	const { hostname } = new URL(input instanceof Request ? input.url : input);
	if (hostname === "silent.example") await setTimeout(200);
	init?.signal?.throwIfAborted();
	return hostname === "moved.example"
		? new Response(null, { status: 307, headers: { location: "https://elsewhere.example/" } })
		: new Response(null, { status: 418 });
};
