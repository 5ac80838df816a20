-- Introductions are for everybody in the organisation; each person writes their own. Of somebody who is leaving nobody else sees any.
grant select, insert, update, delete on introduction to lotse_person;
create policy organisation_reads_introductions on introduction for select to lotse_person
  using (organisation_id = my_organisation() and not is_leaving(person_id));
create policy person_introduces_themselves on introduction for all to lotse_person
  using (organisation_id = my_organisation() and person_id = me());

-- How many more each of them would accompany: a number, never whom. What is agreed or about to be agreed takes a place.
create or replace function free_places() returns table (person_id uuid, free int)
language sql stable security definer set search_path = public, pg_temp
as $$
  select i.person_id, greatest(0, i.places - (select count(*)::int from agreement a
      join journey j on j.organisation_id = a.organisation_id and j.id = a.journey_id
      where a.organisation_id = i.organisation_id and a.facilitator_id = i.person_id and a.ended_at is null and j.phase <> 'done'))
  from introduction i where i.organisation_id = my_organisation() and not is_leaving(i.person_id)
$$;

-- A request is its learner's. Whoever is asked sees it as long as it waits for them, and only what the learner copied into it.
grant select on facilitation_request to lotse_person;
create policy learner_sees_own_requests on facilitation_request for select to lotse_person
  using (organisation_id = my_organisation() and learner_id = me());
create policy asked_facilitator_sees_request_in_time on facilitation_request for select to lotse_person
  using (organisation_id = my_organisation() and facilitator_id = me() and id = any (array(select my_audiences())));

-- Asks for as long as the introduction promises an answer. After that the request is back with the learner, without anybody doing anything.
create or replace function ask_to_accompany(new_id uuid, asked_journey uuid, asked_facilitator uuid) returns text
language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
  here uuid := my_organisation();
  theirs introduction;
  until_when timestamptz;
begin
  if not exists (select from journey j where j.organisation_id = here and j.id = asked_journey and j.learner_id = me() and j.status <> 'closed') then
    return 'absent';
  end if;
  select i.* into theirs from introduction i where i.organisation_id = here and i.person_id = asked_facilitator and i.person_id <> me()
    and not is_leaving(i.person_id) for update;
  if not found then return 'absent'; end if;
  if exists (select from facilitation_request r where r.organisation_id = here and r.id = new_id and r.learner_id = me()) then return 'asked'; end if;
  if audience_is_taken(new_id) then return 'absent'; end if;
  if theirs.paused_at is not null then return 'paused'; end if;
  if (select f.free from free_places() f where f.person_id = asked_facilitator) = 0 then return 'full'; end if;
  if exists (select from agreement a where a.organisation_id = here and a.journey_id = asked_journey and a.facilitator_id = asked_facilitator
    and a.ended_at is null) then return 'accompanies_already'; end if;
  if exists (select from facilitation_request r where r.organisation_id = here and r.journey_id = asked_journey and r.facilitator_id = asked_facilitator
    and r.state = 'waiting' and r.answer_by > now()) then return 'asked_already'; end if;
  until_when := now() + theirs.reply_days * interval '1 day';
  insert into facilitation_request (organisation_id, id, journey_id, learner_id, facilitator_id, answer_by)
    values (here, new_id, asked_journey, me(), asked_facilitator, until_when);
  insert into membership (organisation_id, id, audience_id, person_id, role, reads_from, until, granted_by)
    values (here, gen_random_uuid(), new_id, me(), 'learner', now(), null, me()),
           (here, gen_random_uuid(), new_id, asked_facilitator, 'peer', now(), until_when, me());
  return 'asked';
end $$;

-- Either ends it: from then on whoever was asked reads nothing of it. Nobody calls this directly.
create or replace function end_request(asked uuid, new_state text) returns void
language sql volatile security definer set search_path = public, pg_temp
as $$
  update facilitation_request set state = new_state, answered_at = now() where organisation_id = my_organisation() and id = asked;
  update membership set until = now() where organisation_id = my_organisation() and audience_id = asked and role = 'peer' and until > now();
$$;

create or replace function withdraw_request(asked uuid) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp
as $$
begin
  perform from facilitation_request r where r.organisation_id = my_organisation() and r.id = asked and r.learner_id = me() and r.state = 'waiting' for update;
  if not found then return false; end if;
  perform end_request(asked, 'withdrawn');
  return true;
end $$;

-- Accepting begins facilitation: nothing is read until both have confirmed an agreement. A superior cannot accept; of that, only the tick is kept.
create or replace function answer_request(asked uuid, accepts boolean, neither_is_superior boolean) returns text
language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare request facilitation_request;
begin
  select r.* into request from facilitation_request r where r.organisation_id = my_organisation() and r.id = asked and r.facilitator_id = me()
    and r.state = 'waiting' and r.answer_by > now() for update;
  if not found then return 'absent'; end if;
  if accepts and not neither_is_superior then return 'superior'; end if;
  perform end_request(asked, case when accepts then 'accepted' else 'declined' end);
  if accepts then perform begin_facilitation(request.journey_id, me(), true); end if;
  return 'answered';
end $$;
grant execute on function free_places(), ask_to_accompany(uuid, uuid, uuid), withdraw_request(uuid), answer_request(uuid, boolean, boolean) to lotse_person;

create trigger words_go_with_request after delete on facilitation_request
  for each row execute function take_along_words_and_readers();

grant select, insert, update, delete on portrait to lotse_person;
create policy organisation_sees_portraits on portrait for select to lotse_person
  using (organisation_id = my_organisation() and not is_leaving(person_id));
create policy person_keeps_own_portrait on portrait for all to lotse_person
  using (organisation_id = my_organisation() and person_id = me());
