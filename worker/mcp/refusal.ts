/** Codes of JSON-RPC 2.0, and those that the protocol adds. */
export const codes = {
	unreadable: -32700,
	invalid: -32600,
	unknownMethod: -32601,
	parameters: -32602,
	refused: -32000,
	headers: -32020,
	revision: -32022,
} as const;

/** What the protocol says where it does not serve a request. */
export class Refusal extends Error {
	readonly code: number;
	readonly status: 200 | 400 | 404 | 405 | 415;
	readonly data: Record<string, unknown> | undefined;

	/**
	 * @param name what is wrong, for the program
	 * @param message the same in words. What was sent is not repeated in it
	 * @param options `status` of HTTP, default 400; `data`: what the program may go on with
	 */
	constructor(name: keyof typeof codes, message: string, { status = 400, data }: { status?: Refusal["status"]; data?: Refusal["data"] } = {}) {
		super(message);
		this.name = "Refusal";
		this.code = codes[name];
		this.status = status;
		this.data = data;
	}

	/** As a message of JSON-RPC. @param id of the request; null where it has none, or it could not be read */
	answer(id: string | number | null): object {
		return { jsonrpc: "2.0", id, error: { code: this.code, message: this.message, ...(this.data && { data: this.data }) } };
	}
}
