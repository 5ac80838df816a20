-- Whoever is asked knows of it while it is open; the two of the agreement also afterwards, as long as they read their agreement.
grant select on deputy_offer to lotse_person;
create policy three_know_of_a_deputy on deputy_offer for select to lotse_person
  using (organisation_id = my_organisation() and ((learner_id = me() or agreement_id = any (array(select my_audiences())))
    or (deputy_id = me() and ended_at is null and ends_at > now())));

-- Proposed by whoever accompanies, for days that are not over. Nobody reads anything by it.
create or replace function propose_deputy(new_id uuid, asked_agreement uuid, asked_deputy uuid, from_day date, to_day date, zone text) returns text
language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
  a agreement := my_open_agreement(asked_agreement);
  begins timestamptz := from_day::timestamp at time zone zone;
  ends timestamptz := (to_day + 1)::timestamp at time zone zone;
begin
  if a.id is null or a.facilitator_id <> me() or asked_deputy in (a.learner_id, me()) then return 'absent'; end if;
  if ends <= greatest(begins, now()) or to_day > from_day + 180 then return 'dates'; end if;
  if not exists (select from person p where p.organisation_id = a.organisation_id and p.id = asked_deputy)
    or exists (select from departure d where d.organisation_id = a.organisation_id and d.person_id = asked_deputy) then return 'absent'; end if;
  if exists (select from membership m where m.organisation_id = a.organisation_id and m.audience_id = a.journey_id and m.person_id = asked_deputy
    and m.role = 'facilitator' and m.until is null) then return 'accompanies_already'; end if;
  insert into deputy_offer (organisation_id, id, journey_id, agreement_id, learner_id, facilitator_id, deputy_id, starts_at, ends_at)
    values (a.organisation_id, new_id, a.journey_id, a.id, a.learner_id, a.facilitator_id, asked_deputy, begins, ends) on conflict do nothing;
  return 'proposed';
end $$;

-- The word of the deputy or of the learner. With both, the deputy reads from then on, within the days, and no longer: the end needs no further deed.
create or replace function agree_to_deputy(asked uuid, neither_is_superior boolean) returns text
language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare d deputy_offer;
begin
  select x.* into d from deputy_offer x where x.organisation_id = my_organisation() and x.id = asked and x.ended_at is null and x.ends_at > now()
    and me() in (x.learner_id, x.deputy_id) for update;
  if not found then return 'absent'; end if;
  if not neither_is_superior then return 'not_ticked'; end if;
  if d.learner_agreed_at is not null and d.deputy_agreed_at is not null then return 'in_force'; end if;
  update deputy_offer x set learner_agreed_at = case when me() = d.learner_id then coalesce(x.learner_agreed_at, now()) else x.learner_agreed_at end,
    deputy_agreed_at = case when me() = d.deputy_id then coalesce(x.deputy_agreed_at, now()) else x.deputy_agreed_at end
    where x.organisation_id = d.organisation_id and x.id = d.id returning x.* into d;
  if d.learner_agreed_at is null or d.deputy_agreed_at is null then return 'agreed'; end if;
  insert into membership (organisation_id, id, audience_id, person_id, role, reads_from, until, granted_by)
    values (d.organisation_id, d.id, d.journey_id, d.deputy_id, 'deputy', greatest(now(), d.starts_at), d.ends_at, d.learner_id);
  return 'in_force';
end $$;

-- Not wanted, taken back or no longer needed: by any of the three, at once and without a reason.
create or replace function end_deputy(asked uuid) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp
as $$ begin
  update deputy_offer x set ended_at = now() where x.organisation_id = my_organisation() and x.id = asked and x.ended_at is null
    and me() in (x.learner_id, x.facilitator_id, x.deputy_id);
  return found;
end $$;
grant execute on function propose_deputy(uuid, uuid, uuid, date, date, text), agree_to_deputy(uuid, boolean), end_deputy(uuid) to lotse_person;

-- What a deputy is let into beside the journey, a session or a question for help, is theirs for the days they stand in, and no longer.
create or replace function journey_beside(asked_audience uuid) returns uuid
language sql stable security definer set search_path = public, pg_temp
as $$
  select s.journey_id from session s where s.organisation_id = my_organisation() and s.id = asked_audience
  union all select h.journey_id from help_request h where h.organisation_id = my_organisation() and h.id = asked_audience
$$;
create or replace function deputy_takes_part_for_their_days() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$ begin
  if new.until is null then
    select m.until into new.until from membership m where m.organisation_id = new.organisation_id and m.audience_id = journey_beside(new.audience_id)
      and m.person_id = new.person_id and m.role = 'deputy' and m.until > now();
  end if;
  return new;
end $$;
create trigger a_deputy_takes_part_for_their_days before insert on membership for each row execute function deputy_takes_part_for_their_days();

-- A session that a deputy calls has its learner for a host too, who steers it when the days are over.
create or replace function deputy_calls_session_for_their_days() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$ begin
  update membership m set until = d.until from membership d
  where m.organisation_id = new.organisation_id and m.audience_id = new.id and m.person_id = new.created_by and m.until is null
    and d.organisation_id = m.organisation_id and d.audience_id = new.journey_id and d.person_id = m.person_id and d.role = 'deputy' and d.until > now();
  if found then update membership m set role = 'host'
    where m.organisation_id = new.organisation_id and m.audience_id = new.id and m.person_id <> new.created_by; end if;
  return null;
end $$;
-- After the trigger that brings the learner in: of one moment, the names say in which order.
create trigger learner_steers_on_after_a_deputy after insert on session
  for each row when (new.journey_id is not null) execute function deputy_calls_session_for_their_days();

-- The membership of a deputy has the id of the offer it rests on, and goes with it.
create or replace function deputy_stops_reading() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$ begin
  update membership m set until = greatest(m.reads_from, now()) where m.organisation_id = new.organisation_id and m.person_id = new.deputy_id
    and m.until > now() and (m.id = new.id or journey_beside(m.audience_id) = new.journey_id);
  return null;
end $$;
create trigger end_of_an_offer_ends_reading after update of ended_at on deputy_offer for each row
  when (old.ended_at is null and new.ended_at is not null) execute function deputy_stops_reading();
create or replace function deputies_go_with_facilitation() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$ begin
  update deputy_offer x set ended_at = now() where x.organisation_id = new.organisation_id and x.agreement_id = new.id and x.ended_at is null;
  return null;
end $$;
create trigger end_of_facilitation_ends_deputies after update of ended_at on agreement for each row
  when (old.ended_at is null and new.ended_at is not null) execute function deputies_go_with_facilitation();

-- The three of it hear on their open pages what becomes of an offer.
create or replace function tell_deputy_changed() returns trigger
language plpgsql as $$ begin
  perform pg_notify('changed', new.organisation_id || ' ' || who) from unnest(array[new.learner_id, new.facilitator_id, new.deputy_id, new.journey_id]) who;
  return null;
end $$;
create trigger what_becomes_of_a_deputy_reaches_open_pages after insert or update on deputy_offer
  for each row execute function tell_deputy_changed();
