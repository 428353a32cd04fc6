/** The magnifying glass of a search box. */
export function SearchIcon() {
	return (
		<svg className="search-icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
			<circle cx="11" cy="11" r="6.500" />
			<path d="M16 16l4.500 4.500" />
		</svg>
	);
}
