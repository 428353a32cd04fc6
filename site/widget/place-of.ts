/** The id that the part of an address behind `#` names; as it stands, where that cannot be decoded. */
export function placeOf(fragment: string): string {
	try {
		return decodeURIComponent(fragment);
	} catch {
		return fragment;
	}
}
