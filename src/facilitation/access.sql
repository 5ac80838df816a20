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
  if (me() in (learner, asked_person)) is not true
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
      and m.role = 'facilitator' and m.reads_from <= now() and m.until is null) returning 1)
  select exists (select from noted)
$$;
grant execute on function note_lead_as_facilitator(uuid, jsonb) to lotse_person;

-- Whoever accepted an invitation knows whose journey it is, and nothing of it, until its learner opens it.
create or replace function journeys_not_open_to_me()
returns table (journey_id uuid, learner_name text, since timestamptz)
language sql stable security definer set search_path = public, pg_temp
as $$
  select m.audience_id, p.name, m.since from membership m
  join journey j on j.organisation_id = m.organisation_id and j.id = m.audience_id
  join person p on p.organisation_id = j.organisation_id and p.id = j.learner_id
  where m.organisation_id = my_organisation() and m.person_id = me() and m.role = 'facilitator' and m.reads_from is null and m.until is null
$$;
grant execute on function journeys_not_open_to_me() to lotse_person;

-- The agreement is read by the two of them, as members of an audience that neither steers; who accompanies no longer reads it once it ended.
grant select on agreement to lotse_person;
create policy both_read_their_agreement on agreement for select to lotse_person
  using (organisation_id = my_organisation() and id = any (array(select my_audiences())));
grant select, insert on agreement_version to lotse_person;
create policy both_read_its_versions on agreement_version for select to lotse_person
  using (organisation_id = my_organisation() and agreement_id = any (array(select my_audiences())));
create policy either_writes_a_version on agreement_version for insert to lotse_person
  with check (organisation_id = my_organisation() and written_by = me() and agreement_id = any (array(select my_audiences())) and laid_aside_at is null
    and exists (select from agreement a where a.organisation_id = my_organisation() and a.id = agreement_id and a.ended_at is null));
grant select on agreement_confirmation to lotse_person;
create policy both_read_confirmations on agreement_confirmation for select to lotse_person
  using (organisation_id = my_organisation() and agreement_id = any (array(select my_audiences())));

-- What somebody confirmed stays as it was read: a word more or less would make it another version.
create policy a_confirmed_version_gets_no_more_words on passage as restrictive for insert to lotse_person
  with check (not exists (select from agreement_confirmation c where c.organisation_id = my_organisation() and c.version_id = subject_id));
create policy a_confirmed_version_keeps_its_words on passage as restrictive for update to lotse_person
  using (not exists (select from agreement_confirmation c where c.organisation_id = my_organisation() and c.version_id = subject_id));
create policy a_confirmed_version_loses_no_words on passage as restrictive for delete to lotse_person
  using (not exists (select from agreement_confirmation c where c.organisation_id = my_organisation() and c.version_id = subject_id));

-- Begins facilitation: the two of them can now agree on it, and nothing is read yet. Only for functions that saw the word of whoever accompanies.
create or replace function begin_facilitation(asked_journey uuid, asked_facilitator uuid, facilitator_ticked boolean) returns uuid
language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare begun agreement;
begin
  select a.* into begun from agreement a
    where a.organisation_id = my_organisation() and a.journey_id = asked_journey and a.facilitator_id = asked_facilitator and a.ended_at is null;
  if found then return begun.id; end if;
  insert into agreement (organisation_id, id, journey_id, learner_id, facilitator_id, facilitator_ticked)
    select j.organisation_id, gen_random_uuid(), j.id, j.learner_id, asked_facilitator, begin_facilitation.facilitator_ticked
    from journey j where j.organisation_id = my_organisation() and j.id = asked_journey and j.learner_id <> asked_facilitator
    returning * into begun;
  if not found then return null; end if;
  insert into membership (organisation_id, id, audience_id, person_id, role, granted_by)
    values (begun.organisation_id, gen_random_uuid(), begun.journey_id, begun.facilitator_id, 'facilitator', begun.learner_id) on conflict do nothing;
  insert into membership (organisation_id, id, audience_id, person_id, role, reads_from, granted_by)
    select begun.organisation_id, gen_random_uuid(), begun.id, who, 'member', now(), begun.learner_id
    from unnest(array[begun.learner_id, begun.facilitator_id]) who;
  return begun.id;
end $$;

create or replace function whoever_accepts_an_invitation_begins() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$ begin
  perform begin_facilitation(new.audience_id, new.used_by, true);
  return null;
end $$;
create trigger an_accepted_invitation_begins_facilitation after update of used_by on invitation for each row
  when (old.used_by is null and new.used_by is not null and new.role = 'facilitator') execute function whoever_accepts_an_invitation_begins();

-- Confirms the newest version; once both have confirmed it, it is in force, and with the first one the journey opens.
-- `ticked`: neither is the other's superior (null: as said before).
create or replace function confirm_agreement(asked_version uuid, ticked boolean) returns text
language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
  a agreement;
  newest uuid;
  mine boolean;
begin
  select x.* into a from agreement x join agreement_version y on y.organisation_id = x.organisation_id and y.agreement_id = x.id
    where x.organisation_id = my_organisation() and y.id = asked_version and x.ended_at is null and me() in (x.learner_id, x.facilitator_id)
    for update of x;
  if not found then return 'absent'; end if;
  if ticked is not null then
    update agreement x set learner_ticked = case when me() = x.learner_id then ticked else x.learner_ticked end,
      facilitator_ticked = case when me() = x.facilitator_id then ticked else x.facilitator_ticked end
      where x.organisation_id = a.organisation_id and x.id = a.id returning * into a;
  end if;
  mine := case when me() = a.learner_id then a.learner_ticked else a.facilitator_ticked end;
  if mine is null then return 'not_ticked'; end if;
  if not mine then
    perform refuse_as_superior(a.id);
    return 'superior';
  end if;
  select x.id into newest from agreement_version x
    where x.organisation_id = a.organisation_id and x.agreement_id = a.id and x.laid_aside_at is null order by x.number desc limit 1;
  if newest is distinct from asked_version then return 'superseded'; end if;
  insert into agreement_confirmation (organisation_id, version_id, person_id, agreement_id) values (a.organisation_id, newest, me(), a.id)
    on conflict do nothing;
  if not found then return 'confirmed'; end if;
  if (select count(*) from agreement_confirmation c where c.organisation_id = a.organisation_id and c.version_id = newest) < 2 then return 'confirmed'; end if;
  if a.opened_at is null then
    update agreement x set opened_at = now() where x.organisation_id = a.organisation_id and x.id = a.id;
    update membership m set role = 'facilitator', reads_from = coalesce(m.reads_from, now())
      where m.organisation_id = a.organisation_id and m.audience_id = a.journey_id and m.person_id = a.facilitator_id and m.until is null;
  end if;
  perform note_facilitation_event(a.journey_id, case when a.opened_at is null then 'journeyOpened' else 'agreementChanged' end);
  return 'in_force';
end $$;

-- One is the other's superior: the pairing is refused, and of one that never opened nothing stays but the tick.
create or replace function refuse_as_superior(asked_agreement uuid) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare a agreement;
begin
  update agreement x set learner_ticked = case when me() = x.learner_id then false else x.learner_ticked end,
    facilitator_ticked = case when me() = x.facilitator_id then false else x.facilitator_ticked end
    where x.organisation_id = my_organisation() and x.id = asked_agreement and x.ended_at is null and me() in (x.learner_id, x.facilitator_id)
    returning * into a;
  if not found then return false; end if;
  perform end_facilitation(a.id);
  if a.opened_at is null then
    delete from passage p where p.organisation_id = a.organisation_id and p.context_id = a.id;
    delete from agreement_version x where x.organisation_id = a.organisation_id and x.agreement_id = a.id;
  end if;
  return true;
end $$;

-- A change that one of them does not want: what is in force stays. The first version is changed, not laid aside.
create or replace function lay_agreement_version_aside(asked_version uuid) returns boolean
language sql volatile security definer set search_path = public, pg_temp
as $$
  with laid as (update agreement_version v set laid_aside_at = now() from agreement a
    where v.organisation_id = my_organisation() and v.id = asked_version and v.laid_aside_at is null
      and a.organisation_id = v.organisation_id and a.id = v.agreement_id and a.ended_at is null and a.opened_at is not null
      and me() in (a.learner_id, a.facilitator_id)
      and (select count(*) from agreement_confirmation c where c.organisation_id = v.organisation_id and c.version_id = v.id) < 2 returning 1)
  select exists (select from laid)
$$;

-- Ends it for both, by either, without a reason: whoever accompanied reads nothing from this moment on, and their words stay with the learner.
create or replace function end_facilitation(asked_agreement uuid) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare a agreement;
begin
  update agreement x set ended_at = now(), ended_by = me()
    where x.organisation_id = my_organisation() and x.id = asked_agreement and x.ended_at is null and me() in (x.learner_id, x.facilitator_id)
    returning * into a;
  if not found then return false; end if;
  if a.opened_at is not null then
    perform note_facilitation_event(a.journey_id, case when me() = a.learner_id then 'facilitationEnded' else 'facilitationLeft' end);
  end if;
  update membership m set until = now() where m.organisation_id = a.organisation_id and m.person_id = a.facilitator_id and m.until is null
    and (m.audience_id in (a.journey_id, a.id)
      or m.audience_id = (select p.id from pair p where p.organisation_id = a.organisation_id and p.journey_id = a.journey_id and p.other_id = a.facilitator_id));
  return true;
end $$;

-- That they were in touch as agreed, or looked at their agreement: either says it, about both.
create or replace function note_met(asked_agreement uuid, what text) returns boolean
language sql volatile security definer set search_path = public, pg_temp
as $$
  with noted as (update agreement a set last_contact_at = case when what = 'contact' then now() else a.last_contact_at end,
      looked_at = case when what = 'look' then now() else a.looked_at end
    where a.organisation_id = my_organisation() and a.id = asked_agreement and a.ended_at is null and a.opened_at is not null
      and me() in (a.learner_id, a.facilitator_id) returning 1)
  select exists (select from noted)
$$;

-- What was agreed belongs to the course of the journey and keeps it awake. Nobody calls this directly.
create or replace function note_facilitation_event(asked_journey uuid, event_name text) returns void
language plpgsql volatile security definer set search_path = public, pg_temp
as $$ begin
  insert into journey_event (organisation_id, id, journey_id, name, actor_id) values (my_organisation(), gen_random_uuid(), asked_journey, event_name, me());
  update journey set last_written_at = now() where organisation_id = my_organisation() and id = asked_journey;
  perform pg_notify('changed', my_organisation() || ' ' || asked_journey);
end $$;
grant execute on function confirm_agreement(uuid, boolean), lay_agreement_version_aside(uuid), refuse_as_superior(uuid), end_facilitation(uuid),
  note_met(uuid, text) to lotse_person;

-- Suggested handovers and hats asked for are between the two of an agreement, like the agreement itself.
grant select on handover to lotse_person;
create policy both_read_their_handovers on handover for select to lotse_person
  using (organisation_id = my_organisation() and agreement_id = any (array(select my_audiences())));
grant select on hat_change to lotse_person;
create policy both_read_their_changes_of_hat on hat_change for select to lotse_person
  using (organisation_id = my_organisation() and agreement_id = any (array(select my_audiences())));

-- The agreement that the two of them have now, locked until the transaction ends; nothing for anybody else.
create or replace function my_open_agreement(asked uuid) returns agreement
language sql volatile security definer set search_path = public, pg_temp
as $$
  select a from agreement a where a.organisation_id = my_organisation() and a.id = asked and a.opened_at is not null and a.ended_at is null
    and me() in (a.learner_id, a.facilitator_id) for update
$$;

create or replace function version_in_force(asked_agreement uuid) returns agreement_version
language sql stable security definer set search_path = public, pg_temp
as $$
  select v from agreement_version v where v.organisation_id = my_organisation() and v.agreement_id = asked_agreement
    and (select count(*) from agreement_confirmation c where c.organisation_id = v.organisation_id and c.version_id = v.id) > 1
  order by v.number desc limit 1
$$;

-- How often two people talk as a rule at a level: follows it as long as they agreed on nothing else.
create or replace function usual_contact(level text) returns text
language sql immutable
as $$ select case level when 'guided' then 'weeks 1' when 'regular' then 'weeks 2' else 'on_call' end $$;

-- Makes a version like the one in force, at another level, with the word of both. Only for functions that have their words.
create or replace function put_level_in_force(a agreement, level text, overrides jsonb, learner_at timestamptz, facilitator_at timestamptz) returns uuid
language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
  v agreement_version := version_in_force(a.id);
  fresh uuid := gen_random_uuid();
  is_usual boolean := concat_ws(' ', v.contact_rhythm, v.contact_weeks) = usual_contact(v.support_level);
begin
  insert into agreement_version select (jsonb_populate_record(v, jsonb_build_object('id', fresh, 'written_by', me(), 'written_at', now(),
      'number', (select max(x.number) + 1 from agreement_version x where x.organisation_id = a.organisation_id and x.agreement_id = a.id),
      'support_level', level, 'phase_overrides', overrides)
    || case when is_usual then jsonb_build_object('contact_rhythm', split_part(usual_contact(level), ' ', 1),
      'contact_weeks', nullif(split_part(usual_contact(level), ' ', 2), '')::int) else '{}' end)).*;
  insert into passage (organisation_id, id, context_id, subject_id, field, position, author_id, audience_id, body)
    select p.organisation_id, gen_random_uuid(), p.context_id, fresh, p.field, p.position, p.author_id, p.audience_id, p.body
    from passage p where p.organisation_id = a.organisation_id and p.subject_id = v.id;
  insert into agreement_confirmation (organisation_id, version_id, person_id, agreement_id, at)
    values (a.organisation_id, fresh, a.learner_id, a.id, learner_at), (a.organisation_id, fresh, a.facilitator_id, a.id, facilitator_at);
  perform note_facilitation_event(a.journey_id, 'supportChanged');
  return fresh;
end $$;

-- Suggests another level, as one of the two, with one's own word given; or, as the learner, in the name of the signals, with nobody's.
create or replace function suggest_handover(asked_agreement uuid, new_id uuid, level text, overrides jsonb, one_cycle boolean, by_signals boolean, asked_cycle uuid)
returns text
language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
  a agreement := my_open_agreement(asked_agreement);
  v agreement_version := version_in_force(a.id);
begin
  if a.id is null or (by_signals and me() <> a.learner_id) then return 'absent'; end if;
  if v.support_level = level and v.phase_overrides = overrides then return 'no_change'; end if;
  insert into handover (organisation_id, id, journey_id, agreement_id, from_level, to_level, phase_overrides, for_one_cycle, suggested_by, cycle_id,
      learner_agreed_at, facilitator_agreed_at)
    values (a.organisation_id, new_id, a.journey_id, a.id, v.support_level, level, overrides, one_cycle, case when not by_signals then me() end, asked_cycle,
      case when not by_signals and me() = a.learner_id then now() end, case when not by_signals and me() = a.facilitator_id then now() end)
    on conflict do nothing;
  if not found then return 'suggested_already'; end if;
  perform pg_notify('changed', a.organisation_id || ' ' || a.journey_id);
  return 'suggested';
end $$;

-- Gives one's word to a handover. With the word of both it is a version of the agreement; `one_cycle` is decided by whoever speaks first.
create or replace function agree_to_handover(asked uuid, one_cycle boolean) returns text
language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
  h handover;
  a agreement;
begin
  select x.* into h from handover x where x.organisation_id = my_organisation() and x.id = asked;
  a := my_open_agreement(h.agreement_id);
  if a.id is null then return 'absent'; end if;
  select x.* into h from handover x where x.organisation_id = a.organisation_id and x.id = asked for update;
  if h.state <> 'suggested' then return 'decided_already'; end if;
  if (version_in_force(a.id)).support_level <> h.from_level then
    update handover x set state = 'declined', decided_at = now() where x.organisation_id = h.organisation_id and x.id = h.id;
    return 'overtaken';
  end if;
  update handover x set for_one_cycle = case when h.learner_agreed_at is null and h.facilitator_agreed_at is null then one_cycle else x.for_one_cycle end,
    learner_agreed_at = case when me() = a.learner_id then coalesce(x.learner_agreed_at, now()) else x.learner_agreed_at end,
    facilitator_agreed_at = case when me() = a.facilitator_id then coalesce(x.facilitator_agreed_at, now()) else x.facilitator_agreed_at end
    where x.organisation_id = h.organisation_id and x.id = h.id returning * into h;
  perform pg_notify('changed', a.organisation_id || ' ' || a.journey_id);
  if h.learner_agreed_at is null or h.facilitator_agreed_at is null then return 'waiting'; end if;
  perform put_level_in_force(a, h.to_level, h.phase_overrides, h.learner_agreed_at, h.facilitator_agreed_at);
  update handover x set state = case when h.for_one_cycle then 'trial' else 'agreed' end, decided_at = now()
    where x.organisation_id = h.organisation_id and x.id = h.id;
  return 'agreed';
end $$;

-- Not wanted by either of the two, without a reason; whoever suggested it takes it back the same way.
create or replace function decline_handover(asked uuid) returns boolean
language sql volatile security definer set search_path = public, pg_temp
as $$
  with declined as (update handover h set state = 'declined', decided_at = now()
    where h.organisation_id = my_organisation() and h.id = asked and h.state = 'suggested'
      and exists (select from agreement a where a.organisation_id = h.organisation_id and a.id = h.agreement_id and a.ended_at is null
        and me() in (a.learner_id, a.facilitator_id))
    returning pg_notify('changed', h.organisation_id || ' ' || h.journey_id))
  select exists (select from declined)
$$;

-- More support whenever the learner asks: at once, without a reason, and without anybody's answer. Whoever accompanies gave their word to that
-- with the agreement. In the whole journey one level closer, or in one phase only.
create or replace function more_support(asked_agreement uuid, new_id uuid, asked_phase text) returns text
language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
  levels text[] := array['guided', 'regular', 'on_call', 'independent'];
  a agreement := my_open_agreement(asked_agreement);
  v agreement_version := version_in_force(a.id);
  level text := v.support_level;
  overrides jsonb := '{}';
begin
  if a.id is null or me() <> a.learner_id then return 'absent'; end if;
  if exists (select from handover h where h.organisation_id = a.organisation_id and h.id = new_id) then return 'granted'; end if;
  if level = 'guided' then return 'closest_already'; end if;
  if asked_phase is null then level := levels[array_position(levels, level) - 1];
  else overrides := v.phase_overrides || jsonb_build_object(asked_phase, true); end if;
  update handover h set state = 'declined', decided_at = coalesce(h.decided_at, now()), answer = case when h.state = 'trial' then 'more' end
    where h.organisation_id = a.organisation_id and h.agreement_id = a.id and h.state in ('suggested', 'trial');
  insert into handover (organisation_id, id, journey_id, agreement_id, from_level, to_level, phase_overrides, for_one_cycle, state, suggested_by, cycle_id,
      learner_agreed_at, decided_at)
    values (a.organisation_id, new_id, a.journey_id, a.id, v.support_level, level, overrides, false, 'agreed', me(),
      (select c.id from cycle c where c.organisation_id = a.organisation_id and c.journey_id = a.journey_id and c.state = 'open'),
      now(), now());
  perform put_level_in_force(a, level, overrides, now(), now());
  return 'granted';
end $$;

-- After one cycle on trial the learner says whether the support was right; with right or less it stays.
create or replace function answer_trial(asked uuid, given text) returns boolean
language sql volatile security definer set search_path = public, pg_temp
as $$
  with answered as (update handover h set state = 'agreed', answer = given
    where h.organisation_id = my_organisation() and h.id = asked and h.state = 'trial' and given in ('right', 'less')
      and exists (select from agreement a where a.organisation_id = h.organisation_id and a.id = h.agreement_id and a.ended_at is null and a.learner_id = me())
    returning pg_notify('changed', h.organisation_id || ' ' || h.journey_id))
  select exists (select from answered)
$$;
grant execute on function suggest_handover(uuid, uuid, text, jsonb, boolean, boolean, uuid), agree_to_handover(uuid, boolean), decline_handover(uuid),
  more_support(uuid, uuid, text), answer_trial(uuid, text) to lotse_person;

-- Whoever accompanies names another hat and asks. Asking again replaces what nobody answered.
create or replace function ask_for_hat(asked_agreement uuid, new_id uuid, asked_hat text, asked_minutes int) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare a agreement := my_open_agreement(asked_agreement);
begin
  if a.id is null or me() <> a.facilitator_id or not asked_hat = any ((version_in_force(a.id)).allowed_hats) then return false; end if;
  perform forget_hat(x.id) from hat_change x where x.organisation_id = a.organisation_id and x.agreement_id = a.id and x.accepted_at is null and x.id <> new_id;
  insert into hat_change (organisation_id, id, journey_id, agreement_id, hat, minutes)
    values (a.organisation_id, new_id, a.journey_id, a.id, asked_hat, asked_minutes) on conflict do nothing;
  perform pg_notify('changed', a.organisation_id || ' ' || a.journey_id);
  return true;
end $$;

-- The learner's one tap; what they decline leaves nothing behind.
create or replace function answer_hat(asked uuid, accepts boolean) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
  x hat_change;
  a agreement;
begin
  select c.* into x from hat_change c where c.organisation_id = my_organisation() and c.id = asked and c.accepted_at is null;
  a := my_open_agreement(x.agreement_id);
  if a.id is null or (me() <> a.learner_id and accepts) then return false; end if;
  if accepts then update hat_change c set accepted_at = now() where c.organisation_id = x.organisation_id and c.id = x.id and c.accepted_at is null;
  else perform forget_hat(x.id); end if;
  perform pg_notify('changed', a.organisation_id || ' ' || a.journey_id);
  return true;
end $$;

-- Back to the default hat before the time is over, by either: what is kept says how long it was.
create or replace function return_hat(asked uuid) returns boolean
language sql volatile security definer set search_path = public, pg_temp
as $$
  with returned as (update hat_change c set minutes = least(c.minutes, greatest(1, ceil(extract(epoch from now() - c.accepted_at) / 60)::int))
    where c.organisation_id = my_organisation() and c.id = asked and c.accepted_at is not null
      and exists (select from agreement a where a.organisation_id = c.organisation_id and a.id = c.agreement_id and a.ended_at is null
        and me() in (a.learner_id, a.facilitator_id))
    returning pg_notify('changed', c.organisation_id || ' ' || c.journey_id))
  select exists (select from returned)
$$;

create or replace function forget_hat(asked uuid) returns void
language sql volatile security definer set search_path = public, pg_temp
as $$
  delete from passage p where p.organisation_id = my_organisation() and p.subject_id = asked;
  delete from hat_change c where c.organisation_id = my_organisation() and c.id = asked and c.accepted_at is null;
$$;
grant execute on function ask_for_hat(uuid, uuid, text, int), answer_hat(uuid, boolean), return_hat(uuid) to lotse_person;
