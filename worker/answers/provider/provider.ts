/** A piece of the conversation with a model. */
export interface Message {
	role: "system" | "user";
	content: string;
}

interface StreamOptions {
	/** Ends the request and the reading of its answer. */
	signal: AbortSignal;
	/** Tokens that the answer may have. */
	maxTokens: number;
	/** Told once, where the provider says what the request has cost: tokens of question and answer together. */
	onUsage?: (tokens: number) => void;
}

/** Somebody who runs a language model. */
export interface Provider {
	/** Tells providers and models apart; for logs, so without secrets. */
	name: string;
	/**
	 * The answer as it is written, in pieces of any size. It ends when the model has ended.
	 *
	 * @throws ProviderFailure
	 */
	stream(messages: Message[], options: StreamOptions): AsyncIterable<string>;
}

/**
 * Why there is no answer:
 * `address` it may not be called; `unreachable`; `late`; `refused` it does not want this request, or its key;
 * `busy` it asks to wait, or has a fault; `garbled` what came was not understood; `cut` the answer did not come to its end;
 * `stopped` a filter of the provider ended it.
 */
export type FailureReason = "address" | "unreachable" | "late" | "refused" | "busy" | "garbled" | "cut" | "stopped";

/** A provider did not answer. Holds nothing of what was asked or said. */
export class ProviderFailure extends Error {
	override name = "ProviderFailure";
	reason: FailureReason;
	/** HTTP status; null where there was none. */
	status: number | null;
	/** Milliseconds to leave the provider in peace; null where it did not say. */
	retryAfterMs: number | null;

	constructor(reason: FailureReason, status: number | null = null, retryAfterMs: number | null = null) {
		super(`the provider's answer was not to be had (${reason})`);
		this.reason = reason;
		this.status = status;
		this.retryAfterMs = retryAfterMs;
	}
}
