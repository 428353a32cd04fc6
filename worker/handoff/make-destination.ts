import type { DestinationSettings, DestinationType, SettingsOf } from "#contract/destinations.ts";
import type { Attempt, ConnectorContext, Destination, News } from "./destination.ts";
import { cleanWords } from "./lib/clean-words.ts";

/** What makes a destination of each kind of desk. */
export type Connectors = { [Type in DestinationType]: (settings: SettingsOf<Type>, context: ConnectorContext) => Destination };

/**
 * A destination by its settings. It gets no letters that a desk could stumble over.
 *
 * @param connectors the kinds of desk there are
 * @throws Error where none of them is of this kind
 */
export function makeDestination(connectors: Partial<Connectors>, settings: DestinationSettings, context: ConnectorContext): Destination {
	// Each connector takes the settings of the type that it stands under.
	const make = connectors[settings.type] as ((settings: DestinationSettings, context: ConnectorContext) => Destination) | undefined;
	if (!make) throw new Error(`the Worker was made without the connector ${settings.type}: deploy again after a change of routing.yml`);
	const connector = make(settings, context);
	const { announce } = connector;
	return {
		...connector,
		deliver: (message, attempt) => connector.deliver(cleanWords(message), attempt),
		addNote: (note, attempt) => connector.addNote(cleanWords(note), attempt),
		...(announce && { announce: (news: News, attempt: Attempt) => announce(cleanWords(news), attempt) }),
	};
}
