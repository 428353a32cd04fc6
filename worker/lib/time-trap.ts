import type { Env } from "../env.ts";
import { isSigned, sign } from "./signing.ts";

type Signer = Pick<Env, "DB" | "FILE_SIGNING_KEY">;

/** No person reads and fills in the form faster. In milliseconds. */
const fastestMs = 2000;

/** The moment at which a form was made, signed, for a hidden field. Example: `mgz3k1.4f…` */
export async function stampForm(env: Signer, now: number): Promise<string> {
	const moment = now.toString(36);
	return `${moment}.${await sign(env, "rendered", moment)}`;
}

/** How a form's stamp stands: `missing` stands for one that is none of this Worker's, too. */
export async function readStamp(env: Signer, stamp: string, now: number): Promise<"sound" | "too-quick" | "missing"> {
	const [moment = "", signature = ""] = stamp.split(".");
	if (moment === "" || signature === "") return "missing";
	if (!(await isSigned(env, "rendered", moment, signature))) return "missing";
	return now - Number.parseInt(moment, 36) < fastestMs ? "too-quick" : "sound";
}
