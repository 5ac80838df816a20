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
  if level = v.support_level and overrides = v.phase_overrides then return 'no_change'; end if;
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

-- After one cycle on trial the learner says whether the support was right; with right or less it stays, and with more where none is closer.
create or replace function answer_trial(asked uuid, given text) returns boolean
language sql volatile security definer set search_path = public, pg_temp
as $$
  with answered as (update handover h set state = 'agreed', answer = given
    where h.organisation_id = my_organisation() and h.id = asked and h.state = 'trial' and (given in ('right', 'less') or (given = 'more' and h.to_level = 'guided'))
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
  if accepts then
    -- One hat at a time: the one that is worn comes off.
    perform return_hat(c.id) from hat_change c where c.organisation_id = x.organisation_id and c.agreement_id = x.agreement_id and c.returned_at is null;
    update hat_change c set accepted_at = now() where c.organisation_id = x.organisation_id and c.id = x.id and c.accepted_at is null;
  else perform forget_hat(x.id); end if;
  perform pg_notify('changed', a.organisation_id || ' ' || a.journey_id);
  return true;
end $$;

-- Back to the default hat before the time is over, by either: what is kept says how long it was.
create or replace function return_hat(asked uuid) returns boolean
language sql volatile security definer set search_path = public, pg_temp
as $$
  with returned as (update hat_change c set returned_at = now(), minutes = least(c.minutes, greatest(1, ceil(extract(epoch from now() - c.accepted_at) / 60)::int))
    where c.organisation_id = my_organisation() and c.id = asked and c.accepted_at is not null and c.returned_at is null
      and exists (select from agreement a where a.organisation_id = c.organisation_id and a.id = c.agreement_id and a.ended_at is null
        and me() in (a.learner_id, a.facilitator_id))
    returning pg_notify('changed', c.organisation_id || ' ' || c.journey_id))
  select exists (select from returned)
$$;

create or replace function forget_hat(asked uuid) returns void
language sql volatile security definer set search_path = public, pg_temp
as $$
  -- Accepted in another window meanwhile, it keeps its words.
  with gone as (delete from hat_change c where c.organisation_id = my_organisation() and c.id = asked and c.accepted_at is null returning c.id)
  delete from passage p using gone g where p.organisation_id = my_organisation() and p.subject_id = g.id;
$$;
grant execute on function ask_for_hat(uuid, uuid, text, int), answer_hat(uuid, boolean), return_hat(uuid) to lotse_person;
