-- What stands on a public page is for everybody; its former versions are for those who write it.
grant select, insert (organisation_id, kind, language, version, body, written_by) on public_text to lotse_person;
create policy administrator_sees_all_versions on public_text for select to lotse_person
  using (organisation_id = my_organisation() and (select i_administer()));
create policy administrator_writes_under_own_name on public_text for insert to lotse_person
  with check (organisation_id = my_organisation() and written_by = me() and (select i_administer()));

create or replace function public_text_now(asked_kind text, asked_language text)
returns table (language text, version int, body text, written_at timestamptz)
language sql stable security definer set search_path = public, pg_temp
as $$
  select p.language, p.version, p.body, p.written_at from public_text p
  where p.organisation_id = my_organisation() and p.kind = asked_kind
  order by (p.language = asked_language) desc, p.version desc limit 1
$$;
grant execute on function public_text_now(text, text) to lotse_visitor, lotse_person;

-- A visitor leaves a message and never sees one. Who is told of it is said to the server, which writes to them, not to the page.
grant select, update (answered_by, answered_at, removed_at) on contact_message to lotse_person;
create policy administrator_reads_messages on contact_message for select to lotse_person
  using (organisation_id = my_organisation() and (select i_administer()));
create policy administrator_answers_or_removes_messages on contact_message for update to lotse_person
  using (organisation_id = my_organisation() and (select i_administer()))
  with check (organisation_id = my_organisation() and (answered_by is null or answered_by = me()) and (select i_administer()));
grant select (sent_at, removed_at), delete on contact_message to lotse_job;
create policy job_sees_messages_that_are_over on contact_message for select to lotse_job
  using (sent_at < now() - interval '180 days' or removed_at < now() - interval '1 day');
create policy job_removes_messages_that_are_over on contact_message for delete to lotse_job
  using (sent_at < now() - interval '180 days' or removed_at < now() - interval '1 day');

create or replace function leave_message(new_id uuid, new_name text, new_email text, new_body text)
returns table (name text, email text, locale text)
language sql volatile security definer set search_path = public, pg_temp
as $$
  with left_one as (
    insert into contact_message (organisation_id, id, name, email, body)
    select o.id, new_id, new_name, new_email, new_body from organisation o where o.id = my_organisation()
    returning organisation_id
  )
  select p.name, a.email, coalesce(p.locale, o.default_locale) from left_one l
  join organisation o on o.id = l.organisation_id
  join permission r on r.organisation_id = o.id and r.kind = 'admin' and r.revoked_at is null
  join person p on p.organisation_id = r.organisation_id and p.id = r.person_id
  join account a on a.organisation_id = p.organisation_id and a.person_id = p.id
  where a.email_confirmed_at is not null
$$;

create or replace function form_key_here() returns bytea
language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare found_one bytea;
begin
  select k.key into found_one from form_key k where k.organisation_id = my_organisation();
  if found_one is not null then return found_one; end if;
  insert into form_key (organisation_id, key)
  select o.id, uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) from organisation o where o.id = my_organisation()
  on conflict do nothing;
  select k.key into found_one from form_key k where k.organisation_id = my_organisation();
  return found_one;
end $$;
grant execute on function leave_message(uuid, text, text, text), form_key_here() to lotse_visitor;

-- Accounts that people make for themselves, where the organisation allows it. The address says yes before there is anybody.
grant select (expires_at), delete on registration to lotse_job;
create policy job_sees_expired_registrations on registration for select to lotse_job using (expires_at < now());
create policy job_removes_expired_registrations on registration for delete to lotse_job using (expires_at < now());

create or replace function registration_is_open() returns boolean
language sql stable security definer set search_path = public, pg_temp
as $$ select coalesce((select o.self_registration from organisation o where o.id = my_organisation()), false) $$;

-- Says whether the address has an account already: only its own mailbox is told.
create or replace function ask_registration(new_id uuid, asked_email text, new_token_hash bytea) returns text
language plpgsql volatile security definer set search_path = public, pg_temp
as $$
begin
  if not registration_is_open() then return 'closed'; end if;
  if exists (select from account a where a.organisation_id = my_organisation() and a.email = asked_email) then return 'known'; end if;
  insert into registration (organisation_id, id, email, token_hash, expires_at)
  values (my_organisation(), new_id, asked_email, new_token_hash, now() + interval '1 day');
  return 'asked';
end $$;

create or replace function registration_at(asked_hash bytea) returns text
language sql stable security definer set search_path = public, pg_temp
as $$
  select r.email from registration r
  where r.organisation_id = my_organisation() and r.token_hash = asked_hash and r.expires_at > now() and registration_is_open()
$$;

create or replace function register_myself(asked_hash bytea, new_person uuid, new_name text, new_locale text, new_password_hash text) returns text
language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare confirmed text;
begin
  confirmed := registration_at(asked_hash);
  delete from registration r where r.organisation_id = my_organisation() and r.email = confirmed;
  if confirmed is null or not found then return 'gone'; end if;
  insert into person (organisation_id, id, name, locale) values (my_organisation(), new_person, new_name, new_locale);
  insert into account (organisation_id, person_id, email, email_confirmed_at) values (my_organisation(), new_person, confirmed, now());
  insert into password (organisation_id, person_id, hash) values (my_organisation(), new_person, new_password_hash);
  return 'registered';
exception when unique_violation then return 'gone';
end $$;
grant execute on function registration_is_open(), ask_registration(uuid, text, bytea), registration_at(bytea),
  register_myself(bytea, uuid, text, text, text) to lotse_visitor;
