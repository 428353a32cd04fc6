/** Kinds of personal data that are looked for, as worker/contract/redaction.ts names them. */
export type PersonalKind = "email" | "phone" | "card" | "iban" | "ip";

/** Names that nobody can own (RFC 2606, RFC 6761, RFC 6762, ICANN's .internal). */
const reservedDomain = /(?:^|\.)(?:example\.(?:com|org|net)|example|test|invalid|localhost|local|internal)$/i;
/** Mailboxes of a function, not of a person (RFC 2142 and custom), and signs of other things written with an @. */
const role =
	/^(?:abuse|accounts?|admin|billing|contact|dpo|feedback|finance|git|hello|help|helpdesk|hr|info|it|legal|mailer-daemon|marketing|news|newsletter|no-?reply|donotreply|notifications?|office|ops|orders?|partners?|payments?|postmaster|press|privacy|sales|security|service|status|success|support|team|webmaster)(?:\+.*)?$/i;
/** `logo@2x.png`, `app@1.2.3` */
const fileOrVersion = /@\d+x\.|@v?\d+\.|\.(?:avif|css|gif|html?|jpe?g|js|json|md|mdx|pdf|png|svg|ts|webp|xml|ya?ml)$/i;

/** Numbers kept free for films and examples, in international form: NANPA, Ofcom, ACMA, Bundesnetzagentur, Arcep, ComReg, PTS. */
const fictitious = [
	/^1\d{3}55501\d\d$/,
	/^44(?:1632960\d{3}|2079460\d{3}|2896496\d{3}|2920180\d{3}|1(?:13|14|15|16|17|18|21|31|41|51|61)4960\d{3}|1914980\d{3}|7700900\d{3}|8081570\d{3}|9098790\d{3}|3069990\d{3})$/,
	/^61(?:[2378](?:5550|7010)\d{4}|491570\d{3}|4915[78]\d{4}|1800160401|1800975\d{3}|1300975\d{3})$/,
	/^49(?:3023125\d{3}|6990009\d{3}|4066969\d{3}|2214710\d{3}|8999998\d{3}|171392\d{4,5}|176040690\d{2}|15228817386|15228895456|15254599371)$/,
	/^33(?:19900|26191|35301|46571|53649|63998)\d{4}$/,
	/^35320(?:91\d)\d{4}$/,
	/^46(?:313906\d\d|406280(?:4)\d\d|84650(?:04)\d\d|70174(?:06)\d\d|9803192\d\d)$/,
];
/** Prefixes of countries whose ranges are known, for numbers written as at home. */
const countries = ["1", "44", "61", "49", "33", "353", "46"];

/** Numbers that Stripe, PayPal, Adyen and the card schemes publish for tests. */
const testCards = new Set(
	"4242424242424242 4000056655665556 4111111111111111 4012888888881881 4222222222222 4000000000000002 4000000000009995 4000000000000077 4000002500003155 4000002760003184 4000000000003220 5555555555554444 5105105105105100 5200828282828210 5454545454545454 2223003122003222 2223000048400011 378282246310005 371449635398431 378734493671000 6011111111111117 6011000990139424 6011000000000004 3056930009020004 30569309025904 38520000023237 36227206271667 3566002020360505 3530111333300000 6200000000000005 6200000000000047 5610591081018250 76009244561 5019717010103742 6331101999990016".split(
		" ",
	),
);
/** Examples of SWIFT's IBAN registry and of the articles on IBANs everywhere. */
const exampleIbans = new Set(
	"GB29NWBK60161331926819 GB82WEST12345698765432 GB33BUKB20201555555555 DE89370400440532013000 DE75512108001245126199 DE02120300000000202051 FR1420041010050500013M02606 FR7630006000011234567890189 NL91ABNA0417164300 NL02ABNA0123456789 ES9121000418450200051332 CH9300762011623852957 BE68539007547034 BE71096123456769 AT611904300234573201 AT483200000012345864 IT60X0542811101000000123456 IE29AIBK93115212345678 IE64IRCE92050112345678 LU280019400644750000 PT50000201231234567890154 SE4550000000058398257466 DK5000400440116243 NO9386011117947 FI2112345600000785 PL61109010140000071219812874 PL10105000997603123456789123".split(
		" ",
	),
);
/** Addresses for documents (RFC 5737), carriers and links inside a network (RFC 6598, 3927), and resolvers that everybody names. */
const freeAddress =
	/^(?:192\.0\.2|198\.51\.100|203\.0\.113|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.\d+|169\.254\.\d+|198\.1[89]\.\d+)\.|^(?:8\.8\.8\.8|8\.8\.4\.4|1\.1\.1\.1|1\.0\.0\.1|9\.9\.9\.9)$/;

function digitsOf(text: string): string {
	return text.replace(/\D/g, "");
}

/** A number as nobody has one: the same digits again and again, or digits counted up. */
function isPlaceholder(digits: string): boolean {
	return /(\d)\1{5}|(\d\d)\2{3}/.test(digits) || "01234567890123456789".includes(digits.slice(-7)) || /1234567|2345678/.test(digits);
}

function isFictitious(written: string): boolean {
	const digits = digitsOf(written).replace(/^00/, "");
	const international = /^[+(]?\s*\+|^00/.test(written.trim()) ? [digits.replace(/^(44|61|49|33|353|46)0/, "$1")] : [];
	const atHome = countries.flatMap((code) => [code + digits.replace(/^0/, ""), digits]);
	return [...international, ...atHome].some((number) => fictitious.some((range) => range.test(number)));
}

const allowed: Record<PersonalKind, (found: string) => boolean> = {
	email(found) {
		const plain = found.replace(/\s|%40/g, (sign) => (sign === "%40" ? "@" : ""));
		const [local = "", domain = ""] = plain.split("@");
		return reservedDomain.test(domain.replace(/\.$/, "")) || role.test(local) || fileOrVersion.test(plain);
	},
	phone: (found) => isPlaceholder(digitsOf(found)) || isFictitious(found),
	card: (found) => testCards.has(digitsOf(found)) || isPlaceholder(digitsOf(found)),
	iban: (found) => exampleIbans.has(found.replace(/[^A-Z0-9]/gi, "").toUpperCase()) || /123456/.test(digitsOf(found)),
	ip: (found) => freeAddress.test(found),
};

/** Whether this is nobody's: reserved for examples, published for tests, of a function, or plainly made up. */
export function isNobodys(kind: PersonalKind, found: string): boolean {
	return allowed[kind](found);
}
