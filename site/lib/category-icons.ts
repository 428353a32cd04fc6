const page = "M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6";

/** Lines of the icons of topics, as SVG path data on a field of 24 × 24; by the name that `categories.yml` gives. */
const paths: Record<string, string> = {
	page,
	rocket: "M5 19l3.500-1M12 15l-3-3c1-4 4-8 10-9-1 6-5 9-9 10l2 2zM9 12l-3 .5L8 9M12 15l-.5 3 3.500-2M15 9h.01",
	table: "M4 5h16v14H4zM4 10h16M4 14.500h16M10 5v14",
	chart: "M4 20h16M7 16v-5M12 16V6M17 16v-8",
	plug: "M9 3v5M15 3v5M6 8h12v3a6 6 0 0 1-12 0zM12 17v4",
	wrench: "M14.500 6.500a4 4 0 0 1 5-1l-3 3 1 1 3-3a4 4 0 0 1-5.500 5L8 18.500a2 2 0 0 1-3-3l6.500-6.500a4 4 0 0 1 3-2.500z",
	shield: "M12 3l7 3v5c0 5-3 8-7 10-4-2-7-5-7-10V6zM9 12l2 2 4-4",
	search: "M10.500 4a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13zM15.300 15.300L20 20",
	card: "M3 6h18v12H3zM3 10h18M7 15h3",
	megaphone: "M4 10v4h3l7 4V6l-7 4zM17 9a4 4 0 0 1 0 6M7 14l1 6h3l-1-5",
};

/** Path data of an icon; a sheet of paper where there is none of that name. */
export function iconPath(name: string): string {
	return (Object.hasOwn(paths, name) ? paths[name] : undefined) ?? page;
}
