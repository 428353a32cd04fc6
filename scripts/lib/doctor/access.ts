import { accessWarnings } from "../access-warnings.ts";
import type { Examine } from "./examined.ts";

/** Parts of a warning: `Warning: found\n  Why: …\n  Do:  …`. */
const parts = /^Warning: (.*)\n {2}Why: (.*)\n {2}Do: {2}(.*)$/;

/** Whether the manager's pages can be used, and by whom. Closed doors are no fault. @param config text of `wrangler.toml` */
export function examineAccess(config: string): Examine[] {
	const what = "/manage";
	const warnings = accessWarnings(config);
	if (warnings.length === 0) return [{ what, state: "ok", found: "Behind Cloudflare Access, with managers." }];
	return warnings.map((warning) => {
		const [, found = warning, why = "", todo = ""] = parts.exec(warning) ?? [];
		return { what, state: "note", found, why, todo };
	});
}
