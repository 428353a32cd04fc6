/** The page for an address that leads nowhere. */
export const missing = {
	title: "Page not found",
	heading: "There is no page at this address.",
	lead: "It may have moved. Search for what you need:",
};
