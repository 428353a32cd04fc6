/** Calls back once somebody sees the page: now, or when one that the browser made ready in advance is opened. */
export function whenShown(then: () => void): void {
	if ((document as { prerendering?: boolean }).prerendering) document.addEventListener("prerenderingchange", then, { once: true });
	else then();
}
