-- A message has a name, a visit has what was searched and read: no key leads from one to the other. `contact_visits.ticket` says only that
-- the visit ended with a message, by that message's category; `tickets.contact` stays empty. A visit that is known from its message
-- alone began in that hour.
UPDATE contact_visits SET visitor = NULL, ticket = coalesce((SELECT t.category FROM tickets t WHERE t.id = contact_visits.ticket), '')
	WHERE ticket IS NOT NULL;
UPDATE contact_visits SET opened_at = opened_at - opened_at % 3600000 WHERE ticket IS NOT NULL AND session IS NULL;
UPDATE tickets SET contact = NULL WHERE contact IS NOT NULL;
