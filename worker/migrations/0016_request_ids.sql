-- Id of the request with which the ticket or note of a delivery was stored: it leads from the browser through the log to the desk.
ALTER TABLE deliveries ADD COLUMN request_id TEXT;
