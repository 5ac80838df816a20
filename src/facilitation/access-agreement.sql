-- The agreement is read by the two of them, as members of an audience that neither steers; who accompanies no longer reads it once it ended.
grant select on agreement to lotse_person;
create policy both_read_their_agreement on agreement for select to lotse_person
  using (organisation_id = my_organisation() and id = any (array(select my_audiences())));
grant select, insert (organisation_id, id, agreement_id, journey_id, number, written_by, support_level, phase_overrides, contact_rhythm, contact_weeks,
  reply_days, allowed_hats, observation_default, review_after_cycle) on agreement_version to lotse_person;
create policy both_read_its_versions on agreement_version for select to lotse_person
  using (organisation_id = my_organisation() and agreement_id = any (array(select my_audiences())));
-- Versions are counted one by one: a number far ahead would leave no room for another.
create or replace function number_of_next_version(asked_agreement uuid) returns int
language sql stable security definer set search_path = public, pg_temp
as $$
  select 1 + coalesce(max(v.number), 0) from agreement_version v
  where v.organisation_id = my_organisation() and v.agreement_id = asked_agreement and asked_agreement = any (array(select my_audiences()))
$$;
grant execute on function number_of_next_version(uuid) to lotse_person;
create policy either_writes_a_version on agreement_version for insert to lotse_person
  with check (organisation_id = my_organisation() and written_by = me() and agreement_id = any (array(select my_audiences())) and laid_aside_at is null
    and number <= number_of_next_version(agreement_id)
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
  is_new boolean;
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
  is_new := found;
  if (select count(*) from agreement_confirmation c where c.organisation_id = a.organisation_id and c.version_id = newest) < 2 then return 'confirmed'; end if;
  if not is_new then return 'in_force'; end if;
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
