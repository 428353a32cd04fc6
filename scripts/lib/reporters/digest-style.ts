/** Style of the digest's page: a sheet of A4 on paper, a narrow column on a screen, of either brightness. */
export const digestStyle = `
:root { color-scheme: light dark; --ink: #1c1e21; --quiet: #5b626c; --line: #d9dde3; --paper: #fff; --soft: #f4f6f8; --link: #1d4ed8; }
@media screen and (prefers-color-scheme: dark) {
	:root { --ink: #e8eaed; --quiet: #a2a9b4; --line: #363b43; --paper: #16181c; --soft: #1f2329; --link: #8ab4f8; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
main { max-width: 52rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; overflow-wrap: anywhere; }
h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 0.5rem; letter-spacing: -0.01em; }
h2 { font-size: 1.125rem; margin: 2.25rem 0 0.75rem; padding-bottom: 0.375rem; border-bottom: 1px solid var(--line); }
p { margin: 0; }
a { color: var(--link); }
.centre { font-weight: 600; color: var(--quiet); margin-bottom: 0.25rem; }
.muted, .more { color: var(--quiet); }
.more { font-size: 0.9375rem; }
ol, ul { margin: 0; padding-left: 1.375rem; }
li + li { margin-top: 0.625rem; }
#actions { background: var(--soft); border: 1px solid var(--line); border-radius: 12px; padding: 0.25rem 1.25rem 1.25rem; margin-top: 1.75rem; }
#actions h2 { border: 0; margin: 0.875rem 0 0.25rem; }
#actions li > p:first-child { font-weight: 600; }
#actions .more { color: inherit; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: 0.9375rem; font-variant-numeric: tabular-nums; }
th, td { text-align: left; vertical-align: top; padding: 0.4375rem 1rem 0.4375rem 0; border-bottom: 1px solid var(--line); overflow-wrap: normal; }
thead th { font-weight: 500; color: var(--quiet); }
tbody th { font-weight: 600; }
@media screen and (max-width: 40rem) { #metrics table, #reviews table { min-width: 36rem; } }
#notes { font-size: 0.9375rem; color: var(--quiet); }
@page { size: A4; margin: 16mm 15mm 18mm; }
@media print {
	body { font-size: 10pt; }
	main { max-width: none; padding: 0; }
	h1 { font-size: 17pt; }
	h2 { font-size: 12pt; margin: 6mm 0 2mm; break-after: avoid; }
	li + li { margin-top: 1.5mm; }
	th, td { padding-top: 1mm; padding-bottom: 1mm; }
	a { color: inherit; text-decoration: none; }
	li a { display: none; }
	li, tr, #actions { break-inside: avoid; }
	thead { display: table-header-group; }
	.scroll { overflow: visible; }
	table, .more, #notes { font-size: 9pt; }
}
`.trim();
