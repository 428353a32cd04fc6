import type { WidgetConfig } from "../config.ts";
import { createFrame } from "./frame.ts";
import { createSession } from "./session.ts";
import { createViews } from "./views.ts";

/** With what the panel opens. */
export interface OpenRequest {
	/** Topic of the centre whose articles are suggested. */
	topic?: string;
	/** Words to search for. */
	query?: string;
	/** Id of an article to read. */
	article?: string;
	/** The language that it is written in, where that is known. */
	locale?: string;
}

/** What the panel is given by the launcher. */
export interface PanelPlace {
	/** Where it stands: its styles and nothing of the host page's. */
	root: ShadowRoot;
	/** Origin of the help centre. */
	centre: string;
	config: WidgetConfig;
	/** Colour that the page wants, `#rrggbb`; empty for the centre's. */
	accent: string;
	/** Who the customer is, signed by the product (JWT); empty where it says nothing. */
	identity: () => string;
}

/** What the launcher does with the panel. */
export interface Panel {
	open: (request: OpenRequest) => void;
	close: () => void;
	destroy: () => void;
}

/** Makes the panel, closed. */
export type CreatePanel = (place: PanelPlace) => Panel;

/** Makes the panel. What was read and written in it lasts as long as the page, in memory only. */
export const createPanel: CreatePanel = (place) => {
	const session = createSession(place);
	const frame = createFrame(place, () => session.flush());
	const views = createViews({ ...place, session, frame });
	return {
		open(request) {
			const isFresh = frame.isEmpty();
			frame.open();
			if (request.article !== undefined) void views.article(request.article, { locale: request.locale });
			else if (request.query !== undefined) views.home({ query: request.query, ...(request.topic !== undefined && { topic: request.topic }) });
			// Who closed it in the middle of something finds it again.
			else if (isFresh || frame.isHome()) views.home(request);
		},
		close: () => frame.close(),
		destroy() {
			session.end();
			frame.remove();
		},
	};
};
