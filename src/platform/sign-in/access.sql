-- Tokens are looked up by their hash; who holds one becomes that person for this transaction.
grant select, delete on sign_in to lotse_person;
create policy person_sees_own_sign_ins on sign_in for select to lotse_person
  using (organisation_id = my_organisation() and person_id = me());
create policy person_ends_own_sign_ins on sign_in for delete to lotse_person
  using (organisation_id = my_organisation() and person_id = me());

create or replace function take_sign_in(asked_hash bytea)
returns table (sign_in_id uuid, person_id uuid, organisation_id uuid, organisation_name text, name text, locale text, time_zone text, is_admin boolean)
language sql volatile security definer set search_path = public, pg_temp
as $$
  with found as (
    select s.id as sign_in_id, p.id as person_id, p.organisation_id, o.name as organisation_name, p.name,
      coalesce(p.locale, o.default_locale) as locale, coalesce(p.time_zone, o.time_zone) as time_zone,
      exists (select from permission r where r.organisation_id = p.organisation_id and r.person_id = p.id
        and r.kind = 'admin' and r.revoked_at is null) as is_admin
    from sign_in s
    join person p on p.organisation_id = s.organisation_id and p.id = s.person_id
    join organisation o on o.id = p.organisation_id
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
