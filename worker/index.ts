import { app } from "./app.ts";
import type { Env, WakeMessage } from "./env.ts";
import { handleCron } from "./jobs/scheduled.ts";
import { handleWake } from "./jobs/queue.ts";

export default {
	fetch: app.fetch,
	queue: handleWake,
	// Locally any page could ask for the scheduled jobs at a time of its choice, and retention would believe it.
	scheduled: (controller, env) => handleCron(env, env.TIME_TRAVEL === "on" ? controller.scheduledTime : Date.now()),
} satisfies ExportedHandler<Env, WakeMessage>;
