-- Names are known inside the organisation; addresses only to the person and the administration; passwords and codes to nobody.
grant select on person to lotse_person;
grant update (name, locale, time_zone, theme) on person to lotse_person;
create policy person_sees_names_of_own_organisation on person for select to lotse_person
  using (organisation_id = my_organisation());
create policy person_edits_self on person for update to lotse_person
  using (organisation_id = my_organisation() and id = me());

-- Whoever is leaving is found by nobody, asked for nothing and told nothing, although for 30 days they may come back.
create or replace function is_leaving(who uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp
as $$ select exists (select from departure d where d.organisation_id = my_organisation() and d.person_id = who) $$;
grant execute on function is_leaving(uuid) to lotse_person;

-- When somebody learns is theirs alone: nobody else reads it, not the administration either.
grant select, insert, update on rhythm to lotse_person;
create policy person_keeps_own_rhythm on rhythm for all to lotse_person
  using (organisation_id = my_organisation() and person_id = me());

grant select on account to lotse_person;
create policy person_sees_own_account on account for select to lotse_person
  using (organisation_id = my_organisation() and person_id = me());
create policy administrator_sees_accounts on account for select to lotse_person
  using (organisation_id = my_organisation() and (select i_administer()));

create or replace function my_password_hash() returns text
language sql stable security definer set search_path = public, pg_temp
as $$ select w.hash from password w where w.organisation_id = my_organisation() and w.person_id = me() $$;

-- A new password ends every sign-in made with the old one, and every link that could change it again. Nobody may call this directly.
create or replace function set_password_of(whose uuid, new_hash text, kept_sign_in uuid) returns void
language sql volatile security definer set search_path = public, pg_temp
as $$
  update password w set hash = new_hash, changed_at = now() where w.organisation_id = my_organisation() and w.person_id = whose;
  delete from sign_in s where s.organisation_id = my_organisation() and s.person_id = whose and s.id is distinct from kept_sign_in;
  update password_reset r set cancelled_at = now(), cancelled_by = whose
  where r.organisation_id = my_organisation() and r.person_id = whose and r.used_at is null and r.cancelled_at is null and r.expires_at > now();
$$;

create or replace function change_my_password(checked_hash text, new_hash text, kept_sign_in uuid) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp
as $$
begin
  perform from password w where w.organisation_id = my_organisation() and w.person_id = me() and w.hash = checked_hash for update;
  if not found then return false; end if;
  perform set_password_of(me(), new_hash, kept_sign_in);
  return true;
end $$;

-- A new set replaces the old one whole, so that a list that was lost opens nothing.
create or replace function replace_my_recovery_codes(checked_hash text, ids uuid[], hashes bytea[]) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp
as $$
begin
  perform from password w where w.organisation_id = my_organisation() and w.person_id = me() and w.hash = checked_hash for update;
  if not found then return false; end if;
  delete from recovery_code c where c.organisation_id = my_organisation() and c.person_id = me();
  insert into recovery_code (organisation_id, id, person_id, code_hash)
  select my_organisation(), g.id, me(), g.hash from unnest(ids, hashes) as g(id, hash);
  return true;
end $$;

create or replace function my_recovery_codes_left() returns int
language sql stable security definer set search_path = public, pg_temp
as $$
  select count(*)::int from recovery_code c
  where c.organisation_id = my_organisation() and c.person_id = me() and c.used_at is null
$$;
grant execute on function my_password_hash(), change_my_password(text, text, uuid), replace_my_recovery_codes(text, uuid[], bytea[]),
  my_recovery_codes_left() to lotse_person;

-- Who tried to get in on behalf of a person stays visible to that person, and an administrator's attempt also to the administration.
grant select (organisation_id, id, person_id, kind, asked_by, made_at, works_from, expires_at, used_at, cancelled_at, cancelled_by),
  insert (organisation_id, id, person_id, kind, token_hash, asked_by, works_from, expires_at),
  update (cancelled_at, cancelled_by) on password_reset to lotse_person;
create policy person_sees_who_tried on password_reset for select to lotse_person
  using (organisation_id = my_organisation() and person_id = me());
create policy administration_sees_its_own_links on password_reset for select to lotse_person
  using (organisation_id = my_organisation() and kind = 'administrator' and (select i_administer()));
create policy administrator_makes_a_link_that_waits_48_hours on password_reset for insert to lotse_person
  with check (organisation_id = my_organisation() and kind = 'administrator' and asked_by = me() and person_id <> me()
    and works_from >= now() + interval '48 hours' and expires_at <= works_from + interval '7 days' and (select i_administer()));
create policy person_cancels_a_link_to_own_account on password_reset for update to lotse_person
  using (organisation_id = my_organisation() and person_id = me() and used_at is null and cancelled_at is null)
  with check (organisation_id = my_organisation() and person_id = me() and cancelled_by = me());
create policy administrator_withdraws_a_link on password_reset for update to lotse_person
  using (organisation_id = my_organisation() and kind = 'administrator' and used_at is null and cancelled_at is null and (select i_administer()))
  with check (organisation_id = my_organisation() and kind = 'administrator' and cancelled_by = me());

-- A mail goes only to an address whose owner confirmed it.
create or replace function ask_password_reset(asked_email text, new_id uuid, new_token_hash bytea)
returns table (name text, email text, locale text)
language sql volatile security definer set search_path = public, pg_temp
as $$
  with asked as (
    insert into password_reset (organisation_id, id, person_id, kind, token_hash, works_from, expires_at)
    select a.organisation_id, new_id, a.person_id, 'mail', new_token_hash, now(), now() + interval '1 hour' from account a
    where a.organisation_id = my_organisation() and a.email = asked_email and a.email_confirmed_at is not null
    returning organisation_id, person_id
  )
  select p.name, a.email, coalesce(p.locale, o.default_locale) from asked
  join person p on p.organisation_id = asked.organisation_id and p.id = asked.person_id
  join account a on a.organisation_id = p.organisation_id and a.person_id = p.id
  join organisation o on o.id = p.organisation_id
$$;

create or replace function password_reset_at(asked_hash bytea)
returns table (name text, email text, state text, works_from timestamptz)
language sql stable security definer set search_path = public, pg_temp
as $$
  select p.name, a.email, case when r.cancelled_at is not null then 'cancelled' when r.used_at is not null then 'used'
    when r.expires_at <= now() then 'expired' when r.works_from > now() then 'waiting' else 'ready' end, r.works_from
  from password_reset r
  join person p on p.organisation_id = r.organisation_id and p.id = r.person_id
  join account a on a.organisation_id = p.organisation_id and a.person_id = p.id
  where r.organisation_id = my_organisation() and r.token_hash = asked_hash
$$;

create or replace function use_password_reset(asked_hash bytea, new_hash text) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare whose uuid;
begin
  update password_reset r set used_at = now()
  where r.organisation_id = my_organisation() and r.token_hash = asked_hash
    and r.used_at is null and r.cancelled_at is null and r.works_from <= now() and r.expires_at > now()
  returning r.person_id into whose;
  if whose is null then return false; end if;
  perform set_password_of(whose, new_hash, null);
  return true;
end $$;

create or replace function use_recovery_code(asked_email text, asked_code bytea, new_hash text, new_id uuid) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare whose uuid;
begin
  update recovery_code c set used_at = now() from account a
  where a.organisation_id = my_organisation() and a.email = asked_email
    and c.organisation_id = a.organisation_id and c.person_id = a.person_id and c.code_hash = asked_code and c.used_at is null
  returning c.person_id into whose;
  if whose is null then return false; end if;
  insert into password_reset (organisation_id, id, person_id, kind, works_from, expires_at, used_at)
  values (my_organisation(), new_id, whose, 'code', now(), now(), now());
  perform set_password_of(whose, new_hash, null);
  return true;
end $$;
grant execute on function ask_password_reset(text, uuid, bytea), password_reset_at(bytea), use_password_reset(bytea, text),
  use_recovery_code(text, bytea, text, uuid) to lotse_visitor;

-- A new address needs the password, and a yes from its mailbox; confirming the present one needs only the yes.
grant select (organisation_id, person_id, email, made_at, expires_at), delete on email_confirmation to lotse_person;
create policy person_sees_own_waiting_address on email_confirmation for select to lotse_person
  using (organisation_id = my_organisation() and person_id = me());
create policy person_withdraws_own_waiting_address on email_confirmation for delete to lotse_person
  using (organisation_id = my_organisation() and person_id = me());
grant select (expires_at), delete on email_confirmation to lotse_job;
create policy job_sees_expired_addresses on email_confirmation for select to lotse_job using (expires_at < now());
create policy job_removes_expired_addresses on email_confirmation for delete to lotse_job using (expires_at < now());

create or replace function ask_email_confirmation(new_email text, checked_hash text, new_token_hash bytea) returns boolean
language sql volatile security definer set search_path = public, pg_temp
as $$
  with asked as (
    insert into email_confirmation as e (organisation_id, person_id, email, token_hash, expires_at)
    select a.organisation_id, a.person_id, new_email, new_token_hash, now() + interval '3 days' from account a
    join password w on w.organisation_id = a.organisation_id and w.person_id = a.person_id
    where a.organisation_id = my_organisation() and a.person_id = me() and (a.email = new_email or w.hash = checked_hash)
    on conflict (organisation_id, person_id) do update
      set email = excluded.email, token_hash = excluded.token_hash, made_at = now(), expires_at = excluded.expires_at
    returning 1
  )
  select exists (select from asked)
$$;
grant execute on function ask_email_confirmation(text, text, bytea) to lotse_person;

create or replace function email_confirmation_at(asked_hash bytea) returns table (email text, name text)
language sql stable security definer set search_path = public, pg_temp
as $$
  select e.email, p.name from email_confirmation e
  join person p on p.organisation_id = e.organisation_id and p.id = e.person_id
  where e.organisation_id = my_organisation() and e.token_hash = asked_hash and e.expires_at > now()
$$;

create or replace function confirm_email(asked_hash bytea)
returns table (outcome text, former_email text, new_email text, name text, locale text)
language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare waiting email_confirmation; former account;
begin
  delete from email_confirmation e
  where e.organisation_id = my_organisation() and e.token_hash = asked_hash and e.expires_at > now() returning e.* into waiting;
  if waiting.person_id is null then return query select 'gone', null::text, null::text, null::text, null::text; return; end if;
  select a.* from account a where a.organisation_id = waiting.organisation_id and a.person_id = waiting.person_id into former;
  begin
    update account a set email = waiting.email, email_confirmed_at = now()
    where a.organisation_id = waiting.organisation_id and a.person_id = waiting.person_id;
  exception when unique_violation then
    return query select 'taken', null::text, null::text, null::text, null::text; return;
  end;
  return query select 'confirmed', former.email, waiting.email, p.name, coalesce(p.locale, o.default_locale)
    from person p join organisation o on o.id = p.organisation_id
    where p.organisation_id = waiting.organisation_id and p.id = waiting.person_id;
end $$;
grant execute on function email_confirmation_at(bytea), confirm_email(bytea) to lotse_visitor;
