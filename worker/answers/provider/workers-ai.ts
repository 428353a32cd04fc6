import { ProviderFailure, type Provider } from "./provider.ts";
import { readStream, readWhole } from "./read-stream.ts";

/** What is used of the binding `AI`. */
export interface TextModels {
	run(model: string, inputs: Record<string, unknown>, options?: { signal?: AbortSignal }): Promise<unknown>;
}

/**
 * A model of Cloudflare's, in Cloudflare's network: server-sent events of `{"response": "…"}`, or of newer models chunks like those of
 * chat completions.
 *
 * @see https://developers.cloudflare.com/workers-ai/
 */
export function createWorkersAi(models: TextModels, model: string): Provider {
	return {
		name: `workers-ai ${model}`,
		async *stream(messages, { signal, maxTokens, onUsage = () => undefined }) {
			try {
				const answer = await models.run(model, { messages, stream: true, max_tokens: maxTokens, temperature: 0 }, { signal });
				if (answer instanceof ReadableStream) yield* readStream(answer as ReadableStream<Uint8Array>, onUsage);
				else yield readWhole(answer, onUsage);
			} catch (error) {
				throw error instanceof ProviderFailure ? error : new ProviderFailure(signal.aborted ? "late" : "busy");
			}
		},
	};
}
