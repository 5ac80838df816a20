-- A learner decides item by item what somebody who accompanies sees of earlier times; the person is not told what it is.
grant select, insert, delete on withheld to lotse_person;
create policy learner_sees_what_they_withhold on withheld for select to lotse_person
  using (organisation_id = my_organisation() and journey_id = any (array(select audiences_i_steer())));
create policy learner_withholds on withheld for insert to lotse_person
  with check (organisation_id = my_organisation() and journey_id = any (array(select audiences_i_steer())) and person_id <> me());
create policy learner_shows_again on withheld for delete to lotse_person
  using (organisation_id = my_organisation() and journey_id = any (array(select audiences_i_steer())));

-- Everything that hangs on these subjects: a cycle takes its steps, notes and review along, a challenge its signs, a person what they wrote there.
-- Within its journey: there the rows are found without looking at anybody else's.
create or replace function belonging_to(journeys uuid[], subjects uuid[]) returns table (subject uuid, part uuid)
language sql stable security definer set search_path = public, pg_temp
as $$
  select s, s from unnest(subjects) s
  union all select x.cycle_id, x.id from step x
    where x.organisation_id = my_organisation() and x.journey_id = any (journeys) and x.cycle_id = any (subjects)
  union all select x.cycle_id, n.id from step x join need n on n.organisation_id = x.organisation_id and n.journey_id = x.journey_id and n.step_id = x.id
    where x.organisation_id = my_organisation() and x.journey_id = any (journeys) and x.cycle_id = any (subjects)
  union all select x.cycle_id, x.id from observation x
    where x.organisation_id = my_organisation() and x.journey_id = any (journeys) and x.cycle_id = any (subjects)
  union all select x.cycle_id, x.id from review x
    where x.organisation_id = my_organisation() and x.journey_id = any (journeys) and x.cycle_id = any (subjects)
  union all select x.cycle_id, x.id from proposal x
    where x.organisation_id = my_organisation() and x.journey_id = any (journeys) and x.cycle_id = any (subjects)
  union all select x.challenge_id, x.id from success_sign x
    where x.organisation_id = my_organisation() and x.journey_id = any (journeys) and x.challenge_id = any (subjects)
  union all select w.subject, x.id from unnest(journeys, subjects) w (journey, subject)
    join passage x on x.organisation_id = my_organisation() and x.context_id = w.journey and x.author_id = w.subject
  union all select w.subject, x.id from unnest(journeys, subjects) w (journey, subject)
    join proposal x on x.organisation_id = my_organisation() and x.journey_id = w.journey and x.author_id = w.subject
$$;

-- What is withheld from whoever accompanies is withheld from their deputy too. Nearly always nothing: then this is a look at two indexes.
create or replace function withheld_from_me() returns setof uuid
language plpgsql stable security definer set search_path = public, pg_temp
as $$
declare
  journeys uuid[];
  subjects uuid[];
begin
  select array_agg(w.journey_id order by w.subject_id), array_agg(w.subject_id order by w.subject_id) into journeys, subjects
    from (select w.journey_id, w.subject_id from withheld w where w.organisation_id = my_organisation() and w.person_id = me()
      union all select w.journey_id, w.subject_id from deputy_offer d
        join withheld w on w.organisation_id = d.organisation_id and w.person_id = d.facilitator_id and w.journey_id = d.journey_id
        where d.organisation_id = my_organisation() and d.deputy_id = me() and d.ended_at is null and d.ends_at > now()) w;
  if subjects is null then return; end if;
  return query select b.part from belonging_to(journeys, subjects) b;
end $$;

-- The same for "who reads this", told to whoever steers the journey: from whom each part is withheld.
create or replace function withheld_in(asked_journey uuid) returns table (person_id uuid, subject_id uuid)
language plpgsql stable security definer set search_path = public, pg_temp
as $$
declare
  journeys uuid[];
  subjects uuid[];
begin
  if not asked_journey = any (array(select audiences_i_steer())) then return; end if;
  select array_agg(x.journey_id), array_agg(x.subject_id) into journeys, subjects from (select distinct w.journey_id, w.subject_id from withheld w
    where w.organisation_id = my_organisation() and w.journey_id = asked_journey) x;
  if subjects is null then return; end if;
  return query select w.person_id, b.part from (
      select x.person_id, x.subject_id from withheld x where x.organisation_id = my_organisation() and x.journey_id = asked_journey
      union select d.deputy_id, x.subject_id from deputy_offer d
        join withheld x on x.organisation_id = d.organisation_id and x.journey_id = d.journey_id and x.person_id = d.facilitator_id
        where d.organisation_id = my_organisation() and d.journey_id = asked_journey and d.ended_at is null and d.ends_at > now()) w
    join belonging_to(journeys, subjects) b on b.subject = w.subject_id;
end $$;
grant execute on function withheld_from_me(), withheld_in(uuid) to lotse_person;

create policy nobody_reads_withheld_challenges on challenge as restrictive for select to lotse_person
  using (id <> all (array(select withheld_from_me())));
create policy nobody_reads_withheld_signs on success_sign as restrictive for select to lotse_person
  using (id <> all (array(select withheld_from_me())));
create policy nobody_reads_withheld_cycles on cycle as restrictive for select to lotse_person
  using (id <> all (array(select withheld_from_me())));
create policy nobody_reads_withheld_steps on step as restrictive for select to lotse_person
  using (id <> all (array(select withheld_from_me())));
create policy nobody_reads_withheld_needs on need as restrictive for select to lotse_person
  using (id <> all (array(select withheld_from_me())));
create policy nobody_reads_withheld_notes on observation as restrictive for select to lotse_person
  using (id <> all (array(select withheld_from_me())));
create policy nobody_reads_withheld_reviews on review as restrictive for select to lotse_person
  using (id <> all (array(select withheld_from_me())));
create policy nobody_reads_withheld_endings on closing as restrictive for select to lotse_person
  using (id <> all (array(select withheld_from_me())));
create policy nobody_reads_withheld_proposals on proposal as restrictive for select to lotse_person
  using (id <> all (array(select withheld_from_me())));
create policy nobody_reads_withheld_hats on response_hat as restrictive for select to lotse_person
  using (review_id <> all (array(select withheld_from_me())));
create policy nobody_reads_withheld_words on passage as restrictive for select to lotse_person
  using (subject_id <> all (array(select withheld_from_me())) and id <> all (array(select withheld_from_me())));

create or replace function tell_withheld_changed() returns trigger
language plpgsql as $$
begin
  perform pg_notify('rights_changed', coalesce(new.person_id, old.person_id)::text);
  perform pg_notify('changed', coalesce(new.organisation_id, old.organisation_id) || ' ' || coalesce(new.journey_id, old.journey_id));
  return null;
end $$;
create trigger what_is_withheld_reaches_open_pages after insert or delete on withheld
  for each row execute function tell_withheld_changed();
