/**
 * What every answer carries, whoever gives it: the static host (`site/integrations/headers.ts` writes it into `_headers`) and the Worker
 * (`worker/middleware/security-headers.ts`). Names are in lower case.
 */
export const everyAnswer = {
	"x-content-type-options": "nosniff",
	"x-frame-options": "DENY",
	"permissions-policy": "camera=(), display-capture=(), geolocation=(), hid=(), microphone=(), midi=(), payment=(), serial=(), usb=()",
	"cross-origin-opener-policy": "same-origin",
	"cross-origin-resource-policy": "same-origin",
	"strict-transport-security": "max-age=63072000; includeSubDomains",
} as const;

/** A page may say less of where its reader comes from, never more. */
export const referrerPolicy = "strict-origin-when-cross-origin";

/** Content policy of an answer that is no page. */
export const noPagePolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/**
 * Trusted Types: no text becomes HTML or the address of a script on pages of this site. Two policies may say otherwise, each for its own
 * worker only: `tier-zero` for reading without a connection, `default` for Pagefind, which starts its worker from a plain text.
 */
export const trustedTypes = ["require-trusted-types-for 'script'", "trusted-types tier-zero default"] as const;
