import type { LocaleData } from "#site/schemas/locale.ts";
import type { ContentData } from "./content-data.ts";

export type Support = ContentData["support"];

/** `support.yml` in the words of a locale file; what that leaves out stays as it is. Words that point to something are added to those of the first language. */
export function supportIn(support: Support, words: LocaleData["support"] | undefined): Support {
	if (!words) return support;
	const { channels, promises } = support;
	return {
		...support,
		holidays: support.holidays.map((day) => ({ ...day, name: own(words.holidays, day.name) ?? day.name })),
		channels: {
			...channels,
			phones: channels.phones.map((phone) => ({ ...phone, label: own(words.phones, phone.label) ?? phone.label })),
			...(channels.chat && { chat: { ...channels.chat, label: words.chat ?? channels.chat.label } }),
			...(channels.community && { community: { ...channels.community, label: words.community ?? channels.community.label } }),
		},
		promises: mapValues(promises, (target, priority) => ({ ...target, meaning: words.promises[priority] ?? target.meaning })),
		ticketCategories: support.ticketCategories.map((category) => {
			const { label = category.label, signals = [] } = own(words.categories, category.id) ?? {};
			return { ...category, label, signals: [...new Set([...signals, ...category.signals])] };
		}),
		urgentSignals: [...new Set([...words.urgentSignals, ...support.urgentSignals])],
		incidents: support.incidents.map((incident) => {
			const { title = incident.title, body = incident.body, signals = [] } = own(words.incidents, incident.id) ?? {};
			return { ...incident, title, body, signals: [...new Set([...signals, ...incident.signals])] };
		}),
		policy: { ...support.policy, ...words.policy },
	};
}

/** All that `support.yml` says in words. */
export function wordsOfSupport({ holidays, channels, promises, ticketCategories, incidents, policy }: Support): Set<string> {
	const { phones, chat, community } = channels;
	return new Set([
		...holidays.map(({ name }) => name),
		...phones.map(({ label }) => label),
		...[chat, community].flatMap((channel) => channel?.label ?? []),
		...Object.values(promises).map(({ meaning }) => meaning),
		...ticketCategories.map(({ label }) => label),
		...incidents.flatMap(({ title, body }) => [title, body]),
		...policy.escalation,
		...policy.exclusions,
	]);
}

function own<Value>(record: Record<string, Value>, key: string): Value | undefined {
	return Object.hasOwn(record, key) ? record[key] : undefined;
}

function mapValues<Key extends string, Value>(record: Record<Key, Value>, change: (value: Value, key: Key) => Value): Record<Key, Value> {
	return Object.fromEntries(Object.entries<Value>(record).map(([key, value]) => [key, change(value, key as Key)])) as Record<Key, Value>;
}
