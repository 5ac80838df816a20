-- From this comes, for everybody who is invited, a mark of their own in the UID that their calendar sends back with an answer.
-- What calendars know already keeps the UID it has.
alter table appointment add column secret bytea;
alter table appointment alter column secret set default sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));
alter table calendar_invitation add column mark text check (mark ~ '^[0-9a-f]{32}$');
