/** What a person or program may do: a viewer reads every page and report, a manager also acts. */
export type Role = "viewer" | "manager";

/** Who a request comes from, after it was checked. */
export interface Actor {
	/** E-mail address of a person, `service:` and the name of a program's token of Access, `local` for the sign-in link. Example: `ada@example.com` */
	name: string;
	role: Role;
	/** Downloads of a program are not recorded: it may come every few minutes. */
	kind: "person" | "program";
}

/** Whoever opened the one-time link of a local start. */
export const localActor: Actor = { name: "local", role: "manager", kind: "person" };

/** Whatever sends `REPORT_TOKEN`. */
export const tokenActor: Actor = { name: "report token", role: "viewer", kind: "program" };

/** Lower case of ASCII letters alone: other letters may fold into one of them, such as the Kelvin sign into k. */
const fold = (text: string) => text.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase());

/** What a program's name begins with, which no e-mail address does: the two are never taken for one another. */
const programMark = "service:";

/** Whether an entry of the list means this person. `*@example.com` means every address of exactly that domain; a lone `*` means nobody. */
function means(entry: string, name: string): boolean {
	if (entry.startsWith(programMark)) return false;
	if (!entry.startsWith("*@")) return entry !== "" && entry === name;
	const [local = "", domain, ...more] = name.split("@");
	return local !== "" && more.length === 0 && entry.length > 2 && domain === entry.slice(2);
}

/**
 * Whom Access has signed in: a manager where the list names them, else a viewer.
 *
 * @param managers `ACCESS_MANAGERS`: e-mail addresses, `*@domain`, `service:` and the name of a service token, with commas between. Empty: nobody is a manager
 */
export function actorOf({ name, kind }: Pick<Actor, "name" | "kind">, managers: string): Actor {
	const entries = managers.split(",").map((entry) => fold(entry.trim()));
	const known = kind === "program" ? `${programMark}${name}` : name;
	const isManager = entries.some((entry) => (kind === "program" ? entry === fold(known) : means(entry, fold(known))));
	return { name: known, kind, role: isManager ? "manager" : "viewer" };
}
