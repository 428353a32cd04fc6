import { parse } from "smol-toml";

/**
 * What Cloudflare Access still needs before the manager's pages can be used, each as a warning in words. Empty where nothing is missing.
 *
 * @param config text of `wrangler.toml`
 */
export function accessWarnings(config: string): string[] {
	const { vars = {} } = parse(config) as { vars?: Record<string, unknown> };
	const missing = ["ACCESS_TEAM_DOMAIN", "ACCESS_AUDIENCE"].filter((name) => !vars[name]);
	if (missing.length > 0)
		return [
			`Warning: ${missing.join(" and ")} ${missing.length > 1 ? "are" : "is"} empty in wrangler.toml.\n  Why: /manage answers 403 to everybody.\n  Do:  Protect /manage with Cloudflare Access, fill in both, then deploy again.`,
		];
	const domain = String(vars["ACCESS_TEAM_DOMAIN"]);
	if (!/^https:\/\/[^/?#@]+\/?$/.test(domain))
		return [
			`Warning: ACCESS_TEAM_DOMAIN in wrangler.toml is "${domain}", which is no team's address.\n  Why: /manage answers 403 to everybody.\n  Do:  Write it whole, such as https://team.cloudflareaccess.com, then deploy again.`,
		];
	if (vars["ACCESS_MANAGERS"]) return [];
	return [
		"Warning: ACCESS_MANAGERS is empty in wrangler.toml.\n  Why: Everybody whom Access lets in reads the report; nobody can send a hand-over again or work through the inbox.\n  Do:  List the e-mail addresses of those who may, with commas between, then deploy again.",
	];
}
