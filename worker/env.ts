import type { TextModels } from "./answers/provider/workers-ai.ts";
import type { Actor } from "./lib/actor.ts";
import type { TrustedNetwork } from "./lib/network.ts";

/** What the queue carries: never the data itself, only what waits in D1. */
export interface WakeMessage {
	kind: "events" | "deliveries";
}

/** Bindings and settings of `wrangler.toml`. */
export interface Env {
	DB: D1Database;
	/** Daily salts, each with a time to live. */
	SALTS: KVNamespace;
	WAKE: Queue<WakeMessage>;
	ASSETS: Fetcher;
	/** Files of tickets, by attachment id. */
	FILES: R2Bucket;
	/** Sampled counts of events; absent where D1 alone is enough. */
	ANALYTICS?: AnalyticsEngineDataset;
	/** Account and token (right: Account Analytics, read) with which sampled trends are read; both, or there are none. */
	ANALYTICS_ACCOUNT?: string;
	ANALYTICS_TOKEN?: string;
	/** Address of the API that they are read from. Default: Cloudflare's. */
	ANALYTICS_API_URL?: string;
	/** Writes a minute of one visitor. */
	WRITE_LIMIT: RateLimit;
	/** Writes a minute of one network, whatever its browsers are called. */
	NETWORK_LIMIT: RateLimit;
	/** Sends mail; absent where no mail goes this way. */
	MAIL?: SendEmail;
	/** `production`, or `development` on loopback addresses. */
	MODE: string;
	/** `info` logs every request in development, too. Deployed it always is. */
	LOG_LEVEL?: string;
	ACCESS_TEAM_DOMAIN: string;
	ACCESS_AUDIENCE: string;
	/** Who may act: e-mail addresses, `*@example.com`, `service:` and the name of a service token, with commas between. Absent or empty: nobody; all others may read. */
	ACCESS_MANAGERS?: string;
	/** Development only: the code of the one-time sign-in link. */
	LOCAL_SIGN_IN_CODE?: string;
	/** Development only: signs the manager's session. Another secret than the code, which stands in a link. */
	LOCAL_SESSION_KEY?: string;
	/** Tests only: `on` lets the scheduled jobs run at a moment that is not now. */
	TIME_TRAVEL?: string;
	/** Secret for programs that read reports. Absent: no program may. */
	REPORT_TOKEN?: string;
	/** Secret that signs links to files and the time at which a form was made. Absent: a key that the Worker makes once. */
	FILE_SIGNING_KEY?: string;
	/** Secret that the product signs identities with (HS256). Absent: nobody's customer tier is known. */
	IDENTITY_SECRET?: string;
	/** More origins than `widget.yml` names from which the widget may send, with commas between: of a test system, or of this machine. */
	WIDGET_ORIGINS?: string;
	/** Turnstile: both, or it is not asked. */
	TURNSTILE_SITE_KEY?: string;
	TURNSTILE_SECRET?: string;
	/** Address that checks Turnstile's answers. Default: Cloudflare's. */
	TURNSTILE_VERIFY_URL?: string;
	/** Models in Cloudflare's network (Workers AI); used for answers where `ANSWER_MODEL` names one and no address is set. */
	AI?: TextModels;
	/** Name of the model that writes answers. Absent or empty: answers are the articles' own words, and no question leaves the site. */
	ANSWER_MODEL?: string;
	/** Address of an API that speaks chat completions, without `/chat/completions`; https only. Example: `https://llm.example/v1` */
	ANSWER_API_URL?: string;
	/** Secret: its key, sent as a bearer token. Absent: none is sent. */
	ANSWER_API_KEY?: string;
	/** Tokens that written answers may cost in a day of the desk; beyond it answers are the articles' own words. Default: `200000`. */
	ANSWER_DAILY_TOKENS?: string;
	/** Milliseconds that a reader waits for a written answer; half of it for its first words. Default: `20000`. */
	ANSWER_TIMEOUT_MS?: string;
}

/** Types of the Hono app. */
export interface App {
	Bindings: Env;
	Variables: {
		/** UUID. */
		requestId: string;
		network: TrustedNetwork;
		/** Epoch milliseconds; development may set it. */
		now: number;
		/** The request comes from a page of the product that shows the widget. */
		fromWidget?: boolean;
		/** Who asks; set behind `requireRole` only. */
		actor: Actor;
		/** Language of the ticket or form that the request is about, once it is known. */
		locale?: string;
		/** Query of a report, after it was checked. */
		asked?: Record<string, string | number | undefined>;
	};
}
