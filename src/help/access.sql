-- A question for help is its learner's; whoever is asked reads it while they are in its audience, which is its id.
grant select, insert (organisation_id, id, journey_id, cycle_id, learner_id, to_person_id),
  update (state, to_person_id, declined_at, ended_at) on help_request to lotse_person;
create policy learner_reads_own_help_requests on help_request for select to lotse_person
  using (organisation_id = my_organisation() and learner_id = me());
create policy audience_reads_help_request on help_request for select to lotse_person
  using (organisation_id = my_organisation() and id = any (array(select my_audiences())));
create policy learner_asks_for_help on help_request for insert to lotse_person
  with check (organisation_id = my_organisation() and learner_id = me() and to_person_id <> me()
    and journey_id = any (array(select audiences_i_steer())));
create policy learner_resolves_withdraws_or_asks_somebody_else on help_request for update to lotse_person
  using (organisation_id = my_organisation() and learner_id = me() and state <> 'withdrawn')
  with check (organisation_id = my_organisation() and learner_id = me() and to_person_id is distinct from me());
create policy addressee_answers_or_says_not_now on help_request for update to lotse_person
  using (organisation_id = my_organisation() and to_person_id = me() and state in ('open', 'answered') and id = any (array(select my_audiences())))
  with check (organisation_id = my_organisation() and to_person_id = me() and state in ('open', 'answered') and ended_at is null);

-- What was written under a question goes with it, and so does everybody's place in its audience.
create or replace function take_along_what_hangs_on_help() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  delete from passage where organisation_id = old.organisation_id and context_id = old.id;
  delete from membership where organisation_id = old.organisation_id and audience_id = old.id;
  return null;
end $$;
create trigger words_go_with_help_request after delete on help_request
  for each row execute function take_along_what_hangs_on_help();

-- Whoever no longer accompanies a journey no longer reads the questions that were shown to them from it.
create or replace function end_help_with_facilitation() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  update membership set until = new.until
  where organisation_id = new.organisation_id and person_id = new.person_id and until is null
    and audience_id in (select h.id from help_request h where h.organisation_id = new.organisation_id and h.journey_id = new.audience_id);
  return null;
end $$;
create trigger help_ends_with_facilitation after update of until on membership
  for each row when (old.until is null and new.until is not null and new.role in ('facilitator', 'deputy'))
  execute function end_help_with_facilitation();
