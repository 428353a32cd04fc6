import { telAddress } from "#site/lib/tel-address.ts";

interface UrgentHelpProps {
	hotline?: string | undefined;
	statusPage?: string | undefined;
	/** Told at once, because somebody has just written it; the form has its own notice for what is chosen there. */
	told: boolean;
}

/** Ways to a person for what no article should answer. */
export function UrgentHelp({ hotline, statusPage, told }: UrgentHelpProps) {
	return (
		<div className="notice bad" role={told ? "alert" : undefined}>
			<p>
				<strong>This sounds urgent or personal: please talk to a person.</strong>
			</p>
			<p>
				{hotline ? (
					<>
						Hotline, day and night: <a href={telAddress(hotline)}>{hotline}</a>.{" "}
					</>
				) : null}
				{statusPage ? (
					<>
						Known problems: <a href={statusPage}>system status</a>.{" "}
					</>
				) : null}
				Or <a href="#write">use the form below</a>.
			</p>
		</div>
	);
}
