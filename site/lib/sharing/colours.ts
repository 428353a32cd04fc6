/** A colour mixed from two like `#0f766e`; `share` of the first, 0 to 1. */
export function mix(first: string, second: string, share: number): string {
	const channels = [1, 3, 5].map((start) => {
		const [one, other] = [first, second].map((colour) => Number.parseInt(colour.slice(start, start + 2), 16));
		return Math.round((one ?? 0) * share + (other ?? 0) * (1 - share));
	});
	return `#${channels.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
}
