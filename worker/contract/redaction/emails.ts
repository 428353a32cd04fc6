import { findBy, findWhere, marks, type Finder } from "./found.ts";

// Each pattern starts where a word starts (lookbehind), or looks ahead no further than so many signs, so that a long text costs time in
// proportion to its length.
const local = "\\p{L}\\p{M}\\p{N}._%+'’-";
const at = "(?: ?@ ?|%(?:25)*40|&#(?:0*64|x0*40);|&commat;| ?[(\\[{<] ?(?:at|@|ät|arroba|klammeraffe) ?[)\\]}>] ?)";
const common = "(?:com|org|net|info|edu|eu|de|at|ch|es|fr|it|nl|uk|ie|io|co|mx|ar|sa|ae|eg)";
const dot = `(?:[.。]| \\. ?|%2e|&#(?:0*46|x0*2e);|&period;| ?[(\\[{<] ?(?:dot|\\.|punkt|punto) ?[)\\]}>] ?|,(?=${common}(?![\\p{L}\\p{N}])))`;
const label = "[\\p{L}\\p{M}\\p{N}](?:[\\p{L}\\p{M}\\p{N}-]*[\\p{L}\\p{M}\\p{N}])?";
const topLabel = "\\p{L}(?:[\\p{L}\\p{M}\\p{N}-]*[\\p{L}\\p{M}\\p{N}])?";
const domain = `(?:(?:${label}${dot})+${topLabel}|\\[[\\d.]{7,15}\\]|\\[IPv6:[^\\]\\s]+\\])`;
/** Of an address that is carried within another: `anna.smith=example.com@bounce.example.org`. */
const carried = "(?:[\\p{L}\\p{N}_+-]+\\.[\\p{L}\\p{N}._+-]*=)?";

const email = new RegExp(`(?<![${local}])(?:"[^"\\n]{1,64}"|${carried}[${local}]+)${at}${domain}`, "giu");
/** Signs that a local part may hold but an address in a text or a link seldom does; only what `email` leaves over is tried. */
const oddEmail = new RegExp(`(?<![!#$&*/=?^\`{|}~${local}])[!#$&*/=?^\`{|}~${local}]+@${domain}`, "giu");

const word = "[\\p{L}\\p{M}\\p{N}_-]{1,64}";
const spelledDot = "(?: ?\\. ?| (?:dot|punkt|punto) )";
/** `anna at example dot com`, `anna punto smith arroba example.com` */
const spelled = new RegExp(
	`(?<![\\p{L}\\p{N}._-])(?:(?:${word} dot ){0,3}[\\p{L}\\p{N}._-]+ at ${word}(?: dot ${word})+|${word}(?:(?:\\.| (?:dot|punkt|punto) )${word}){0,4} (?:arroba|klammeraffe|ät) ${word}(?:${spelledDot}${word}){1,6})`,
	"giu",
);
const mailHosts = "(?:gmail|googlemail|outlook|hotmail|live|yahoo|icloud|me|proton|protonmail|gmx|web|t-online|aol)";
/** `anna.smith at example.com`: parted by a sign as names are, or at a host of mailboxes; not `log in at portal.example.com`. */
const spokenAt = new RegExp(
	`(?<![\\p{L}\\p{N}._-])(?:(?=[^\\s\\p{L}]{0,60}\\p{L})[\\p{L}\\p{N}]+(?:[._-][\\p{L}\\p{N}]+)+ at (?:${label}\\.)+\\p{L}{2,}|[\\p{L}\\p{N}._-]+ at ${mailHosts}\\.\\p{L}{2,3})(?![\\p{L}\\p{N}])`,
	"giu",
);

/** E-mail addresses, as they are written and as they are spelled. */
export const emailFinders: Finder[] = [
	findBy(email, marks.email),
	findWhere("@", findBy(oddEmail, marks.email)),
	findWhere(" ", findBy(spelled, marks.email)),
	findBy(spokenAt, marks.email),
];
