import { it } from "vitest";
import { bindings } from "./support.ts";
it("x", async () => { const r = await bindings.ASSETS.fetch(new Request("https://assets.local/_site/manifest.json")); console.log(r.status, await r.text(), [...r.headers]); 
const r2 = await fetch("https://moved.example/", {redirect:"manual"}); console.log(r2.status, await r2.text()); });
