import { drawSample } from "./draw-sample.ts";

const seed = 1;

interface Changed {
	id: string;
}

/**
 * What Stryker asks before it runs tests on changed code: lets only those mutants pass that are drawn, as many as `MUTANTS` says. The
 * others end as “CompileError”, Stryker's word for what a check holds back. They come as one group, as each is drawn from all.
 */
const sampler = {
	init: async () => Promise.resolve(),
	group: async (mutants: Changed[]) => Promise.resolve([mutants.map(({ id }) => id)]),
	check: async (mutants: Changed[]) => {
		const inOrder = mutants.map(({ id }) => id).sort((one, other) => Number(one) - Number(other));
		const drawn = new Set(drawSample(inOrder, Number(process.env["MUTANTS"]), seed));
		return Promise.resolve(
			Object.fromEntries(inOrder.map((id) => [id, drawn.has(id) ? { status: "passed" } : { status: "compileError", reason: "not drawn" }])),
		);
	},
};

/** As Stryker reads it. */
export const strykerPlugins = [{ kind: "Checker", name: "sampler", value: sampler }];
