import { readFileSync, unwatchFile, watchFile } from "node:fs";
import { fileURLToPath } from "node:url";
import type { AstroIntegration, ViteUserConfig } from "astro";
import { deskPage, type Desk } from "#site/lib/writer-desk.ts";

type Plugin = Extract<NonNullable<ViteUserConfig["plugins"]>[number], { name: string }>;

/** The page that asks. */
interface Client {
	send: (event: string, payload: unknown) => void;
}

/** How soon the page learns that a check is done, in milliseconds. */
const lookEvery = 200;

/** Answers a page that asks what the last check found on it, and tells all pages when there was another. */
function deskPlugin(file: string): Plugin {
	return {
		name: "tier-zero-writer-desk",
		configureServer(server) {
			server.ws.on("writer-desk:ask", (question: { path?: unknown }, client: Client) => {
				const desk = readDesk(file);
				client.send("writer-desk:page", { page: desk && typeof question.path === "string" ? deskPage(desk, question.path) : null });
			});
			watchFile(file, { interval: lookEvery }, () => server.ws.send("writer-desk:changed", {}));
			server.httpServer?.once("close", () => unwatchFile(file));
		},
	};
}

/** Null until the first check is done. */
function readDesk(file: string): Desk | null {
	try {
		return JSON.parse(readFileSync(file, "utf8")) as Desk;
	} catch {
		return null;
	}
}

/** The writer's desk at the bottom of each page, in `npm run dev` only: that names the file with the findings in `KB_DESK`. */
export function writerDesk(): AstroIntegration {
	return {
		name: "tier-zero-writer-desk",
		hooks: {
			"astro:config:setup": ({ command, injectScript, updateConfig }) => {
				const file = process.env["KB_DESK"];
				if (command !== "dev" || !file) return;
				injectScript("page", `import ${JSON.stringify(fileURLToPath(new URL("../enhancements/writer-desk.ts", import.meta.url)))};`);
				updateConfig({ vite: { plugins: [deskPlugin(file)] } });
			},
		},
	};
}
