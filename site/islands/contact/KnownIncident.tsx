import { changeContact } from "#site/browser/contact-state.ts";

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
	return (
		<div className="notice" role="status">
			<p>
				<strong>We are on it: {title}</strong>
			</p>
			<p>{body}</p>
			<div className="choices">
				{url ? (
					<a className="button quiet" href={url}>
						Follow it
					</a>
				) : null}
				<button className="button quiet" type="button" aria-pressed={added} onClick={() => changeContact({ incident: added ? "" : id })}>
					{added ? "Added: your message goes with it" : "Add yours to it"}
				</button>
			</div>
			{added ? (
				<p>
					Tell us in <a href="#write">the form</a> how it shows itself at your place.
				</p>
			) : null}
		</div>
	);
}
