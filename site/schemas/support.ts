import * as z from "zod";
import { customerTiers } from "#contract/targets.ts";
import { clockTime, isoDate, minutes, slug } from "./shared.ts";

const channelRule = z.enum(["always", "staffed", "critical"]);

const sentences = z.array(z.string().min(5)).default([]);

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

const settingName = z.string().regex(/^[A-Z][A-Z0-9_]*$/, "must be the NAME of a variable or secret, like `MAIL_API_KEY`");

const lengths = z
	.strictObject({ P1: minutes.optional(), P2: minutes.optional(), P3: minutes.optional(), P4: minutes.optional(), P5: minutes.optional() })
	.default({});

/** Hours and minutes in words, or `next business day`. Example: `6 h` */
const resolution = z.union([minutes, z.literal("next business day")]).optional();

/** How the promises of one customer tier differ from the standard. */
const customerTier = z.strictObject({
	/** Targets are this many times as long. Example: `0.5` */
	multiplier: z.number().positive().max(100),
	/** Times to the first answer that replace the product of target and multiplier. Example: `{ P1: 7 min }` */
	firstResponse: lengths,
	/** Times to a solution that replace it. Example: `{ P1: 2 h }` */
	resolution: z
		.strictObject({
			/** Time to a solution of P1 for this tier. Default: the product of target and multiplier. */
			P1: resolution,
			/** Time to a solution of P2 for this tier. Default: the product of target and multiplier. */
			P2: resolution,
			/** Time to a solution of P3 for this tier. Default: the product of target and multiplier. */
			P3: resolution,
			/** Time to a solution of P4 for this tier. Default: the product of target and multiplier. */
			P4: resolution,
			/** Time to a solution of P5 for this tier. Default: the product of target and multiplier. */
			P5: resolution,
		})
		.default({}),
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
		/** Live chat. */
		chat: z
			.strictObject({
				/** Where it opens. Example: `https://chat.example.com` */
				url: z.url(),
				/** Words of the link. Default: `Chat with us` */
				label: z.string().default("Chat with us"),
				/** When it is shown. Default: while there are people at the desk. */
				when: channelRule.default("staffed"),
			})
			.optional(),
		/** Where users help each other; shown for questions of the kind "How do I …?". */
		community: z
			.strictObject({
				/** Its address. Example: `https://community.example.com` */
				url: z.url(),
				/** Words of the link. Default: `Ask the community` */
				label: z.string().default("Ask the community"),
			})
			.optional(),
	}),
	/** Targets a priority, P1 the most urgent. */
	promises: z.strictObject({ P1: target, P2: target, P3: target, P4: target, P5: target }),
	/** Customer tiers. A customer has one only with an identity that the host product has signed; everybody else gets the standard targets. */
	tiers: z
		.strictObject({
			/** The largest customers. Default: half the standard times; P1 answered in 7 min and solved in 2 h. */
			enterprise: customerTier.prefault({ multiplier: 0.5, firstResponse: { P1: "7 min" }, resolution: { P1: "2 h" } }),
			/** Default: the standard times. */
			business: customerTier.prefault({ multiplier: 1, firstResponse: { P1: "15 min" }, resolution: { P1: "4 h" } }),
			/** Default: one and a half times the standard; P1 answered in 30 min and solved in 6 h. */
			professional: customerTier.prefault({ multiplier: 1.5, firstResponse: { P1: "30 min" }, resolution: { P1: "6 h" } }),
			/** Default: twice the standard; P1 answered in 1 h and solved in 8 h. */
			starter: customerTier.prefault({ multiplier: 2, firstResponse: { P1: "1 h" }, resolution: { P1: "8 h" } }),
			/** Who pays nothing. Default: four times the standard; P1 answered in 4 h and solved on the next business day. */
			free: customerTier.prefault({ multiplier: 4, firstResponse: { P1: "4 h" }, resolution: { P1: "next business day" } }),
		})
		.prefault({}),
	/** A mail to the customer that says that the message is here; by the Worker's mail binding (MAIL), or by a mail service's API. Default: none. */
	acknowledgement: z
		.strictObject({
			/** Sender's address, on a domain that may send. */
			from: z.email(),
			/** Name of the variable that holds the mail API's address. Default: none, the binding is used. */
			urlFrom: settingName.optional(),
			/** Name of the secret that holds the mail API's key. */
			secretFrom: settingName.optional(),
		})
		.optional(),
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
	/** The box that answers questions in sentences from the articles, on the search and contact pages and in the widget. */
	answers: z
		.strictObject({
			/** Whether there is one. Default: true. */
			enabled: z.boolean().default(true),
			/** Customer tiers that get a person instead of an answer; a tier is known only from an identity that the host product has signed. Example: `[enterprise]` Default: none. */
			skipTiers: z.array(z.enum(customerTiers)).default([]),
		})
		.prefault({}),
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
				/** Words in a message that point to it, besides those of the title. Example: `[export fails, empty pdf]` Default: none. */
				signals: z.array(z.string().min(3)).default([]),
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
	/** What the page of promises (`/support-policy/`) says besides the figures above. */
	policy: z
		.strictObject({
			/** What happens, and whom to turn to, when a promise is not kept; one step each, in order. Default: none. */
			escalation: sentences,
			/** What support does not do. Default: none. */
			exclusions: sentences,
		})
		.prefault({}),
	/** How many days what is kept. Rolled-up daily counts hold no personal data and stay. */
	retention: z
		.strictObject({
			/**
			 * Single events (views, searches, visits of the contact page). At least 9: whether “This solved it” holds is known when a visit's day and
			 * the seven after it are over. Default: 90
			 */
			events: z.int().min(9).max(400).default(90),
			/** Votes and comments. At least 9, because a day is counted again until then. Default: 400 */
			votes: z.int().min(9).max(800).default(400),
			/** Text and contact data of tickets after hand-over. Default: 365 */
			tickets: z.int().min(7).max(1500).default(365),
		})
		.prefault({}),
});

export type SupportData = z.infer<typeof supportSchema>;
