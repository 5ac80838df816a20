-- Who is asking. Set for one transaction only, never for a connection.
create or replace function me() returns uuid
language sql stable parallel safe
as $$ select nullif(current_setting('app.person_id', true), '')::uuid $$;

create or replace function my_organisation() returns uuid
language sql stable parallel safe
as $$ select nullif(current_setting('app.organisation_id', true), '')::uuid $$;

grant execute on function me(), my_organisation() to lotse_person, lotse_visitor, lotse_job;
