import type { Context } from "hono";
import { limits } from "#contract/limits.ts";
import type { App } from "../env.ts";
import { wakeDrain } from "../jobs/drain.ts";
import { storeNote } from "../queries/notes.ts";
import { Problem } from "./problem.ts";

const hourMs = 60 * 60 * 1000;

interface Note {
	/** Id of the ticket. */
	ticket: string;
	/** Idempotency key of the form. */
	key: string;
	kind: "note" | "closed" | "reopened";
	text: string;
}

/**
 * Adds to a ticket what its customer did on the status page, and hands it over in the background. Words with which a ticket was to be
 * opened again that is open already become a note.
 *
 * @returns what was stored; null when the same came again, or the ticket is closed or open already
 * @throws Problem `note-cap`, or `key-reused`
 */
export async function addNote(c: Context<App>, note: Note): Promise<Note["kind"] | null> {
	const now = c.var.now;
	const outcome = await storeNote(c.env.DB, { ...note, now, requestId: c.var.requestId }, { since: now - hourMs, most: limits.notesPerTicketAndHour });
	if (outcome === "so-already" && note.kind === "reopened" && note.text !== "") return addNote(c, { ...note, kind: "note" });
	if (outcome === "full") throw new Problem("note-cap", { headers: { "retry-after": "3600" } });
	if (outcome === "conflict") throw new Problem("key-reused");
	if (outcome === "stored") c.executionCtx.waitUntil(wakeDrain(c.env));
	return outcome === "stored" ? note.kind : null;
}
