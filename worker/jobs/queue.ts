import type { Env, WakeMessage } from "../env.ts";
import { logInfo } from "../lib/log.ts";
import { consumeWaiting } from "../queries/inbox.ts";
import { drain } from "./drain.ts";

/**
 * The queue only says that something waits in D1. A message that comes twice finds nothing left to do; one that is
 * lost is made up for by cron.
 */
export async function handleWake(batch: MessageBatch<WakeMessage>, env: Env): Promise<void> {
	const began = Date.now();
	const messages = batch.messages.map((message) => message.body);
	// What one run leaves has no message of its own.
	if (messages.some(({ kind }) => kind === "events") && (await consumeWaiting(env.DB))) await env.WAKE.send({ kind: "events" });
	if (messages.some(({ kind }) => kind === "deliveries")) await drain(env, Date.now());
	logInfo(env, "queue", { messages: messages.length, ms: Date.now() - began });
}
