import type { HandoffAttachment } from "../destination.ts";
import type { StorySection } from "../ticket-story.ts";

/**
 * Uploads files one after the other to a ticket that is there already.
 *
 * @returns those that could not be read or uploaded, for whatever reason: their links go into the text
 */
export async function uploadFiles(
	files: HandoffAttachment[],
	upload: (file: HandoffAttachment, bytes: ArrayBuffer) => Promise<unknown>,
): Promise<HandoffAttachment[]> {
	const left: HandoffAttachment[] = [];
	for (const file of files)
		try {
			await upload(file, await file.read());
		} catch {
			left.push(file);
		}
	return left;
}

/** Files that are not at the ticket yet. Two files may have one name. */
export function filesMissing(files: HandoffAttachment[], namesThere: string[]): HandoffAttachment[] {
	const names = [...namesThere];
	return files.filter(({ name }) => {
		const index = names.indexOf(name);
		if (index >= 0) names.splice(index, 1);
		return index < 0;
	});
}

/** What stands in the ticket for files that could not be uploaded. */
export function storyOfFiles(files: HandoffAttachment[]): StorySection[] {
	return [{ heading: "Files that could not be uploaded", links: files.map(({ name, type, url }) => ({ label: `${name} (${type})`, url })) }];
}
