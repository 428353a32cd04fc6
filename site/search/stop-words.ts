/** Words that carry no subject in a customer's question, after `normalise`. */
export const englishStopWords: ReadonlySet<string> = new Set(
	`a about after again all also am an and any anybody anyone are as at be because been before being but by came can can't cannot come could couldn't
	did didn't do does doesn't doing don't for from get gets getting give go going gonna got had has have haven't having hello help here hey hi how how's i i'd i'll i'm i've if in
	into is isn't it it's its just know let like look made make makes may maybe me might mine much must my myself need needs no not now of off oh ok okay on one
	or our out over please should shouldn't show so some somebody somehow someone something tell than thank thanks that that's the their them then there
	there's these they thing things this those to too trying try us use used using very via wanna want wants was wasn't way we we're were what what's whats when where where's
	which while who who's why will with won't would wouldn't yes you you'd you're your yours`.split(/\s+/),
);
