import type { Root } from "mdast";
import type { Centre, Entry } from "./centre.ts";
import type { Places } from "./places.ts";

/** Where an export is written; paths are below the export's folder. */
export interface Sink {
	/** Adds text to the end of a file. */
	append(path: string, text: string): Promise<void>;
	/** Copies a file of the content folder. */
	copy(from: string, to: string): Promise<void>;
}

/** What an export is made from. */
export interface Source {
	centre: Centre;
	places: Places;
	/** The text of an article, as parsed; undefined where it does not parse. */
	read(entry: Entry): Root | undefined;
	/** Bytes of a file of the content folder. */
	size(path: string): number;
	/** Every article that parses, one after the other: none is kept. */
	articles(): AsyncIterable<{ entry: Entry; tree: Root }>;
}

/** A format of `npm run export`. */
export interface Exporter {
	/** The file that holds everything but the pictures; undefined where an export is a tree of files. */
	document?: string;
	/** Writes the whole centre. */
	write(source: Source, sink: Sink): Promise<void>;
}
