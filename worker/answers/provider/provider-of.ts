import type { Env } from "../../env.ts";
import { createChatCompletions } from "./chat-completions.ts";
import type { Provider } from "./provider.ts";
import { createWorkersAi } from "./workers-ai.ts";

/** The provider that the settings name: an address goes before the binding. Null where none is configured, and nothing leaves the site. */
export function providerOf({ MODE, AI, ANSWER_API_URL: url, ANSWER_API_KEY: key = "", ANSWER_MODEL: model }: Env): Provider | null {
	if (!model) return null;
	if (url) return createChatCompletions({ url, key, model, allowLoopback: MODE === "development" });
	return AI ? createWorkersAi(AI, model) : null;
}
