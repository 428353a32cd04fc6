import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A page of somebody else's product: where it stands, and what of it is hostile. */
export interface Product {
	/** Origin from which the widget may send. Example: `http://localhost:4001` */
	origin: string;
	/** The same pages at an origin that no list names. */
	stranger: string;
	close: () => void;
}

/** Styles that products have, and worse: nothing of it may reach the widget. */
const hostile = `
* { all: unset !important; }
html { font-size: 40px !important; }
body { display: block !important; background: #ffe; direction: ltr; }
button, dialog, tier-zero-help, [popover] { display: none !important; }
.cover { position: fixed !important; inset: 0 !important; z-index: 2147483647 !important; pointer-events: none !important; display: block !important; }
`;

/**
 * Serves pages of a product with a strict content policy: no inline script or style, no HTML from text (Trusted Types), nothing but the
 * centre. `?` of the address sets the attributes of the tag.
 */
export async function startProduct(centre: string): Promise<Product> {
	const server = createServer((request, response) => {
		const url = new URL(request.url ?? "/", "http://product.example");
		if (url.pathname === "/hostile.css") return void response.writeHead(200, { "content-type": "text/css" }).end(hostile);
		if (url.pathname === "/favicon.ico") return void response.writeHead(204).end();
		// What somebody could have written into a page that lets harmless HTML through.
		const planted = url.searchParams.has("planted") ? `<img name="currentScript" src="https://evil.example/x.png" alt="">` : "";
		const isHostile = url.searchParams.has("hostile");
		const attributes = [...url.searchParams].filter(([name]) => /^data-[a-z]+$/.test(name)).map(([name, value]) => `${name}="${encodeURI(value)}"`);
		response.writeHead(200, {
			"content-type": "text/html; charset=utf-8",
			"content-security-policy": [
				"default-src 'none'",
				`script-src ${centre}`,
				`connect-src ${centre}`,
				`img-src ${centre}`,
				isHostile ? "style-src 'self'" : "style-src 'none'",
				"require-trusted-types-for 'script'",
				"trusted-types 'none'",
			].join("; "),
			// The most that a page can tell: the widget must not.
			"referrer-policy": "unsafe-url",
		});
		response.end(`<!doctype html>
<html lang="en">
<head>
<title>Secret quarter</title>
${isHostile ? '<link rel="stylesheet" href="/hostile.css">' : ""}
${planted}<script src="${centre}/widget.js" ${attributes.join(" ")} referrerpolicy="no-referrer" async></script>
</head>
<body>
<main>
<h1>Reports</h1>
<p><label for="value" data-help="scope-3">Scope 3</label> <input id="value"> <button id="later">Later</button></p>
<div id="added"></div>
</main>
${isHostile ? '<div class="cover"></div>' : ""}
</body>
</html>`);
	});
	await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
	const { port } = server.address() as AddressInfo;
	return {
		origin: `http://localhost:${port}`,
		stranger: `http://127.0.0.1:${port}`,
		close() {
			server.closeAllConnections();
			server.close();
		},
	};
}
