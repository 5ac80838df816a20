-- Who is asking. Set for one transaction only, never for a connection.
create or replace function me() returns uuid
language sql stable parallel safe
as $$ select nullif(current_setting('app.person_id', true), '')::uuid $$;

create or replace function my_organisation() returns uuid
language sql stable parallel safe
as $$ select nullif(current_setting('app.organisation_id', true), '')::uuid $$;

grant execute on function me(), my_organisation() to lotse_person, lotse_visitor, lotse_job;

-- The ids of a handful of things. Of unnest() PostgreSQL expects many rows as long as it does not know them, and so would plan a long
-- statement anew for every page instead of keeping its plan; strict, so that it is not written into the statement.
create or replace function few(ids uuid[]) returns setof uuid
language sql immutable strict parallel safe rows 1
as $$ select unnest(ids) $$;
grant execute on function few(uuid[]) to lotse_person;
