import { html } from "hono/html";

const origin = "https://challenges.cloudflare.com";

/** Puts Turnstile's widget into the contact form. It is the one thing of another house, and only where somebody has configured it. @param needsScript what is said where no script runs */
export function addTurnstile(rewriter: HTMLRewriter, siteKey: string, needsScript: string): HTMLRewriter {
	const widget = String(
		html`<div class="cf-turnstile" data-sitekey="${siteKey}"></div>
			<script src="${origin}/turnstile/v0/api.js" async defer></script>
			<noscript><p class="notice">${needsScript}</p></noscript>`,
	);
	return rewriter.on("[data-turnstile]", { element: (element) => void element.removeAttribute("hidden").setInnerContent(widget, { html: true }) });
}

/** A content policy that lets the widget work: its script and frame, and without Trusted Types, which are not its maker's promise. */
export function withTurnstile(policy: string): string {
	const directives = policy
		.split(";")
		.map((directive) => directive.trim())
		.filter((directive) => !/^(?:require-)?trusted-types\b/.test(directive));
	const missing = ["script-src", "frame-src", "connect-src"].filter((name) => !directives.some((directive) => directive.startsWith(`${name} `)));
	return [...directives.filter((directive) => directive !== ""), ...missing.map((name) => `${name} 'self'`)]
		.map((directive) => (/^(?:script-src|frame-src|connect-src) /.test(directive) ? `${directive.replace(/ 'none'$/, "")} ${origin}` : directive))
		.join("; ");
}
