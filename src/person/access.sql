-- Names are known inside the organisation; addresses only to the person and the administration; passwords to nobody.
create or replace function i_administer() returns boolean
language sql stable security definer set search_path = public, pg_temp
as $$
  select exists (select from permission p
    where p.organisation_id = my_organisation() and p.person_id = me() and p.kind = 'admin' and p.revoked_at is null)
$$;
grant execute on function i_administer() to lotse_person;

grant select on person to lotse_person;
grant update (name, locale, time_zone) on person to lotse_person;
create policy person_sees_names_of_own_organisation on person for select to lotse_person
  using (organisation_id = my_organisation());
create policy person_edits_self on person for update to lotse_person
  using (organisation_id = my_organisation() and id = me());

grant select on account to lotse_person;
create policy person_sees_own_account on account for select to lotse_person
  using (organisation_id = my_organisation() and person_id = me());
create policy administrator_sees_accounts on account for select to lotse_person
  using (organisation_id = my_organisation() and (select i_administer()));

grant select on permission to lotse_person;
create policy permissions_are_visible_to_all on permission for select to lotse_person
  using (organisation_id = my_organisation());
