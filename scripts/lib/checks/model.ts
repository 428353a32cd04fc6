import type { Root } from "mdast";
import type { DataFile } from "#site/lib/data-file.ts";
import type { Finding, Place } from "#site/lib/finding.ts";
import type { FrontMatter } from "#site/lib/front-matter.ts";
import type { ArticleType } from "#site/schemas/article.ts";
import type { CategoriesData } from "#site/schemas/categories.ts";
import type { GapsData } from "#site/schemas/gaps.ts";
import type { WidgetData } from "#site/schemas/widget.ts";
import type { LocaleData } from "#site/schemas/locale.ts";
import type { RoutingData } from "#site/schemas/routing.ts";
import type { LearnedWordsData, PinnedResultsData, RedirectsData, SearchTestsData, SynonymsData } from "#site/schemas/search.ts";
import type { SiteData } from "#site/schemas/site.ts";
import type { SupportData } from "#site/schemas/support.ts";
import type { JargonData } from "#site/schemas/writing.ts";
import type { ImageFile } from "./image-file.ts";
import type { Meant } from "./meant.ts";

/** A component or HTML element in an article. */
export interface Element extends Place {
	/** Example: `Step` */
	name: string;
	/** Attributes with a plain text value. */
	attributes: Record<string, string>;
	/** Elements around it, the outermost first. */
	parents: Element[];
	/** The words inside. */
	text: string;
}

/** A heading in an article's text. */
export interface Heading extends Place {
	depth: number;
	text: string;
	/** Elements around it, the outermost first. */
	parents: Element[];
	/** Depth of the heading before it, those that components print included. */
	after: number;
}

/** A link in an article's text, or its address alone where it is a reference. */
export interface Link extends Place {
	url: string;
}

/** A picture that an article shows. */
export interface Image extends Place {
	url: string;
	alt: string;
}

/** What is in the text of an article. */
export interface Body {
	tree: Root;
	elements: Element[];
	headings: Heading[];
	links: Link[];
	images: Image[];
	/** Ids that a link can point to. */
	ids: Set<string>;
	/** JavaScript in the text: imports, exports and braces. */
	code: { place: Place; kind: "import" | "braces"; text: string }[];
}

/** One article, parsed once for all rules. */
export interface Article {
	/** Path as a person would type it. */
	file: string;
	/** Path below the content folder. */
	path: string;
	/** Path below the locale, without extension. Example: `data-entry/add-esg-data` */
	id: string;
	locale: string;
	/** Folder of the article below the locale. Example: `integrations/api` */
	category: string;
	/** Example: `/data-entry/add-esg-data/` */
	address: string;
	text: string;
	frontMatter: FrontMatter;
	/** The type, even when other fields are wrong. */
	type: ArticleType | undefined;
	title: string | undefined;
	draft: boolean;
	archived: boolean;
	/** Came from `npm run import` and nobody has adopted it yet. */
	imported: boolean;
	/** Says only that its answer is still to be written. */
	stub: boolean;
	/** Undefined when the text does not parse. */
	body: Body | undefined;
	/** Why it does not. */
	bodyProblem: Finding | undefined;
}

/** An address of the site and what is there. */
export interface Page {
	kind: "article" | "category" | "page";
	article?: Article;
}

/** Everything in a content folder, ready for the rules. */
export interface Content {
	articles: Article[];
	/** Articles by `locale:id`. */
	byId: Map<string, Article>;
	/** Drafts by the address that they will have. */
	drafts: Map<string, Article>;
	/** Published addresses. */
	pages: Map<string, Page>;
	/** What was probably meant by an address, the id of an article, or the path of a picture that does not exist. */
	meant: { page: Meant; article: Meant; picture: Meant };
	defaultLocale: string;
	/** Address prefix of a locale. Example: `/de` */
	prefix(locale: string): string;
	/** Paths of all files below the content folder. */
	files: Set<string>;
	/** Texts of the articles and data files, by path below the content folder. */
	texts: ReadonlyMap<string, string>;
	/** A picture by its path below the content folder, read when a rule asks for it; undefined when there is no such file. */
	image(path: string): ImageFile | undefined;
	/** A path below the content folder as a person would type it. */
	display(path: string): string;
	/** The day the check runs, like `2026-11-21`. */
	today: string;
	data: DataFiles;
	/** The files of `data/locales/`, by locale: languages of the centre but its first one. */
	locales: Map<string, DataFile<LocaleData>>;
}

// A type, because Object.values() of an interface is any[].
export type DataFiles = {
	site: DataFile<SiteData>;
	categories: DataFile<CategoriesData>;
	support: DataFile<SupportData>;
	routing: DataFile<RoutingData>;
	synonyms: DataFile<SynonymsData>;
	searchTests: DataFile<SearchTestsData>;
	learnedWords: DataFile<LearnedWordsData>;
	pinnedResults: DataFile<PinnedResultsData>;
	redirects: DataFile<RedirectsData>;
	jargon: DataFile<JargonData>;
	gaps: DataFile<GapsData>;
	widget: DataFile<WidgetData>;
};

/** A rule looks at the content and says what is wrong. Pure: no disk, no clock. */
export type Rule = (content: Content) => Finding[];
