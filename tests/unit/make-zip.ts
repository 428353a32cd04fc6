import { crc32, deflateRawSync } from "node:zlib";

/** A file of a zip that is made by hand, with what may be wrong about it. */
export interface ZipEntry {
	/** As bytes where it is not UTF-8. */
	name: string | Buffer;
	data?: string | Buffer;
	/** Unix mode. Default: a plain file. */
	mode?: number;
	/** Size that the archive claims. Default: the true one. */
	claims?: number;
}

/** The bytes of a zip, deflated, of any names and claims. */
export function makeZip(entries: ZipEntry[]): Buffer {
	const local: Buffer[] = [];
	const central: Buffer[] = [];
	let offset = 0;
	for (const { name, data = "", mode = 0o100644, claims } of entries) {
		const bytes = Buffer.from(data);
		const packed = deflateRawSync(bytes);
		const path = Buffer.from(name);
		// From the version to the lengths of the name and of what follows it: the same in both places.
		const common = Buffer.alloc(26);
		common.writeUInt16LE(20, 0);
		common.writeUInt16LE(typeof name === "string" ? 0x800 : 0, 2);
		common.writeUInt16LE(8, 4);
		common.writeUInt32LE(crc32(bytes), 10);
		common.writeUInt32LE(packed.length, 14);
		common.writeUInt32LE(claims ?? bytes.length, 18);
		common.writeUInt16LE(path.length, 22);
		const rest = Buffer.alloc(14);
		rest.writeUInt32LE((mode << 16) >>> 0, 6);
		rest.writeUInt32LE(offset, 10);
		local.push(Buffer.from("PK\x03\x04", "latin1"), common, path, packed);
		central.push(Buffer.from("PK\x01\x02\x14\x03", "latin1"), common, rest, path);
		offset += 30 + path.length + packed.length;
	}
	const directory = Buffer.concat(central);
	const end = Buffer.alloc(22);
	end.write("PK\x05\x06", 0, "latin1");
	end.writeUInt16LE(entries.length, 8);
	end.writeUInt16LE(entries.length, 10);
	end.writeUInt32LE(directory.length, 12);
	end.writeUInt32LE(offset, 16);
	return Buffer.concat([...local, directory, end]);
}
