import type { Figure } from "#scripts/lib/figure.ts";
import { openCentre } from "./centre.ts";
import type { Counts, CountsOfRequest } from "./counts.ts";
import { requests } from "./requests.ts";

/** What one request of each route asks of D1 and of others, before its answer and after it. */
export async function asks(say: (line: string) => void): Promise<Figure[]> {
	const { centre, client, routes, remove } = await openCentre(say);
	try {
		const figures: Figure[] = [];
		for (const route of routes) {
			const { make, remark } = requests[route] ?? {};
			if (!make) continue;
			// The first one may find things that its isolate still has to read.
			await client.send(await make(centre));
			const request = await make(centre);
			const { headers } = await client.send({ ...request, headers: { ...request.headers, "x-bench-counts": "1" } });
			const { before, after } = JSON.parse(String(headers["x-bench-counts"])) as CountsOfRequest;
			const later = after.calls + after.others > 0 ? `; after the answer ${told(after)}` : "";
			const of = `${told(before)}${later}${remark === undefined ? "" : `; ${remark}`}`;
			say(`${route}: ${of}`);
			figures.push(
				{ name: `${route}, statements`, value: before.statements, unit: "", goal: null, of },
				{ name: `${route}, rows written`, value: before.written + after.written, unit: "", goal: null, of },
				{ name: `${route}, subrequests`, value: before.calls + before.others + after.calls + after.others, unit: "", goal: null, of },
			);
		}
		return figures;
	} finally {
		await remove();
	}
}

/** In words. Example: `D1: 4 statements in 1 call, 12 rows read, 7 written; 1 other` */
function told({ calls, statements, read, written, others }: Counts): string {
	const d1 =
		calls === 0
			? "no D1"
			: `D1: ${statements} ${statements === 1 ? "statement" : "statements"} in ${calls} ${calls === 1 ? "call" : "calls"}, ${read} rows read, ${written} written`;
	return others === 0 ? d1 : `${d1}; ${others} to files, KV, R2 or the queue`;
}
