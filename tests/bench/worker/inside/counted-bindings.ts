import type { Env } from "#worker/env.ts";
import { countDatabase } from "../../lib/counted-database.ts";
import type { Counts } from "../counts.ts";

/** Bindings that note what is asked of them. */
export interface CountedBindings {
	env: Env;
	/** What was asked since this was called last. */
	taken(): Counts;
}

/** Wraps the bindings that a request may reach beyond its isolate with. */
export function countBindings(env: Env): CountedBindings {
	const { db, taken } = countDatabase(env.DB);
	let others = 0;
	function counted<Binding extends object>(binding: Binding): Binding {
		return new Proxy(binding, {
			get(target, name) {
				const member: unknown = Reflect.get(target, name);
				if (typeof member !== "function") return member;
				return (...args: unknown[]): unknown => {
					others++;
					return Reflect.apply(member, target, args);
				};
			},
		});
	}
	return {
		env: Object.assign({}, env, { DB: db, ASSETS: counted(env.ASSETS), SALTS: counted(env.SALTS), FILES: counted(env.FILES), WAKE: counted(env.WAKE) }),
		taken() {
			const sum = { ...taken(), others };
			others = 0;
			return sum;
		},
	};
}
