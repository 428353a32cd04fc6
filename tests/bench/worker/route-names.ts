import type { inspectRoutes } from "hono/dev";

/** Handlers that only refuse. */
const refusals = ["refuseMethod", "nothingHere"];

/** The routes of an app that answer, as `POST /api/events`: without middleware and without what only refuses. */
export function answeringRoutes(routes: ReturnType<typeof inspectRoutes>): string[] {
	const answering = routes.filter(({ isMiddleware, name, path }) => !isMiddleware && !refusals.includes(name) && !path.endsWith("/*"));
	return [...new Set(answering.map(({ method, path }) => `${method} ${path}`))];
}
