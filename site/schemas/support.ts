import { z } from "zod";
import { clockTime, isoDate, minutes, slug } from "./shared.ts";

const channelRule = z.enum(["always", "staffed", "critical"]);

const target = z.strictObject({
	/** What this priority means, in the customer's words. */
	meaning: z.string().min(5),
	/** Time to the first answer by a person. Example: `15 min` */
	firstResponse: minutes,
	/** Time to a solution; `null` where it depends. */
	resolution: minutes.nullable().default(null),
	/** `always`: the clock never stops. `hours`: it runs in business hours only. */
	clock: z.enum(["always", "hours"]),
});

/** `support.yml`: everything public about how support works. Readers, the contact page and the Worker use the same file. */
export const supportSchema = z.strictObject({
	/** Zone of the desk; business hours are in it. IANA name. Example: `Europe/London` */
	timeZone: z.string().refine((zone) => Intl.supportedValuesOf("timeZone").includes(zone) || zone === "UTC", "must be an IANA zone like `Europe/London`"),
	/** Business hours. */
	hours: z
		.strictObject({
			/** Days with people at the desk, 1 is Monday. Default: Monday to Friday. */
			days: z.array(z.int().min(1).max(7)).min(1).default([1, 2, 3, 4, 5]),
			/** Default: `09:00` */
			opens: clockTime.default("09:00"),
			/** Default: `18:00` */
			closes: clockTime.default("18:00"),
		})
		.prefault({}),
	/** Days on which the desk is closed. */
	holidays: z
		.array(
			z.strictObject({
				/** The day. */
				date: isoDate,
				/** Its name. */
				name: z.string(),
			}),
		)
		.default([]),
	/** Ways to reach a person. */
	channels: z.strictObject({
		/** Where a ticket can always be sent by hand. */
		email: z.email(),
		/** Numbers, shown by rule. */
		phones: z
			.array(
				z.strictObject({
					/** Region. Example: `United States` */
					label: z.string(),
					/** International form. Example: `+1 202 555 0142` */
					number: z.string().regex(/^\+[\d ]{6,20}$/, "must be an international number like `+1 202 555 0142`"),
					/** When it is shown. Default: critical issues only. */
					when: channelRule.default("critical"),
				}),
			)
			.default([]),
		/** Answered day and night for outages. */
		hotline: z.string().optional(),
		/** Public status page of the product. */
		statusPage: z.url().optional(),
	}),
	/** Targets a priority, P1 the most urgent. */
	promises: z.strictObject({ P1: target, P2: target, P3: target, P4: target, P5: target }),
	/** What a ticket can be about; coverage counts those with `covered: true`. */
	ticketCategories: z
		.array(
			z.strictObject({
				/** Key used by articles (`answers:`) and routing. */
				id: slug,
				/** Words in the form. */
				label: z.string(),
				/** Words in a subject that point to this category. */
				signals: z.array(z.string()).default([]),
				/** An urgent or delicate subject: no suggestions before the form. Default: false. */
				sensitive: z.boolean().default(false),
				/** Whether articles are expected to cover it. Default: true. */
				covered: z.boolean().default(true),
			}),
		)
		.min(1),
	/** Words of an emergency: whoever types one sees the hotline and the form, no articles. Default: none. */
	urgentSignals: z.array(z.string().min(3)).default([]),
	/** Known problems; those not resolved are shown on every page. */
	incidents: z
		.array(
			z.strictObject({
				/** Key. */
				id: slug,
				/** What customers notice. */
				title: z.string(),
				/** What we are doing. */
				body: z.string(),
				/** Where it stands. */
				status: z.enum(["investigating", "identified", "monitoring", "resolved"]),
				/** When it began, with zone. */
				startedAt: z.iso.datetime({ offset: true }),
				/** Where to follow it. */
				url: z.url().optional(),
			}),
		)
		.default([]),
	/** How many days what is kept. Rolled-up daily counts hold no personal data and stay. */
	retention: z
		.strictObject({
			/** Single events (views, searches, suggestions). Default: 90 */
			events: z.int().min(1).max(400).default(90),
			/** Votes and comments. Default: 400 */
			votes: z.int().min(1).max(800).default(400),
			/** Text and contact data of tickets after hand-over. Default: 365 */
			tickets: z.int().min(7).max(1500).default(365),
		})
		.prefault({}),
});

export type SupportData = z.infer<typeof supportSchema>;
