-- The day's hash of the network that a batch came from, as long as the batch waits: for the cap of a day.
ALTER TABLE event_inbox ADD COLUMN network TEXT;
