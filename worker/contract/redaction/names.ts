import { findBy, findWhere, marks, type Finder } from "./found.ts";

const nameWord = "[\\p{L}\\p{M}\\p{N}.'’-]{0,40}";
/** Of a mailbox: `Anna Smith <[email]>`. Words with a capital; of a script without them two. */
const displayName = new RegExp(
	`(?:"[^"\\n<>[\\]]{1,80}"|(?<![\\p{L}\\p{N}])\\p{Lu}${nameWord}(?:,? \\p{Lu}${nameWord}){0,3}|(?<![\\p{L}\\p{N}])\\p{Lo}${nameWord}(?: \\p{Lo}${nameWord})?)(?= ?[<(]\\[email\\][>)])`,
	"gu",
);

/** Folders of people on a computer. */
const folder = "(?:users|benutzer|usuarios|utilisateurs|home|documents and settings|dokumente und einstellungen)";
const nobody = "(?:public|default|all users|shared|root|runner|administrator|admin)";
/** `C:\Users\Anna Smith\Downloads`: what stands between two signs that part folders, else a word. */
const homeFolder = new RegExp(
	`(?<![\\p{L}\\p{N}.][\\\\/]|[\\p{L}\\p{N}])(?:[a-z]:|file://|\\\\\\\\[\\p{L}\\p{N}.-]{1,60})?[\\\\/]${folder}[\\\\/](?!${nobody}(?![\\p{L}\\p{N}]))([^\\\\/:*?"<>|\\s[\\]]{1,60}(?:(?: [^\\\\/:*?"<>|\\s[\\]]{1,60}){1,3}(?=\\\\))?)`,
	"giu",
);

const pages = "(?:new|me|all|list|edit|add|invite|import|export|template|settings|profile|groups?|roles?|teams?|password|login|search|help|status|active)";
/** The page of somebody in an address: `https://app.example.com/users/anna.smith` */
const personsPage = new RegExp(
	`//[^\\s/?#]{1,100}/(?:[^\\s?#]{0,200}/)?(?:(?:users?|u|profiles?|people|members?|in)/|~)(?!${pages}(?![\\p{L}\\p{N}]))([^\\s/?#[\\]]{1,100})`,
	"giu",
);
/** What an address says of somebody: `?first_name=Anna` */
const nameInQuery =
	/[?&;](?:(?:full|first|last|user|nick|display|family|given)?[_-]?name|user|login|uid|vorname|nachname|nombre|apellidos?)=([^\s&;#[\]]{1,100})/giu;

/** Names that stand in addresses: of mailboxes, folders and pages. E-mail addresses must be gone before. */
export const nameFinders: Finder[] = [
	findWhere(marks.email, findBy(displayName, marks.name)),
	findBy(homeFolder, marks.name),
	findWhere("//", findBy(personsPage, marks.name)),
	findWhere("=", findBy(nameInQuery, marks.name)),
];
