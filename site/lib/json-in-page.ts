/** A value as JSON that can stand in a `<script>`: no text in it ends the element. */
export function jsonInPage(value: unknown): string {
	return JSON.stringify(value).replaceAll("<", "\\u003c");
}
