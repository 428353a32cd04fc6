import type { inspectRoutes } from "hono/dev";

/** Handlers that only refuse, by their names; a bundler adds a number to a name that it meets twice. */
const refusal = /^(?:refuseMethod|nothingHere)\d*$/;

/** The routes of an app that answer, as `POST /api/events`: without middleware and without what only refuses. */
export function answeringRoutes(routes: ReturnType<typeof inspectRoutes>): string[] {
	const answering = routes.filter(({ isMiddleware, name, path }) => !isMiddleware && !refusal.test(name) && !path.endsWith("/*"));
	return [...new Set(answering.map(({ method, path }) => `${method} ${path}`))];
}
