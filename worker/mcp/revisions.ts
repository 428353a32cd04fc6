/** The revision of the protocol in which every request says who asks and what they can do. */
export const current = "2026-07-28";

/** Earlier revisions, in which a client says that once; the newest first. Whoever names none is taken to speak one of them. */
export const earlier: readonly string[] = ["2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05"];

/** Names of the fields in `_meta` by which a request of the current revision introduces itself, and its answer the server. */
export const fields = {
	version: "io.modelcontextprotocol/protocolVersion",
	capabilities: "io.modelcontextprotocol/clientCapabilities",
	server: "io.modelcontextprotocol/serverInfo",
} as const;
