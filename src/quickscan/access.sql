-- A scan is its owner's. Somebody who accompanies a journey of theirs reads the values of one scan while it is shown to them and they accompany.
create or replace function who_accompanies_me() returns setof uuid
language sql stable security definer set search_path = public, pg_temp
as $$
  select m.person_id from membership m join journey j on j.organisation_id = m.organisation_id and j.id = m.audience_id
  where m.organisation_id = my_organisation() and j.learner_id = me() and m.role = 'facilitator'
    and m.reads_from <= now() and (m.until is null or m.until > now())
$$;

create or replace function scans_shown_to_me() returns setof uuid
language sql stable security definer set search_path = public, pg_temp
as $$
  select s.scan_id from scan_share s join scan c on c.organisation_id = s.organisation_id and c.id = s.scan_id
  where s.organisation_id = my_organisation() and s.reader_id = me() and s.until is null
    and exists (select from membership m join journey j on j.organisation_id = m.organisation_id and j.id = m.audience_id
      where m.organisation_id = s.organisation_id and m.person_id = me() and m.role = 'facilitator' and j.learner_id = c.person_id
        and m.reads_from <= now() and (m.until is null or m.until > now()))
$$;
grant execute on function who_accompanies_me(), scans_shown_to_me() to lotse_person;

grant select, insert, delete on scan to lotse_person;
create policy owner_reads_scan on scan for select to lotse_person
  using (organisation_id = my_organisation() and person_id = me());
create policy whoever_is_shown_a_scan_reads_it on scan for select to lotse_person
  using (organisation_id = my_organisation() and id = any (array(select scans_shown_to_me())));
create policy owner_keeps_scan on scan for insert to lotse_person
  with check (organisation_id = my_organisation() and person_id = me());
create policy owner_removes_scan on scan for delete to lotse_person
  using (organisation_id = my_organisation() and person_id = me());

grant select, insert, update (look_back), delete on scan_private to lotse_person;
create policy answers_are_for_the_owner_alone on scan_private for all to lotse_person
  using (organisation_id = my_organisation()
    and exists (select from scan s where s.organisation_id = my_organisation() and s.id = scan_id and s.person_id = me()));

grant select, insert, update (until) on scan_share to lotse_person;
create policy both_ends_see_a_shown_scan on scan_share for select to lotse_person
  using (organisation_id = my_organisation() and (reader_id = me()
    or exists (select from scan s where s.organisation_id = my_organisation() and s.id = scan_id and s.person_id = me())));
create policy owner_shows_scan_to_who_accompanies on scan_share for insert to lotse_person
  with check (organisation_id = my_organisation() and reader_id = any (array(select who_accompanies_me()))
    and exists (select from scan s where s.organisation_id = my_organisation() and s.id = scan_id and s.person_id = me()));
create policy owner_ends_showing on scan_share for update to lotse_person
  using (organisation_id = my_organisation()
    and exists (select from scan s where s.organisation_id = my_organisation() and s.id = scan_id and s.person_id = me()));

grant select, insert on scan_offer to lotse_person;
create policy everybody_knows_what_they_answered on scan_offer for select to lotse_person
  using (organisation_id = my_organisation() and person_id = me());
create policy everybody_answers_for_themselves on scan_offer for insert to lotse_person
  with check (organisation_id = my_organisation() and person_id = me());

-- Donations come in through one door that looks at nobody; false when very many wait already.
create or replace function donate_scan(its_version text, its_language text, its_answers smallint[], is_first boolean) returns boolean
language sql volatile security definer set search_path = public, pg_temp
as $$
  with added as (
    insert into scan_donation_waiting (instrument_version, language, form, answers, iso_year, iso_week, first)
    select its_version, its_language, 'full', its_answers, extract(isoyear from now()), extract(week from now()), is_first
    where (select count(*) from scan_donation_waiting) < 1000
    returning 1
  ) select exists (select from added)
$$;
grant execute on function donate_scan(text, text, smallint[], boolean) to lotse_visitor;

grant select, delete on scan_donation_waiting to lotse_job;
create policy job_takes_what_waits on scan_donation_waiting for all to lotse_job using (true);
grant insert on scan_donation to lotse_job;
create policy job_stores_donations on scan_donation for insert to lotse_job with check (true);

-- How precise results of a version are in a language, by the newest reckoning; null while there is none.
create or replace function newest_scan_constants(its_version text, its_language text) returns jsonb
language sql stable security definer set search_path = public, pg_temp
as $$
  select constants from scan_constants where instrument_version = its_version and language = its_language order by reckoned_on desc limit 1
$$;
grant execute on function newest_scan_constants(text, text) to lotse_person, lotse_visitor;
