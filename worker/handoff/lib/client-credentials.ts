import { DeskRefusal, type DeskClient } from "../desk-client.ts";
import { textAt } from "./answer-at.ts";

/**
 * The client with an access token in every call.
 * @param client without credentials, for the desk itself
 * @throws DeskRefusal
 */
export async function grantedClient(client: DeskClient, path: string, key: string, secret: string): Promise<DeskClient> {
	const authorization = `Bearer ${await grantToken(client, path, key, secret)}`;
	return { call: ({ headers, ...request }) => client.call({ ...request, headers: { ...headers, authorization } }) };
}

/**
 * An access token (RFC 6749, section 4.4), asked for anew in each attempt: nothing is kept that could reach another desk. What the
 * answer says of other addresses is not followed.
 */
async function grantToken(client: DeskClient, path: string, key: string, secret: string): Promise<string> {
	const body = new URLSearchParams({ grant_type: "client_credentials", client_id: key, client_secret: secret });
	try {
		const token = textAt((await client.call({ path, body })).json, "access_token");
		if (token === null) throw new DeskRefusal({ kind: "retry", reason: "the desk gave no access token" });
		return token;
	} catch (error) {
		// Section 5.2: wrong credentials may be answered with 400.
		if (!(error instanceof DeskRefusal) || error.status !== 400) throw error;
		throw new DeskRefusal({ kind: "dead", reason: "the desk refused the credentials (400)" }, error.status, error.answer);
	}
}
