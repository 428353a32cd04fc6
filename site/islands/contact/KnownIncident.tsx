import { changeContact } from "#site/browser/contact-state.ts";
import { fill } from "#site/islands/search/fill.tsx";
import { useWords } from "./words.ts";

/** A known problem that is not solved yet. */
export interface OpenIncident {
	id: string;
	/** What customers notice. */
	title: string;
	/** What we are doing. */
	body: string;
	signals: string[];
	url?: string | undefined;
}

interface KnownIncidentProps {
	incident: OpenIncident;
	/** The message in the form is added to it. */
	added: boolean;
}

/** The answer to what we know already: we are on it. */
export function KnownIncident({ incident: { id, title, body, url }, added }: KnownIncidentProps) {
	const { t, say } = useWords();
	return (
		<div className="notice" role="status">
			<p>
				<strong>{say(t.onIt, { title })}</strong>
			</p>
			<p>{body}</p>
			<div className="choices">
				{url ? (
					<a className="button quiet" href={url}>
						{t.follow}
					</a>
				) : null}
				<button className="button quiet" type="button" aria-pressed={added} onClick={() => changeContact({ incident: added ? "" : id })}>
					{added ? t.added : t.add}
				</button>
			</div>
			{added ? <p>{fill(t.howItShows, { form: <a href="#write">{t.form}</a> })}</p> : null}
		</div>
	);
}
