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

-- Each says their own word: whoever is asked answers or gives it back; whoever asks resolves it, takes it back or asks somebody else.
create or replace function nobody_answers_for_another() returns trigger
language plpgsql security invoker set search_path = public, pg_temp
as $$
begin
  if current_user = 'lotse_person' and me() = old.learner_id and (new.state <> old.state and new.state = 'answered' or new.declined_at is not null and old.declined_at is null)
  then raise exception 'Nobody answers for another.' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger each_says_their_own_word_about_help before update on help_request
  for each row execute function nobody_answers_for_another();

create or replace function question_given_back_is_not_read() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  update membership m set until = greatest(m.reads_from, now())
  where m.organisation_id = new.organisation_id and m.audience_id = new.id and m.person_id = new.to_person_id and m.until is null;
  return null;
end $$;
create trigger giving_a_question_back_ends_reading after update of declined_at on help_request for each row
  when (old.declined_at is null and new.declined_at is not null) execute function question_given_back_is_not_read();

create trigger words_go_with_help_request after delete on help_request
  for each row execute function take_along_words_and_readers();
