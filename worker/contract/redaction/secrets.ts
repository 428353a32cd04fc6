import { findBy, findWhere, marks, type Finder } from "./found.ts";

const knownToken =
	/(?<![A-Za-z0-9])(?:eyJ[\w-]{8,4000}\.[\w-]{8,}(?:\.[\w-]*)?|SG\.[\w-]{16,80}\.[\w-]{16,80}|ya29\.[\w-]{16,}|(?:(?:sk|pk|rk|npm)[_-]|(?:gh[opsur]|github_pat|glpat|xox[abposr]|xapp|whsec|shpat)[_-]|AKIA|ASIA(?!-)|AIza)(?=[\w-]{0,200}\d)[A-Za-z0-9_-]{12,})/g;
/** The name and password in an address: `https://anna:secret@files.example.com` */
const userInfo = /:\/\/(?!\[token\]@)([^\s/@?#]+)(?=@)/giu;
/** `Authorization: Basic YW5uYTpz…` */
const authorization = /(?<![\p{L}\p{N}])(?:basic|bearer|digest) +(?=\S{0,200}[\d=])([\w+/=.~-]{8,})/giu;
const inQuery = /[?&;#](?:code|token|key|sig|signature|auth|secret|session|sid|otp|invite|t)=(?=[^\s&;#]{0,200}\d)(?=[^\s&;#]{0,200}\p{L})([^\s&;#[\]]{8,})/giu;

const password = "password|passwort|kennwort|passcode|passphrase|pwd?|contraseña|contrasena|clave(?: de api)?|كلمة (?:المرور|السر)";
const oneTime =
	"(?:one[ -]time|verification|security|confirmation) code|otp|bestätigungscode|sicherheitscode|einmalcode|código de (?:verificación|seguridad)|رمز (?:التحقق|الأمان)";
const secretName = `${password}|pin(?: code| number)?|${oneTime}|secret|token|api[ _-]?(?:key|schlüssel)|مفتاح api|bearer`;
const labelled = new RegExp(
	`(?<![\\p{L}\\p{N}])(${secretName})(\\s+(?:is|was|ist|lautet|es|era|هي|هو)\\s+|\\s*[:=]\\s*|\\s+)(?!\\[|(?:${secretName})(?![\\p{L}\\p{N}]))(\\S{4,})`,
	"giu",
);
/** `my code is 482913`; of an error one says it otherwise. */
const ownCode = /(?<![\p{L}\p{N}])(?:(?:my|the|mein|der|mi|el) (?:code|código)|رمزي|الرمز) (?:is|ist|lautet|es|هو) (\d{4,8})(?![\p{L}\p{N}])/giu;
const cardCheck = /(?<![\p{L}\p{N}])(?:cvv|cvc|csc)2?[ :=#]{1,3}(\d{3,4})(?!\d)/giu;
/** A secret key of Amazon's: 40 signs of Base64. */
const base64Key = /(?<![\w/+=.-])(?=[\w/+]{0,39}\d)(?=[\w/+]{0,39}[a-z])(?=[\w/+]{0,39}[A-Z])[A-Za-z0-9/+]{40}(?![\w/+=.-])/g;
const longRandom = /(?<![A-Za-z0-9_-])(?=[A-Za-z0-9_-]*\d)(?=[A-Za-z0-9_-]*[A-Za-z])[A-Za-z0-9_-]{24,}/g;

/** What follows a label and is no secret: a state, a version, a quantity, a date, the name of a method; or a code of capitals. */
const states = [
	"(?:is)?n['’]t|wrong|invalid|expired?|incorrect|rejected|required|missing|empty|blank|locked|blocked|disabled|revoked|unknown|refused|denied|needed|reset|changed?|forgotten",
	"link|error|problem|issue|please|cannot|true|false|null|none|undefined",
	"falsch|ungültig|abgelaufen|gesperrt|vergessen|verloren|zurücksetzen|ändern|geändert|fehlt|leer|unbekannt|abgelehnt|nicht",
	"olvid\\p{L}+|incorrect[ao]|inválid[ao]|válid[ao]|caducad[ao]|bloquead[ao]|erróne[ao]|cambi\\p{L}+|restablec\\p{L}+|rechazad[ao]|perdid[ao]",
	"نسيت\\p{L}*|غير|منتهية|منتهي|خاطئة?|مفقودة?|مرفوضة?|مقفلة?|تغيير\\p{L}*|إعادة",
].join("|");
const noSecret = new RegExp(
	`^(?:${states}|(?:err|error|iso|gri|http)[_-]?\\d+|v?\\d[\\d.:/-]*|\\d+-?\\p{L}+|(?:oauth|saml|sha|hs|rs|md|ios|tls|windows|office|iso|base|utf|step|page|version|http)[-_.]?\\d[\\d.]*|\\d?fa)[.,;:?!)"']*$`,
	"iu",
);
const code = /^[A-Z]{2,}[_-]?\d{1,6}[.,;:?!)"']*$/;
const takesDigits = new RegExp(`^(?:pin|pass|pwd?|kennwort|${oneTime})`, "iu");

function isSecret(name: string, between: string, value: string): boolean {
	if (takesDigits.test(name) && /^\d{4,12}[.,;!?]*$/.test(value)) return true;
	if (noSecret.test(value) || code.test(value)) return false;
	if (/[:=]/.test(between)) return true;
	const core = value.replace(/^[("']+|[.,;:?!)"']+$/g, "");
	const said = between.trim() !== "";
	return (
		core.length >= (said ? 4 : 6) && (/\d/.test(core) ? /\p{L}|[^\p{L}\p{N}]/u.test(core) : /[!@#$%^&*+~]/.test(core) || (said && /\p{Ll}\p{Lu}/u.test(core)))
	);
}

/** Random text changes between letters and digits within a part; `esg-report-2026-Q2-final` does not. */
function isRandom(text: string): boolean {
	return text
		.split(/[_-]/)
		.some(
			(part) =>
				(part.length >= 24 && /\d/.test(part) && /\p{L}/u.test(part)) || (part.length >= 8 && (part.match(/\d(?=\p{L})|\p{L}(?=\d)/gu)?.length ?? 0) >= 2),
		);
}

/** Keys and tokens that are known by their form; before anything that could take a part of them for something else. */
export const tokenFinders: Finder[] = [
	findBy(knownToken, marks.token),
	findWhere("://", findBy(userInfo, marks.token)),
	findBy(authorization, marks.token),
	findWhere("=", findBy(inQuery, marks.token)),
];

/** What stands behind a label such as `password`. */
export const labelledFinders: Finder[] = [
	findBy(labelled, (value, [, name = "", between = ""]) => (isSecret(name, between, value) ? marks.token : null)),
	findBy(ownCode, marks.token),
	findBy(cardCheck, marks.token),
];

/** Whatever else is too random to be words. */
export const randomFinders: Finder[] = [findBy(base64Key, marks.token), findBy(longRandom, (text) => (isRandom(text) ? marks.token : null))];
