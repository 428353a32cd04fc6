/**
 * Wilson score interval for a share, 95 %. Honest for few votes, where the raw share is not.
 * Source: E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", JASA 22 (1927).
 *
 * @returns lower and upper bound from 0 to 1; 0 and 1 for no votes
 */
export function wilsonInterval(yes: number, no: number): { lower: number; upper: number } {
	const n = yes + no;
	if (n === 0) return { lower: 0, upper: 1 };
	const z = 1.959964;
	const share = yes / n;
	const centre = (share + (z * z) / (2 * n)) / (1 + (z * z) / n);
	const spread = (z / (1 + (z * z) / n)) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
	return { lower: Math.max(0, centre - spread), upper: Math.min(1, centre + spread) };
}
