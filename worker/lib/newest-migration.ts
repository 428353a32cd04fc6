/** Name of the newest file in `worker/migrations/`: this Worker needs it applied, and knows nothing of later ones. */
export const newestMigration = "0018_network_of_batches.sql";
