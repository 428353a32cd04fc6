import { app } from "./app.ts";
import type { Env, WakeMessage } from "./env.ts";
import { handleCron } from "./jobs/scheduled.ts";
import { handleWake } from "./jobs/queue.ts";

export default {
	fetch: app.fetch,
	queue: handleWake,
	scheduled: (controller, env) => handleCron(env, controller.scheduledTime),
} satisfies ExportedHandler<Env, WakeMessage>;
