-- People see their own organisation; visitors see the one whose host they called.
grant select, update (name, default_locale, time_zone, self_registration) on organisation to lotse_person;
create policy person_sees_own_organisation on organisation for select to lotse_person
  using (id = my_organisation());

create or replace function organisation_at_host(asked text)
returns table (id uuid, name text, host text, default_locale text, time_zone text)
language sql stable security definer set search_path = public, pg_temp
as $$
  select o.id, o.name, o.host, o.default_locale, o.time_zone from organisation o
  where o.host = lower(asked) or o.host is null
  order by o.host nulls last limit 1
$$;
grant execute on function organisation_at_host(text) to lotse_visitor;

create or replace function i_administer() returns boolean
language sql stable security definer set search_path = public, pg_temp
as $$
  select exists (select from permission p
    where p.organisation_id = my_organisation() and p.person_id = me() and p.kind = 'admin' and p.revoked_at is null)
$$;
grant execute on function i_administer() to lotse_person;

create policy administrator_edits_organisation on organisation for update to lotse_person
  using (id = my_organisation() and (select i_administer()));

-- Everybody sees who administers and who publishes; administrators grant and revoke, under their own name.
grant select, insert (organisation_id, id, person_id, kind, granted_by), update (revoked_by, revoked_at) on permission to lotse_person;
create policy permissions_are_visible_to_all on permission for select to lotse_person
  using (organisation_id = my_organisation());
create policy administrator_grants_under_own_name on permission for insert to lotse_person
  with check (organisation_id = my_organisation() and granted_by = me() and (select i_administer()));
create policy administrator_revokes_under_own_name on permission for update to lotse_person
  using (organisation_id = my_organisation() and revoked_at is null and (select i_administer()))
  with check (organisation_id = my_organisation() and revoked_by = me() and revoked_at is not null);

-- Two administrators who revoke each other at once wait for one another here: the second sees what the first did.
create or replace function keep_an_administrator() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  perform from organisation o where o.id = old.organisation_id for update;
  if not exists (select from permission p where p.organisation_id = old.organisation_id and p.kind = 'admin' and p.revoked_at is null) then
    raise exception 'the last administrator stays' using errcode = 'LT001';
  end if;
  return null;
end $$;
create trigger permission_keeps_an_administrator after update or delete on permission
  for each row when (old.kind = 'admin' and old.revoked_at is null) execute function keep_an_administrator();

create or replace function setup_at(asked_hash bytea) returns table (host text)
language sql stable security definer set search_path = public, pg_temp
as $$ select s.host from setup_link s where s.token_hash = asked_hash $$;

-- The link is spent in the same statement that makes the organisation: of two at once, one finds nothing.
create or replace function set_up_organisation(asked_hash bytea, new_name text, new_locale text, new_time_zone text,
  new_person uuid, person_name text, person_email text, password_hash text, new_permission uuid)
returns uuid
language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare made uuid; at_host text;
begin
  delete from setup_link s where s.token_hash = asked_hash returning s.organisation_id, s.host into made, at_host;
  if made is null then return null; end if;
  insert into organisation (id, name, host, default_locale, time_zone) values (made, new_name, at_host, new_locale, new_time_zone);
  insert into person (organisation_id, id, name) values (made, new_person, person_name);
  insert into account (organisation_id, person_id, email) values (made, new_person, person_email);
  insert into password (organisation_id, person_id, hash) values (made, new_person, password_hash);
  insert into permission (organisation_id, id, person_id, kind) values (made, new_permission, new_person, 'admin');
  return made;
end $$;
grant execute on function setup_at(bytea), set_up_organisation(bytea, text, text, text, uuid, text, text, text, uuid) to lotse_visitor;

-- When Lotse writes to nobody: known to all, set by the administration.
grant update (quiet_from, quiet_until, free_days) on organisation to lotse_person;

-- The outbox in numbers. Whom a letter is for, and what it says, is no concern of the administration.
create or replace function outbox()
returns table (kind text, state text, problem text, letters int, people int, since timestamptz)
language sql stable security definer set search_path = public, pg_temp
as $$
  select l.kind, l.state, l.problem, count(*)::int, count(distinct coalesce(l.person_id::text, l.recipient, l.id::text))::int, min(l.queued_at)
  from letter l where l.organisation_id = my_organisation() and l.state <> 'sent' and i_administer()
  group by l.kind, l.state, l.problem order by 2, 1, 3
$$;

-- Only what was there when the page was made: somebody decides about the letters that they saw.
create or replace function send_letters_again(asked_kind text, asked_state text, seen_at timestamptz) returns int
language sql volatile security definer set search_path = public, pg_temp
as $$
  with again as (
    update letter l set state = 'waiting', problem = null, attempts = 0, due_at = now()
    where l.organisation_id = my_organisation() and l.kind = asked_kind and l.state = asked_state and l.state in ('waiting', 'unknown', 'failed')
      and l.content is not null and l.queued_at <= seen_at and i_administer()
    returning 1
  )
  select count(*)::int from again
$$;

create or replace function let_letters_go(asked_kind text, asked_state text, seen_at timestamptz) returns int
language sql volatile security definer set search_path = public, pg_temp
as $$
  with gone as (
    delete from letter l where l.organisation_id = my_organisation() and l.kind = asked_kind and l.state = asked_state
      and l.state in ('unknown', 'failed') and l.queued_at <= seen_at and i_administer()
    returning 1
  )
  select count(*)::int from gone
$$;
grant execute on function outbox(), send_letters_again(text, text, timestamptz), let_letters_go(text, text, timestamptz) to lotse_person;
