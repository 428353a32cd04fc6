import * as z from "zod";
import type { Shape } from "./graphql.ts";

// Fields and inputs of Linear's schema that a ticket can need; a field that is marked [Internal] there is not taken.

const text = z.string().nullish();
const number = z.number().nullish();
const ids = z.array(z.string()).nullish();
const uuid = z.uuidv4("id must be a UUID").nullish();

/** IssueCreateInput. */
export const issueCreateInput = z.strictObject({
	assigneeId: text,
	completedAt: text,
	createAsUser: text,
	createdAt: text,
	cycleId: text,
	delegateId: text,
	description: text,
	displayIconUrl: text,
	dueDate: text,
	estimate: number,
	id: uuid,
	labelIds: ids,
	lastAppliedTemplateId: text,
	parentId: text,
	preserveSortOrderOnCreate: z.boolean().nullish(),
	priority: z.int().min(0).max(4).nullish(),
	prioritySortOrder: number,
	projectId: text,
	projectMilestoneId: text,
	referenceCommentId: text,
	releaseIds: ids,
	slaType: z.enum(["all", "onlyBusinessDays"]).nullish(),
	sortOrder: number,
	sourceCommentId: text,
	stateId: text,
	subIssueSortOrder: number,
	subscriberIds: ids,
	teamId: z.string(),
	templateId: text,
	title: z.string().min(1).max(255, "title must be shorter than or equal to 255 characters"),
	useDefaultTemplate: z.boolean().nullish(),
});

/** IssueUpdateInput, as far as closing and reopening need it. */
export const issueUpdateInput = z.strictObject({
	addedLabelIds: ids,
	assigneeId: text,
	description: text,
	labelIds: ids,
	priority: z.int().min(0).max(4).nullish(),
	removedLabelIds: ids,
	stateId: text,
	teamId: text,
	title: z.string().min(1).max(255).nullish(),
	trashed: z.boolean().nullish(),
});

/** CommentCreateInput. */
export const commentCreateInput = z.strictObject({
	body: text,
	createAsUser: text,
	createOnSyncedSlackThread: z.boolean().nullish(),
	createdAt: text,
	displayIconUrl: text,
	doNotSubscribeToIssue: z.boolean().nullish(),
	id: uuid,
	issueId: text,
	parentId: text,
	quotedText: text,
});

/** AttachmentCreateInput. */
export const attachmentCreateInput = z.strictObject({
	commentBody: text,
	createAsUser: text,
	displayIconUrl: text,
	groupBySource: z.boolean().nullish(),
	iconUrl: text,
	id: uuid,
	issueId: z.string(),
	metadata: z.record(z.string(), z.union([z.string(), z.number()])).nullish(),
	subtitle: text,
	title: z.string(),
	url: z.url(),
});

const exactly = z.strictObject({ eq: z.string().optional(), in: z.array(z.string()).optional() });
const words = z.strictObject({ eq: z.string().nullish(), contains: z.string().optional(), startsWith: z.string().optional() });

/** IssueFilter, as far as a ticket is looked for. */
export const issueFilter = z.strictObject({
	id: exactly.optional(),
	title: words.optional(),
	description: words.optional(),
	number: z.strictObject({ eq: z.number() }).optional(),
	team: z.strictObject({ id: exactly.optional(), key: exactly.optional() }).optional(),
});

/** CommentFilter, as far as a note is looked for. */
export const commentFilter = z.strictObject({ id: exactly.optional(), body: words.optional(), issue: issueFilter.optional() });

/** WorkflowStateFilter, as far as a state is looked for. */
export const stateFilter = z.strictObject({
	id: exactly.optional(),
	name: words.optional(),
	type: words.extend({ in: z.array(z.string()).optional() }).optional(),
	team: z.strictObject({ id: exactly.optional(), key: exactly.optional() }).optional(),
});

/** Paging of a connection. */
export const paging = {
	first: z.int().min(1).max(250).optional(),
	after: z.string().nullish(),
	last: z.int().optional(),
	before: z.string().nullish(),
	includeArchived: z.boolean().optional(),
	orderBy: z.enum(["createdAt", "updatedAt"]).optional(),
};

const pageInfo: Shape = { hasNextPage: true, hasPreviousPage: true, startCursor: true, endCursor: true };
const state: Shape = { id: true, name: true, type: true, position: true, color: true };
const comment: Shape = { id: true, body: true, url: true, createdAt: true, updatedAt: true };
const attachment: Shape = { id: true, title: true, subtitle: true, url: true, metadata: true, createdAt: true };
const team: Shape = { id: true, key: true, name: true, states: { nodes: state, pageInfo } };
const issue: Shape = {
	id: true,
	identifier: true,
	number: true,
	title: true,
	description: true,
	priority: true,
	url: true,
	createdAt: true,
	updatedAt: true,
	completedAt: true,
	canceledAt: true,
	state,
	team,
	comments: { nodes: comment, pageInfo },
	attachments: { nodes: attachment, pageInfo },
};
const result: Shape = { success: true, lastSyncId: true };

/** The fields of `Query` and `Mutation`, with those of what they answer. */
export const roots: Record<"query" | "mutation", Shape> = {
	query: {
		viewer: { id: true, name: true, email: true },
		team,
		issue,
		issues: { nodes: issue, pageInfo },
		comment,
		comments: { nodes: comment, pageInfo },
		workflowStates: { nodes: state, pageInfo },
	},
	mutation: {
		issueCreate: { ...result, issue },
		issueUpdate: { ...result, issue },
		commentCreate: { ...result, comment },
		attachmentCreate: { ...result, attachment },
		fileUpload: {
			...result,
			uploadFile: { uploadUrl: true, assetUrl: true, contentType: true, filename: true, size: true, metaData: true, headers: { key: true, value: true } },
		},
	},
};
