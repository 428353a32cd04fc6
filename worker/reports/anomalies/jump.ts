/** A count of an earlier day, and what it is of: searches, or 1 where it stands for itself. */
export interface Earlier {
	n: number;
	of: number;
}

/** What is usual. */
export interface Usual {
	/** The count to expect. */
	expected: number;
	/** What chance hardly ever exceeds. */
	limit: number;
}

/** How often chance may exceed the limit. */
const chance = 1e-4;

/** Below this expectation nothing is estimated: one case more would double it. */
const leastExpected = 0.5;

/** Residual from which an earlier day was no ordinary one itself, and counts less. Small counts of busy topics reach 3 by chance. */
const extraordinary = 4.5;

/** Median of a squared standard normal variable. */
const medianOfSquares = 0.455;

/**
 * What a count usually is, from earlier days: a negative binomial variable, as widely spread as the days are themselves. Days that were no
 * ordinary ones are weighed down, so that an outage a month ago does not hide the next.
 *
 * Sources: C. P. Farrington, N. J. Andrews, A. D. Beale, M. A. Catchpole, "A Statistical Algorithm for the Early Detection of Outbreaks of
 * Infectious Disease", JRSS A 159 (1996), and A. Noufaily et al., "An improved algorithm for outbreak detection in multiple surveillance
 * systems", Statistics in Medicine 32 (2013), for weights and quantile. The first fit is by medians: one outage would spoil a mean of eight.
 *
 * @param alike earlier days like this one, such as those of the same weekday
 * @param others more groups of alike days: they tell how far days spread, which eight alone hardly do
 * @param of what today's count is of
 */
export function usualCount(alike: Earlier[], others: Earlier[][], of: number): Usual {
	const own = fit(alike);
	const groups = [own, ...others.map(fit)];
	const freedom = sum(groups.map(({ days }) => days.length - 1));
	const spread = Math.max(1, sum(groups.map(({ squares }) => squares)) / Math.max(1, freedom));
	const expected = Math.max(own.rate * of, leastExpected);
	return { expected: own.rate * of, limit: quantile(expected, spread * (1 + of / own.base)) };
}

/** The count that a negative binomial variable exceeds with less than `chance`. @param spread variance ÷ mean, above 1 */
function quantile(mean: number, spread: number): number {
	const size = mean / (spread - 1);
	let logarithm = -size * Math.log(spread);
	let left = 1 - Math.exp(logarithm);
	let n = 0;
	while (left >= chance && n < 20 * mean * spread + 100) {
		logarithm += Math.log(((n + size) / (n + 1)) * (1 - 1 / spread));
		left -= Math.exp(logarithm);
		n++;
	}
	return n;
}

interface Fit {
	days: Earlier[];
	/** Cases for one of what they are of. */
	rate: number;
	/** What all days together are of, as they are weighed. */
	base: number;
	/** Squared deviations, as shares of the variance of Poisson. */
	squares: number;
}

/** The rate of alike days, the extraordinary ones weighed down. */
function fit(days: Earlier[]): Fit {
	const middle = median(days.map(({ n, of }) => n / of));
	const spread = Math.max(1, median(days.map((day) => deviationOf(day, middle))) / medianOfSquares);
	const raw = days.map((day) => weightOf(day, middle, spread));
	const scale = days.length / sum(raw);
	const weights = raw.map((weight) => weight * scale);
	const base = sum(days.map(({ of }, index) => of * (weights[index] ?? 0)));
	const rate = sum(days.map(({ n }, index) => n * (weights[index] ?? 0))) / base;
	return { days, rate, base, squares: sum(days.map((day, index) => deviationOf(day, rate) * (weights[index] ?? 0))) };
}

function deviationOf({ n, of }: Earlier, rate: number): number {
	return (n - rate * of) ** 2 / Math.max(rate * of, leastExpected);
}

/** By Anscombe's residual, which is about normal for small counts, too. */
function weightOf({ n, of }: Earlier, rate: number, spread: number): number {
	const expected = Math.max(rate * of, leastExpected);
	const residual = (1.5 * (n ** (2 / 3) - expected ** (2 / 3))) / (Math.sqrt(spread) * expected ** (1 / 6));
	return residual > extraordinary ? residual ** -2 : 1;
}

function sum(values: number[]): number {
	return values.reduce((all, value) => all + value, 0);
}

function median(values: number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = sorted.length / 2;
	return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}
