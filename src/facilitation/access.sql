-- A journey is read by those in its audience and changed by its learner. Who accompanies can propose and respond, no more.
-- In these policies `my_audiences()` are the journeys a person reads, `audiences_i_steer()` those that are their own.

-- Whether I accompany somebody now, in any journey: what colleagues open to each other is for those alone.
create or replace function i_facilitate() returns boolean
language sql stable security definer set search_path = public, pg_temp
as $$
  select exists (select from membership m join journey j on j.organisation_id = m.organisation_id and j.id = m.audience_id
    where m.organisation_id = my_organisation() and m.person_id = me() and m.role in ('facilitator', 'deputy')
      and m.reads_from <= now() and (m.until is null or m.until > now()))
$$;
grant execute on function i_facilitate() to lotse_person;

-- Opens the audience of a learner and one person who accompanies the journey, or finds the one they have; either of the two may ask.
create or replace function open_pair(asked_journey uuid, asked_person uuid, new_id uuid) returns uuid
language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
  found uuid;
  learner uuid;
begin
  select j.learner_id into learner from journey j where j.organisation_id = my_organisation() and j.id = asked_journey;
  if (me() in (learner, asked_person)) is not true or audience_is_taken(new_id)
    or not exists (select from membership m where m.organisation_id = my_organisation() and m.audience_id = asked_journey
      and m.person_id = asked_person and m.role = 'facilitator' and m.reads_from <= now() and m.until is null) then
    return null;
  end if;
  select id into found from pair where organisation_id = my_organisation() and journey_id = asked_journey and other_id = asked_person;
  if found is null then
    insert into pair (organisation_id, id, journey_id, learner_id, other_id) values (my_organisation(), new_id, asked_journey, learner, asked_person);
    insert into membership (organisation_id, id, audience_id, person_id, role, reads_from, granted_by)
    values (my_organisation(), gen_random_uuid(), new_id, learner, 'learner', now(), me()),
           (my_organisation(), gen_random_uuid(), new_id, asked_person, 'facilitator', now(), me());
    found := new_id;
  elsif not exists (select from membership where organisation_id = my_organisation() and audience_id = found and person_id = asked_person and until is null) then
    -- Somebody who accompanied before and came back.
    insert into membership (organisation_id, id, audience_id, person_id, role, reads_from, granted_by)
    values (my_organisation(), gen_random_uuid(), found, asked_person, 'facilitator', now(), me());
  end if;
  return found;
end $$;
grant execute on function open_pair(uuid, uuid, uuid) to lotse_person;

grant select on pair to lotse_person;
create policy both_know_their_pair on pair for select to lotse_person
  using (organisation_id = my_organisation() and id = any (array(select my_audiences())));

grant select, insert, update (state, decided_at, step_id), delete on proposal to lotse_person;
-- What is said under the coaching hat stays between two.
create policy audience_reads_proposals on proposal for select to lotse_person
  using (organisation_id = my_organisation() and journey_id = any (array(select my_audiences()))
    and (hat <> 'coaching' or author_id = me() or journey_id = any (array(select audiences_i_steer()))));
create policy who_accompanies_proposes on proposal for insert to lotse_person
  with check (organisation_id = my_organisation() and author_id = me() and state = 'waiting'
    and journey_id = any (array(select my_audiences())) and not journey_id = any (array(select audiences_i_steer())));
create policy learner_decides_on_proposals on proposal for update to lotse_person
  using (organisation_id = my_organisation() and state = 'waiting' and journey_id = any (array(select audiences_i_steer())))
  with check (organisation_id = my_organisation() and state in ('accepted', 'declined'));
create policy author_withdraws_own_proposal on proposal for update to lotse_person
  using (organisation_id = my_organisation() and state = 'waiting' and author_id = me() and journey_id = any (array(select my_audiences())))
  with check (organisation_id = my_organisation() and author_id = me() and state = 'withdrawn');

grant select, insert, update (hat) on response_hat to lotse_person;
create policy audience_reads_hats_of_responses on response_hat for select to lotse_person
  using (organisation_id = my_organisation() and journey_id = any (array(select my_audiences()))
    and (hat <> 'coaching' or author_id = me() or journey_id = any (array(select audiences_i_steer()))));
create policy who_accompanies_names_the_hat_of_a_response on response_hat for insert to lotse_person
  with check (organisation_id = my_organisation() and author_id = me()
    and journey_id = any (array(select my_audiences())) and not journey_id = any (array(select audiences_i_steer())));
create policy author_changes_the_hat_of_a_response on response_hat for update to lotse_person
  using (organisation_id = my_organisation() and author_id = me()
    and journey_id = any (array(select my_audiences())) and not journey_id = any (array(select audiences_i_steer())));

-- What the two of a pair say to each other is for no third, also where one of them would let somebody in.
create policy a_pair_stays_two on membership as restrictive for insert to lotse_person
  with check (not exists (select from pair p where p.organisation_id = my_organisation() and p.id = audience_id));

-- True for any journey of the organisation, whoever asks: a policy has to know where it does not apply.
create or replace function is_journey(asked uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp
as $$ select exists (select from journey j where j.organisation_id = my_organisation() and j.id = asked) $$;
grant execute on function is_journey(uuid) to lotse_person;

-- Words about somebody else's journey stand only where suggestions and answers stand.
create policy who_accompanies_writes_no_learner_fields on passage as restrictive for insert to lotse_person
  with check (context_id = me() or context_id = any (array(select audiences_i_steer()))
    or field in ('facilitatorResponse', 'proposal', 'proposalReason', 'differingView') or not is_journey(context_id));
-- And they are read there: a text beside a journey is never kept for another audience, out of its learner's sight.
create policy words_beside_a_journey_are_read_in_it on passage as restrictive for all to lotse_person
  using (true) with check (audience_id is null or audience_id = context_id or context_id = me()
    or exists (select from pair p where p.organisation_id = my_organisation() and p.id = audience_id and p.journey_id = context_id)
    or not is_journey(context_id));

-- How much of the lead a facilitator saw with whom: their own view, beside the learner's.
create or replace function note_lead_as_facilitator(asked_review uuid, seen jsonb) returns boolean
language sql volatile security definer set search_path = public, pg_temp
as $$
  with noted as (update review r set lead_by_facilitator = seen
  where r.organisation_id = my_organisation() and r.id = asked_review and r.saved_at is not null
    and exists (select from membership m where m.organisation_id = r.organisation_id and m.audience_id = r.journey_id and m.person_id = me()
      and m.role in ('facilitator', 'deputy') and m.reads_from <= now() and (m.until is null or m.until > now())) returning 1)
  select exists (select from noted)
$$;
grant execute on function note_lead_as_facilitator(uuid, jsonb) to lotse_person;
