-- Tokens are looked up by their hash; who holds one becomes that person for this transaction.
grant select (organisation_id, id, person_id, created_at, expires_at, device), delete on sign_in to lotse_person;
create policy person_sees_own_sign_ins on sign_in for select to lotse_person
  using (organisation_id = my_organisation() and person_id = me());
create policy person_ends_own_sign_ins on sign_in for delete to lotse_person
  using (organisation_id = my_organisation() and person_id = me());
grant select (expires_at), delete on sign_in to lotse_job;
create policy job_sees_expired_sign_ins on sign_in for select to lotse_job using (expires_at < now());
create policy job_removes_expired_sign_ins on sign_in for delete to lotse_job using (expires_at < now());

create or replace function take_sign_in(asked_hash bytea)
returns table (sign_in_id uuid, person_id uuid, organisation_id uuid, organisation_name text, name text, locale text, time_zone text, theme text, is_admin boolean, accompanies boolean, erase_on timestamptz)
language sql volatile security definer set search_path = public, pg_temp
as $$
  with found as (
    select s.id as sign_in_id, p.id as person_id, p.organisation_id, o.name as organisation_name, p.name,
      coalesce(p.locale, o.default_locale) as locale, coalesce(p.time_zone, o.time_zone) as time_zone, p.theme,
      exists (select from permission r where r.organisation_id = p.organisation_id and r.person_id = p.id
        and r.kind = 'admin' and r.revoked_at is null) as is_admin,
      exists (select from membership m where m.organisation_id = p.organisation_id and m.person_id = p.id
        and m.role in ('facilitator', 'deputy') and (m.until is null or m.until > now()))
      or exists (select from introduction i where i.organisation_id = p.organisation_id and i.person_id = p.id) as accompanies, d.erase_on
    from sign_in s
    join person p on p.organisation_id = s.organisation_id and p.id = s.person_id
    join organisation o on o.id = p.organisation_id
    left join departure d on d.organisation_id = p.organisation_id and d.person_id = p.id
    where s.token_hash = asked_hash and s.expires_at > now()
  ), assumed as (
    select set_config('app.person_id', f.person_id::text, true), set_config('app.organisation_id', f.organisation_id::text, true) from found f
  )
  select f.* from found f, assumed
$$;
grant execute on function take_sign_in(bytea) to lotse_person;

-- Pages that are still open end with the sign-in.
create or replace function tell_sign_in_ended() returns trigger
language plpgsql as $$
begin
  perform pg_notify('rights_changed', old.person_id::text);
  return null;
end $$;
create trigger end_of_sign_in_reaches_open_pages after delete on sign_in
  for each row execute function tell_sign_in_ended();

-- What the door needs to check a password: one account, by its exact address, in the organisation that was called.
create or replace function password_at_door(asked_email text) returns table (person_id uuid, hash text)
language sql stable security definer set search_path = public, pg_temp
as $$
  select a.person_id, w.hash from account a
  join password w on w.organisation_id = a.organisation_id and w.person_id = a.person_id
  where a.organisation_id = my_organisation() and a.email = asked_email
$$;

-- Begins a sign-in only while the password is still the one that was checked.
create or replace function begin_sign_in(asked_person uuid, checked_hash text, new_id uuid, new_token_hash bytea, new_expires_at timestamptz, new_device text)
returns boolean
language sql volatile security definer set search_path = public, pg_temp
as $$
  with begun as (
    insert into sign_in (organisation_id, id, person_id, token_hash, expires_at, device)
    select w.organisation_id, new_id, w.person_id, new_token_hash, new_expires_at, new_device from password w
    where w.organisation_id = my_organisation() and w.person_id = asked_person and w.hash = checked_hash
    returning id
  )
  select exists (select from begun)
$$;
grant execute on function password_at_door(text), begin_sign_in(uuid, text, uuid, bytea, timestamptz, text) to lotse_visitor;

-- Counting attempts happens before anybody is known; the keys are hashes and say nothing.
grant select, insert, update, delete on rate_limit to lotse_visitor;
create policy door_counts_attempts on rate_limit for all to lotse_visitor using (true) with check (true);
grant select (expire), delete on rate_limit to lotse_job;
create policy job_removes_old_counts on rate_limit for all to lotse_job using (expire < extract(epoch from now()) * 1000);
