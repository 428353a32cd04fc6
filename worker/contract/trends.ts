/** `GET /api/reports/trends`: how often what happened on each day, estimated from a sample that is kept for three months. */
export interface TrendsReport {
	from: string;
	to: string;
	/** Each number is an estimate: Analytics Engine keeps a sample where much comes at once. */
	sampled: true;
	rows: { day: string; type: string; events: number }[];
}
