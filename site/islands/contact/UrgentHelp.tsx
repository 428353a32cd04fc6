import { fill } from "#site/islands/search/fill.tsx";
import { telAddress } from "#site/lib/tel-address.ts";
import { useWords } from "./words.ts";

interface UrgentHelpProps {
	hotline?: string | undefined;
	statusPage?: string | undefined;
	/** Told at once, because somebody has just written it; the form has its own notice for what is chosen there. */
	told: boolean;
}

/** Ways to a person for what no article should answer. */
export function UrgentHelp({ hotline, statusPage, told }: UrgentHelpProps) {
	const { t } = useWords();
	return (
		<div className="notice bad" role={told ? "alert" : undefined}>
			<p>
				<strong>{t.urgent}</strong>
			</p>
			<p>
				{hotline ? (
					<>
						{fill(t.hotline, {
							hotline: (
								<a href={telAddress(hotline)} dir="ltr">
									{hotline}
								</a>
							),
						})}{" "}
					</>
				) : null}
				{statusPage ? <>{fill(t.known, { status: <a href={statusPage}>{t.systemStatus}</a> })} </> : null}
				{fill(t.orForm, { form: <a href="#write">{t.useForm}</a> })}
			</p>
		</div>
	);
}
