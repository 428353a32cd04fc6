import { normalise } from "#site/search/normalise.ts";

/** Words of a language by which a sentence turns into another claim, although most of its words stay. */
export interface Signs {
	/** Says that something is not so. Of normalised words. */
	negation: RegExp;
	/** Says that nothing else is so, or for whom, when or from how much on it is so: must stand in the section's sentence, too. */
	exclusive: RegExp;
	/** Pairs that stand for each other's opposite in some sentences and for nothing in others. Example: `on` and `off` */
	opposites: readonly (readonly [string, string])[];
	/** Words that claim nothing, where those that search leaves out are too many. Default: those of search. */
	empty?: string;
	/** Numbers in words, with what they mean. The word for one is left out: it is the article of many languages. */
	numbers: Readonly<Record<string, string>>;
	/** Words of instructions that claim nothing of their own. */
	neutral: string;
}

function inOrder(words: string, from: number): Record<string, string> {
	return Object.fromEntries(
		normalise(words)
			.split(" ")
			.map((word, place) => [word, String(place + from)]),
	);
}

const known: Readonly<Record<string, Signs>> = {
	en: {
		negation: /^(?:not?|never|none|nobody|nothing|neither|nor|without|cannot|cant|dont|unable|.+n't)$/,
		exclusive: /^(?:only|solely|exclusively|except|unless|always|all|every|must|any|any(?:one|body)|after|before|over)$/,
		opposites: [
			["on", "off"],
			["in", "out"],
			["from", "until"],
		],
		numbers: inOrder("two three four five six seven eight nine ten eleven twelve", 2),
		neutral: "select choose click press tap open step follow next then finally simply first",
	},
	de: {
		negation: /^(?:nicht|nichts|nie|niemals|niemand\p{L}*|kein\p{L}*|ohne|weder|nirgends)$/u,
		exclusive: /^(?:nur|ausschliesslich|ausschließlich|ausser|außer|immer|alle\p{L}?|jede\p{L}?|muss|mussen|müssen|nach|vor|uber|unter|bis|wahrend)$/u,
		opposites: [
			["ein", "aus"],
			["an", "aus"],
		],
		numbers: inOrder("zwei drei vier fünf sechs sieben acht neun zehn elf zwölf", 2),
		neutral: "wählen wähle klicken klicke drücken tippen öffnen öffne schritt folgen folgende nächster dann danach anschließend zuerst zunächst einfach bitte",
	},
	es: {
		negation: /^(?:no|nunca|jamas|ningun\p{L}*|nadie|nada|sin|tampoco|ni)$/u,
		exclusive: /^(?:solo|solamente|unicamente|exclusivamente|excepto|salvo|siempre|todos|todas|cada|debe\p{L}?)$/u,
		opposites: [],
		empty:
			"el la lo los las un una unos unas a al de del en con por para según entre y e o u que si como cuando donde mientras porque pero sino aunque " +
			"yo tú él ella ello ellos ellas usted ustedes nosotros me te se nos le les mi mis su sus tu tus nuestro nuestra nuestros nuestras " +
			"este esta estos estas esto ese esa esos esas eso aquel aquella cual cuales quien quienes así también muy es son ser sea sean era fue " +
			"estar están ha han hay haya haber puede pueden pueda puedan poder podrá podrán tiene tienen tener tenga hace hacer haga",
		numbers: inOrder("dos tres cuatro cinco seis siete ocho nueve diez once doce", 2),
		neutral: "seleccione seleccionar elija elegir pulse pulsar clic abra abrir paso siga siguiente luego primero finalmente simplemente",
	},
	ar: {
		negation: /^[وف]?(?:لا|لم|لن|ليس|ليست|ليسوا|غير|دون|بدون|عدم|بلا)$/u,
		exclusive: /^[وف]?(?:فقط|الا|إلا|سوى|دائما|كل|جميع|يجب)$/u,
		opposites: [],
		empty:
			"في من إلى على عن مع أن إن أنه إنه التي الذي الذين اللذان اللتان هذا هذه ذلك تلك هو هي هم أنت أنتم نحن أنا كان كانت يكون تكون قد لقد يمكن يمكنك يمكنكم " +
			"أو أم ما ماذا كيف أين متى إذا عند عندما حيث لك لكم له لها لهم به بها فيه فيها منه منها عليه عليها إليه إليها عنه عنها كما لأن وفي ومن وهو وهي وعلى",
		numbers: {
			...inOrder("اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة", 2),
			...inOrder("اثنين ثلاث أربع خمس ست سبع ثماني تسع عشر", 2),
		},
		neutral: "اختر اضغط انقر افتح انتقل خطوة التالي التالية أولا ثم ببساطة",
	},
};

/** The signs of a locale's language; null for one in which nobody has taught us to tell a claim from its opposite. Example: `de-CH` → German */
export function signsOf(locale: string): Signs | null {
	const code = locale.toLowerCase().split("-")[0] ?? "";
	return Object.hasOwn(known, code) ? (known[code] ?? null) : null;
}
