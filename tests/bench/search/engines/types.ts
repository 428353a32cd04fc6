/** An article as every engine is given it: plain text, whatever the collection it comes from. */
export interface BenchArticle {
	id: string;
	title: string;
	/** Paragraphs, in order. */
	body: string[];
}

export interface BenchResult {
	id: string;
	/** The engine's own scale; higher is better. Only comparable within one engine. */
	score: number;
}

export interface BenchEngine {
	name: string;
	/** How it is set up, in one line, for the table of figures. */
	note: string;
	/** Best first, all it has. Takes any text and never throws because of what it says; an empty one finds nothing. */
	search(query: string): Promise<BenchResult[]>;
	/** Removes what the engine keeps outside memory. The engine can't be searched afterwards. */
	close?(): Promise<void>;
}
