import { Fragment, type ReactNode } from "react";

/** A message with links, buttons and the like at the places of its `{names}`; a name without one is left as it stands. */
export function fill(message: string, parts: Readonly<Record<string, ReactNode>>): ReactNode {
	// Every other piece is a name.
	return message.split(/\{(\w+)\}/).map((piece, index) => <Fragment key={index}>{index % 2 === 0 ? piece : (parts[piece] ?? `{${piece}}`)}</Fragment>);
}
