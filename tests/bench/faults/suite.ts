import type { Part } from "#scripts/lib/figure.ts";
import { autumn, clockJumps, spring } from "./clock-jumps.ts";
import { diskFull } from "./disk-full.ts";
import { killed } from "./killed.ts";
import { locked } from "./locked.ts";
import { lyingDesk } from "./lying-desk.ts";
import { migrated } from "./migrated.ts";
import { redelivered } from "./queue.ts";
import { slowClients } from "./slow-clients.ts";
import { restored } from "./restored.ts";

/** Nothing lost, whatever breaks: what was acknowledged is stored, and stands at the desk once. */
export const parts: Part[] = [
	{ name: "killed without warning", measure: killed },
	{ name: "database locked from outside", measure: locked },
	{ name: "disk full", measure: diskFull },
	{ name: "queue that delivers again", measure: redelivered },
	{ name: "clock that jumps where summer time begins", measure: (say) => clockJumps(spring, say) },
	{ name: "clock that jumps where summer time ends", measure: (say) => clockJumps(autumn, say) },
	{ name: "slow and half-open clients", measure: slowClients },
	{ name: "desk that lies", measure: lyingDesk },
	{ name: "migration amid traffic", measure: migrated },
	{ name: "restored from a backup", measure: restored },
];
