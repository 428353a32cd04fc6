import * as z from "zod";
import { Refused, type FakeAnswer, type FakeRequest, type FakeTicket } from "./fake-desk.ts";
import { take, team } from "./linear-answers.ts";

/** A file on its way to the storage. */
interface Upload {
	assetUrl: string;
	name: string;
	type: string;
	size: number;
	bytes: Buffer | null;
}

/** Linear's private storage: an address is asked for, the bytes are put there, and a text names the file. */
export interface LinearStorage {
	/** `fileUpload`. */
	prepare(given: Record<string, unknown>, origin: string): object;
	/** `PUT` of the bytes. @throws Refused */
	store(request: FakeRequest): FakeAnswer;
	/** A file belongs to an issue once a text there names its address. */
	attach(text: string, ticket: FakeTicket): void;
}

/** An empty storage. */
export function createStorage(): LinearStorage {
	const uploads = new Map<string, Upload>();
	return { prepare, store, attach };

	function prepare(given: Record<string, unknown>, origin: string): object {
		const schema = z.strictObject({
			contentType: z.string().min(1),
			filename: z.string().min(1),
			size: z.int().positive(),
			makePublic: z.boolean().nullish(),
			metaData: z.unknown().optional(),
		});
		const { contentType, filename, size } = take(schema, given);
		const id = crypto.randomUUID();
		const assetUrl = `https://uploads.linear.app/${team.id}/${id}`;
		uploads.set(id, { assetUrl, name: filename, type: contentType, size, bytes: null });
		const headers = [{ key: "x-goog-content-length-range", value: `${size},${size}` }];
		return { uploadUrl: `${origin}/upload/${id}?signature=example`, assetUrl, contentType, filename, size, headers, metaData: null };
	}

	/** The signed address of the storage: wants the headers that came with it, the type, and the cache rule of the guide. No key. */
	function store({ method, path, headers, body }: FakeRequest): FakeAnswer {
		const upload = uploads.get(path.slice("/upload/".length));
		const meant = upload && headers["x-goog-content-length-range"] === `${upload.size},${upload.size}` && headers["content-type"] === upload.type;
		if (!meant || method !== "PUT" || headers["cache-control"] !== "public, max-age=31536000" || body.length !== upload.size || headers.authorization)
			throw new Refused({ status: 403, body: "<Error><Code>SignatureDoesNotMatch</Code></Error>" });
		upload.bytes = body;
		return { status: 200 };
	}

	function attach(text: string, { files }: FakeTicket): void {
		for (const [id, { assetUrl, name, type, bytes }] of uploads) {
			if (!bytes || !text.includes(assetUrl)) continue;
			files.push({ name, type, bytes });
			uploads.delete(id);
		}
	}
}
