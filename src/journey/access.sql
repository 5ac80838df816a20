grant select, insert, update, delete on journey to lotse_person;
create policy audience_reads_journey on journey for select to lotse_person
  using (organisation_id = my_organisation() and (learner_id = me() or id = any (array(select my_audiences()))));
create policy learner_creates_own_journey on journey for insert to lotse_person
  with check (organisation_id = my_organisation() and learner_id = me() and status = 'draft');
create policy learner_moves_own_journey on journey for update to lotse_person
  using (organisation_id = my_organisation() and learner_id = me());
create policy learner_erases_own_journey on journey for delete to lotse_person
  using (organisation_id = my_organisation() and learner_id = me());

grant select, insert (organisation_id, id, journey_id, name, actor_id) on journey_event to lotse_person;
create policy audience_reads_events on journey_event for select to lotse_person
  using (organisation_id = my_organisation() and journey_id = any (array(select my_audiences())));
create policy actor_notes_own_act on journey_event for insert to lotse_person
  with check (organisation_id = my_organisation() and actor_id = me() and journey_id = any (array(select my_audiences())));
-- Whoever accompanies noted what they did there and nothing that moves it; what two agreed on is noted where both said so.
create policy everybody_notes_their_kind_of_act on journey_event as restrictive for insert to lotse_person
  with check (case when journey_id = any (array(select audiences_i_steer()))
    then name not in ('journeyOpened', 'agreementChanged', 'supportChanged', 'facilitationEnded', 'facilitationLeft', 'autoPause')
    else name in ('proposed', 'respondedToReview', 'sawDifferently', 'sessionHeld') end);

grant select, insert, update, delete on challenge to lotse_person;
create policy audience_reads_challenge on challenge for select to lotse_person
  using (organisation_id = my_organisation() and journey_id = any (array(select my_audiences())));
create policy learner_adds_challenge on challenge for insert to lotse_person
  with check (organisation_id = my_organisation() and journey_id = any (array(select audiences_i_steer())));
create policy learner_changes_challenge on challenge for update to lotse_person
  using (organisation_id = my_organisation() and journey_id = any (array(select audiences_i_steer())));
create policy learner_removes_challenge on challenge for delete to lotse_person
  using (organisation_id = my_organisation() and journey_id = any (array(select audiences_i_steer())));

grant select, insert, update, delete on success_sign to lotse_person;
create policy audience_reads_success_sign on success_sign for select to lotse_person
  using (organisation_id = my_organisation() and journey_id = any (array(select my_audiences())));
create policy learner_adds_success_sign on success_sign for insert to lotse_person
  with check (organisation_id = my_organisation() and journey_id = any (array(select audiences_i_steer())));
create policy learner_changes_success_sign on success_sign for update to lotse_person
  using (organisation_id = my_organisation() and journey_id = any (array(select audiences_i_steer())));
create policy learner_removes_success_sign on success_sign for delete to lotse_person
  using (organisation_id = my_organisation() and journey_id = any (array(select audiences_i_steer())));

grant select, insert, update, delete on cycle to lotse_person;
create policy audience_reads_cycle on cycle for select to lotse_person
  using (organisation_id = my_organisation() and journey_id = any (array(select my_audiences())));
create policy learner_adds_cycle on cycle for insert to lotse_person
  with check (organisation_id = my_organisation() and journey_id = any (array(select audiences_i_steer())));
create policy learner_changes_cycle on cycle for update to lotse_person
  using (organisation_id = my_organisation() and journey_id = any (array(select audiences_i_steer())));
create policy learner_removes_cycle on cycle for delete to lotse_person
  using (organisation_id = my_organisation() and journey_id = any (array(select audiences_i_steer())));

grant select, insert, delete, update (position, kind, by_when, minutes_planned, confidence, status, from_passage_id, prepares_id, removed_at)
  on step to lotse_person;
create policy audience_reads_step on step for select to lotse_person
  using (organisation_id = my_organisation() and journey_id = any (array(select my_audiences())));
create policy learner_adds_step on step for insert to lotse_person
  with check (organisation_id = my_organisation() and journey_id = any (array(select audiences_i_steer())));
create policy learner_changes_step on step for update to lotse_person
  using (organisation_id = my_organisation() and journey_id = any (array(select audiences_i_steer())));
create policy learner_removes_step on step for delete to lotse_person
  using (organisation_id = my_organisation() and journey_id = any (array(select audiences_i_steer())));

-- Whose idea a step was is not for the learner to say: they took a suggestion, or what was agreed in a session, or wrote on in a copy.
create or replace function was_idea_of(who uuid, asked_journey uuid, asked_step uuid, copied_from uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp
as $$
  select exists (select from proposal p where p.organisation_id = my_organisation() and p.journey_id = asked_journey and p.author_id = who and p.step_id = asked_step)
    or exists (select from step s where s.organisation_id = my_organisation() and s.journey_id = asked_journey and s.id = copied_from and s.created_by = who)
    or exists (select from session_agreement a join session s on s.organisation_id = a.organisation_id and s.id = a.session_id
      where a.organisation_id = my_organisation() and s.journey_id = asked_journey and a.made_by = who)
$$;
grant execute on function was_idea_of(uuid, uuid, uuid, uuid) to lotse_person;
create policy nobody_puts_a_step_down_to_another on step as restrictive for insert to lotse_person
  with check ((created_as = 'learner') = (created_by = me()) and (created_by = me() or was_idea_of(created_by, journey_id, id, carried_from_id)));

grant select, insert, update, delete on need to lotse_person;
create policy audience_reads_need on need for select to lotse_person
  using (organisation_id = my_organisation() and journey_id = any (array(select my_audiences())));
create policy learner_adds_need on need for insert to lotse_person
  with check (organisation_id = my_organisation() and journey_id = any (array(select audiences_i_steer())));
create policy learner_changes_need on need for update to lotse_person
  using (organisation_id = my_organisation() and journey_id = any (array(select audiences_i_steer())));
create policy learner_removes_need on need for delete to lotse_person
  using (organisation_id = my_organisation() and journey_id = any (array(select audiences_i_steer())));

grant select, insert, update, delete on review_sign to lotse_person;
create policy audience_reads_review_sign on review_sign for select to lotse_person
  using (organisation_id = my_organisation() and journey_id = any (array(select my_audiences()))
    and exists (select from review r where r.organisation_id = my_organisation() and r.id = review_id));
create policy learner_adds_review_sign on review_sign for insert to lotse_person
  with check (organisation_id = my_organisation() and journey_id = any (array(select audiences_i_steer())));
create policy learner_changes_review_sign on review_sign for update to lotse_person
  using (organisation_id = my_organisation() and journey_id = any (array(select audiences_i_steer())));
create policy learner_removes_review_sign on review_sign for delete to lotse_person
  using (organisation_id = my_organisation() and journey_id = any (array(select audiences_i_steer())));

grant select, insert, update, delete on transfer_check to lotse_person;
create policy audience_reads_transfer_check on transfer_check for select to lotse_person
  using (organisation_id = my_organisation() and journey_id = any (array(select my_audiences())));
create policy learner_adds_transfer_check on transfer_check for insert to lotse_person
  with check (organisation_id = my_organisation() and journey_id = any (array(select audiences_i_steer())));
create policy learner_changes_transfer_check on transfer_check for update to lotse_person
  using (organisation_id = my_organisation() and journey_id = any (array(select audiences_i_steer())));
create policy learner_removes_transfer_check on transfer_check for delete to lotse_person
  using (organisation_id = my_organisation() and journey_id = any (array(select audiences_i_steer())));

-- Until it is saved, a review is its learner's draft and nobody else's. How much of the lead a facilitator saw is for the facilitator to say.
grant select, insert (organisation_id, id, journey_id, cycle_id), delete,
  update (progress, confidence_now, lead, obstacle_tags, next_move, saved_at) on review to lotse_person;
create policy audience_reads_saved_review on review for select to lotse_person
  using (organisation_id = my_organisation() and saved_at is not null and journey_id = any (array(select my_audiences())));
create policy learner_writes_own_review on review for all to lotse_person
  using (organisation_id = my_organisation() and journey_id = any (array(select audiences_i_steer())));

-- Until it is saved, a closing is its learner's draft and nobody else's.
grant select, insert, update, delete on closing to lotse_person;
create policy audience_reads_saved_closing on closing for select to lotse_person
  using (organisation_id = my_organisation() and closed_at is not null and journey_id = any (array(select my_audiences())));
create policy learner_writes_own_closing on closing for all to lotse_person
  using (organisation_id = my_organisation() and journey_id = any (array(select audiences_i_steer())));

-- Only beside what is one's own: a row of somebody else would take the one place there is.
grant select, insert, update (importance), delete on challenge_private to lotse_person;
create policy only_the_person_keeps_challenge_private on challenge_private for all to lotse_person
  using (organisation_id = my_organisation() and person_id = me())
  with check (organisation_id = my_organisation() and person_id = me() and exists (select from challenge x
    where x.organisation_id = my_organisation() and x.id = challenge_id and x.journey_id = any (array(select audiences_i_steer()))));

grant select, insert, update (mood), delete on observation_private to lotse_person;
create policy only_the_person_keeps_observation_private on observation_private for all to lotse_person
  using (organisation_id = my_organisation() and person_id = me())
  with check (organisation_id = my_organisation() and person_id = me() and exists (select from observation x
    where x.organisation_id = my_organisation() and x.id = observation_id and x.journey_id = any (array(select audiences_i_steer()))));

grant select, insert, update (mood), delete on review_private to lotse_person;
create policy only_the_person_keeps_review_private on review_private for all to lotse_person
  using (organisation_id = my_organisation() and person_id = me())
  with check (organisation_id = my_organisation() and person_id = me() and exists (select from review x
    where x.organisation_id = my_organisation() and x.id = review_id and x.journey_id = any (array(select audiences_i_steer()))));

grant select, insert, update (helped, hindered), delete on transfer_check_private to lotse_person;
create policy only_the_person_keeps_transfer_check_private on transfer_check_private for all to lotse_person
  using (organisation_id = my_organisation() and person_id = me())
  with check (organisation_id = my_organisation() and person_id = me() and exists (select from transfer_check x
    where x.organisation_id = my_organisation() and x.id = transfer_check_id and x.journey_id = any (array(select audiences_i_steer()))));

grant select, insert, update, delete on observation to lotse_person;
create policy author_reads_own_notes on observation for select to lotse_person
  using (organisation_id = my_organisation() and author_id = me() and journey_id = any (array(select my_audiences())));
create policy audience_reads_opened_notes on observation for select to lotse_person
  using (organisation_id = my_organisation() and audience_id = any (array(select my_audiences())));
create policy learner_notes_what_happened on observation for insert to lotse_person
  with check (organisation_id = my_organisation() and author_id = me() and journey_id = any (array(select audiences_i_steer()))
    and (audience_id is null or audience_id = journey_id));
create policy learner_changes_own_notes on observation for update to lotse_person
  using (organisation_id = my_organisation() and author_id = me() and journey_id = any (array(select audiences_i_steer())))
  with check (organisation_id = my_organisation() and author_id = me() and journey_id = any (array(select audiences_i_steer()))
    and (audience_id is null or audience_id = journey_id));
create policy learner_erases_own_notes on observation for delete to lotse_person
  using (organisation_id = my_organisation() and author_id = me());

grant select, insert, update (removed_at), delete on attachment to lotse_person;
create policy reader_of_the_note_reads_attachment on attachment for select to lotse_person
  using (organisation_id = my_organisation()
    and exists (select from observation o where o.organisation_id = my_organisation() and o.id = observation_id));
create policy author_of_the_note_attaches on attachment for insert to lotse_person
  with check (organisation_id = my_organisation() and journey_id = any (array(select audiences_i_steer()))
    and exists (select from observation o where o.organisation_id = my_organisation() and o.id = observation_id and o.author_id = me()));
create policy learner_removes_attachment on attachment for update to lotse_person
  using (organisation_id = my_organisation() and journey_id = any (array(select audiences_i_steer())));
create policy learner_erases_attachment on attachment for delete to lotse_person
  using (organisation_id = my_organisation() and journey_id = any (array(select audiences_i_steer())));

-- Whether this is part of that journey.
create or replace function is_part_of_journey(asked uuid, asked_journey uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp
as $$
  select exists (select from challenge x where x.organisation_id = my_organisation() and x.id = asked and x.journey_id = asked_journey)
    or exists (select from success_sign x where x.organisation_id = my_organisation() and x.id = asked and x.journey_id = asked_journey)
    or exists (select from cycle x where x.organisation_id = my_organisation() and x.id = asked and x.journey_id = asked_journey)
    or exists (select from step x where x.organisation_id = my_organisation() and x.id = asked and x.journey_id = asked_journey)
    or exists (select from need x where x.organisation_id = my_organisation() and x.id = asked and x.journey_id = asked_journey)
    or exists (select from observation x where x.organisation_id = my_organisation() and x.id = asked and x.journey_id = asked_journey)
    or exists (select from review x where x.organisation_id = my_organisation() and x.id = asked and x.journey_id = asked_journey)
    or exists (select from closing x where x.organisation_id = my_organisation() and x.id = asked and x.journey_id = asked_journey)
    or exists (select from transfer_check x where x.organisation_id = my_organisation() and x.id = asked and x.journey_id = asked_journey)
$$;

-- Words stand with what they are about. Otherwise somebody who knows the id of a challenge could give it another title, written in a journey or a
-- session of their own that its learner reads.
create or replace function stands_elsewhere(asked uuid, asked_context uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp
as $$
  select exists (select from passage p where p.organisation_id = my_organisation() and p.subject_id = asked and p.context_id <> asked_context)
    and asked <> asked_context and not is_part_of_journey(asked, asked_context)
$$;
grant execute on function stands_elsewhere(uuid, uuid), is_part_of_journey(uuid, uuid) to lotse_person;

-- Otherwise a learner could hide the journey of somebody else from whoever accompanies it, or from its own learner.
create policy only_what_is_of_the_journey_is_withheld on withheld as restrictive for insert to lotse_person
  with check (is_part_of_journey(subject_id, journey_id)
    or exists (select from person p where p.organisation_id = my_organisation() and p.id = subject_id));
create policy words_stand_with_what_they_are_about on passage as restrictive for insert to lotse_person
  with check (not stands_elsewhere(subject_id, context_id));

-- A facilitator who writes keeps the journey awake, although only its learner may change it.
create or replace function touch_journey(asked uuid) returns void
language sql volatile security definer set search_path = public, pg_temp
as $$
  update journey set last_written_at = now()
  where organisation_id = my_organisation() and id = asked and id = any (array(select my_audiences()))
$$;
grant execute on function touch_journey(uuid) to lotse_person;

-- Rest after long silence is the one thing that happens by itself. The job sees that a journey is silent, never a word of it.
grant select (organisation_id, id, learner_id, status, phase, last_written_at), update (status) on journey to lotse_job;
create policy job_sees_silent_journeys on journey for select to lotse_job
  using (status in ('active', 'paused') and last_written_at < now() - interval '179 days');
create policy job_lets_silent_journeys_rest on journey for update to lotse_job
  using (status = 'active' and last_written_at < now() - interval '179 days')
  with check (status = 'paused');
grant insert on journey_event to lotse_job;
create policy job_notes_rest on journey_event for insert to lotse_job
  with check (name = 'autoPause' and actor_id is null);

-- What lay in a bin for 30 days goes for good. The job that asks for it sees nothing of it.
create or replace function purge_removed() returns int
language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
  before timestamptz := now() - interval '30 days';
  gone uuid[];
  journeys uuid[];
begin
  -- A note outlives the step it was about: only the tie is cut, before deleting the step could take the note along.
  update observation o set step_id = null from step s
    where s.organisation_id = o.organisation_id and s.id = o.step_id and s.removed_at < before;
  select coalesce(array_agg(id), '{}'), coalesce(array_agg(journey_id), '{}') into gone, journeys from (
    select id, journey_id from step where removed_at < before
    union select n.id, n.journey_id from need n join step s on s.organisation_id = n.organisation_id and s.id = n.step_id
      where n.removed_at < before or s.removed_at < before
    union select id, journey_id from observation where removed_at < before
    union select id, journey_id from attachment where removed_at < before
    union select id, journey_id from success_sign where removed_at < before) removed;
  delete from passage p using unnest(gone, journeys) as g (id, journey_id) where p.subject_id = g.id and p.context_id = g.journey_id;
  delete from attachment where id = any (gone);
  delete from observation where id = any (gone);
  delete from need where id = any (gone);
  delete from step where id = any (gone);
  delete from success_sign where id = any (gone);
  return cardinality(gone);
end $$;
grant execute on function purge_removed() to lotse_job;

-- Erasing leaves nothing: also what others wrote in the journey goes, which its learner could not remove row by row. Says how much went.
create or replace function erase_journey(asked uuid) returns table (texts int, steps int, files int)
language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
  here uuid := my_organisation();
  within uuid[];
begin
  perform from journey j where j.organisation_id = here and j.id = asked and j.learner_id = me() for update;
  if not found then return; end if;
  select array_agg(x.id) into within from (select asked as id
    union all select p.id from pair p where p.organisation_id = here and p.journey_id = asked
    union all select a.id from agreement a where a.organisation_id = here and a.journey_id = asked) x;
  select count(*) filter (where p.body <> '') into texts from passage p where p.organisation_id = here and p.context_id = any (within);
  select count(*) into steps from step s where s.organisation_id = here and s.journey_id = asked;
  select count(*) into files from attachment a where a.organisation_id = here and a.journey_id = asked;
  delete from membership m where m.organisation_id = here and m.audience_id = any (within);
  delete from invitation i where i.organisation_id = here and i.audience_id = asked;
  delete from passage p where p.organisation_id = here and p.context_id = any (within);
  delete from journey j where j.organisation_id = here and j.id = asked;
  return next;
end $$;
grant execute on function erase_journey(uuid) to lotse_person;
