-- Steps that somebody helps with now: they are asked or have agreed, and are in the audience that their learner let them into.
create or replace function steps_i_help_with() returns setof uuid
language sql stable security definer rows 3 set search_path = public, pg_temp
as $$
  select a.step_id from assignee a
  join membership m on m.organisation_id = a.organisation_id and m.person_id = a.person_id
    and m.audience_id = case a.role when 'coach' then a.id else a.step_id end
  where a.organisation_id = my_organisation() and a.person_id = me() and a.state in ('asked', 'accepted')
    and m.reads_from <= now() and (m.until is null or m.until > now())
$$;

-- What lies open in a journey about such a step: its own words and those of its needs.
create or replace function subjects_of_steps_i_help_with() returns setof uuid
language sql stable security definer set search_path = public, pg_temp
as $$
  with helped as materialized (
    select s.organisation_id, s.journey_id, s.id from step s
    where s.organisation_id = my_organisation() and s.id = any (array(select steps_i_help_with())) and s.removed_at is null
  )
  select h.id from helped h
  union all
  select n.id from helped h join need n on n.organisation_id = h.organisation_id and n.journey_id = h.journey_id and n.step_id = h.id where n.removed_at is null
$$;

-- Whoever reads a journey reads what is noted at its steps; what a coach notes has another audience.
create or replace function helped_steps_i_read() returns setof uuid
language sql stable security definer set search_path = public, pg_temp
as $$
  select distinct a.step_id from assignee a
  where a.organisation_id = my_organisation() and a.role <> 'coach' and a.journey_id = any (array(select my_audiences()))
$$;

-- Whoever reads a journey knows its steps: only its learner opens one to somebody.
create or replace function is_step_of_another(asked uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp
as $$
  select exists (select from step s where s.organisation_id = my_organisation() and s.id = asked
    and not s.journey_id = any (array(select audiences_i_steer())))
$$;
grant execute on function is_step_of_another(uuid) to lotse_person;
create policy a_step_is_opened_by_its_learner on membership as restrictive for insert to lotse_person
  with check (not is_step_of_another(audience_id));

-- The inverse of the three rules below: everybody who can read what is noted at this step now.
create or replace function readers_of_step(asked uuid) returns table (person_id uuid, name text)
language sql stable security definer set search_path = public, pg_temp
as $$
  with reading as (
    select m.person_id from membership m join step s on s.organisation_id = m.organisation_id and m.audience_id in (s.id, s.journey_id)
    where m.organisation_id = my_organisation() and s.id = asked and m.reads_from <= now() and (m.until is null or m.until > now())
  )
  select distinct p.id, p.name from reading r join person p on p.organisation_id = my_organisation() and p.id = r.person_id
  where me() in (select r.person_id from reading r)
$$;
grant execute on function steps_i_help_with(), subjects_of_steps_i_help_with(), helped_steps_i_read(), readers_of_step(uuid) to lotse_person;

create policy who_helps_with_a_step_reads_it on step for select to lotse_person
  using (organisation_id = my_organisation() and removed_at is null and id = any (array(select steps_i_help_with())));
create policy who_helps_with_a_step_reads_its_needs on need for select to lotse_person
  using (organisation_id = my_organisation() and removed_at is null and step_id = any (array(select steps_i_help_with())));
create policy who_helps_with_a_step_reads_its_words on passage for select to lotse_person
  using (organisation_id = my_organisation() and audience_id = context_id and subject_id = any (array(select subjects_of_steps_i_help_with())));
create policy journey_reads_what_is_noted_at_its_steps on passage for select to lotse_person
  using (organisation_id = my_organisation() and audience_id = any (array(select helped_steps_i_read())));

grant select, insert (organisation_id, id, journey_id, step_id, learner_id, person_id, role),
  update (state, decided_at, ended_at, suggestion) on assignee to lotse_person;
create policy journey_sees_who_helps_with_its_steps on assignee for select to lotse_person
  using (organisation_id = my_organisation() and journey_id = any (array(select my_audiences())));
create policy who_helps_sees_that_they_do on assignee for select to lotse_person
  using (organisation_id = my_organisation() and person_id = me() and step_id = any (array(select steps_i_help_with())));
create policy learner_asks_somebody_to_help_with_a_step on assignee for insert to lotse_person
  with check (organisation_id = my_organisation() and learner_id = me() and person_id <> me() and journey_id = any (array(select audiences_i_steer())));
create policy learner_ends_help_or_decides_on_a_suggestion on assignee for update to lotse_person
  using (organisation_id = my_organisation() and learner_id = me() and journey_id = any (array(select audiences_i_steer())));
create policy who_is_asked_agrees_suggests_or_leaves on assignee for update to lotse_person
  using (organisation_id = my_organisation() and person_id = me() and step_id = any (array(select steps_i_help_with())))
  with check (organisation_id = my_organisation() and person_id = me() and state in ('accepted', 'declined'));

-- Each says their own word: whoever is asked agrees, declines and suggests; the learner decides on what was suggested.
create or replace function nobody_agrees_for_another() returns trigger
language plpgsql security invoker set search_path = public, pg_temp
as $$
begin
  if (new.state <> old.state and new.state in ('accepted', 'declined') and new.person_id <> me())
    or (new.suggestion is distinct from old.suggestion and (new.suggestion = 'waiting') <> (new.person_id = me()))
  then raise exception 'Nobody agrees for another.' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger each_says_their_own_word_at_a_step before update on assignee
  for each row execute function nobody_agrees_for_another();

-- Whoever does not help, or no longer does, reads nothing from that moment on, also what is noted at the step.
create or replace function help_that_is_over_is_not_read() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  update membership m set until = greatest(m.reads_from, now())
  where m.organisation_id = new.organisation_id and m.person_id = new.person_id and m.until is null and m.role not in ('learner', 'host')
    and m.audience_id = case new.role when 'coach' then new.id else new.step_id end;
  return null;
end $$;
create trigger end_of_help_ends_reading after update of state on assignee for each row
  when (old.state in ('asked', 'accepted') and new.state in ('declined', 'ended')) execute function help_that_is_over_is_not_read();

-- A step that is planned anew is written on in a copy: whoever helps with it, and what they noted, goes along.
create or replace function helpers_go_along(from_step uuid, to_step uuid) returns setof uuid
language plpgsql volatile security definer set search_path = public, pg_temp
as $$
begin
  if not exists (select from step s join step c on c.organisation_id = s.organisation_id and c.cycle_id = s.cycle_id and c.carried_from_id = s.id
    where s.organisation_id = my_organisation() and s.id = from_step and s.status = 'changed' and c.id = to_step
      and s.journey_id = any (array(select audiences_i_steer()))) then return; end if;
  update membership m set audience_id = to_step where m.organisation_id = my_organisation() and m.audience_id = from_step;
  update passage p set context_id = to_step, audience_id = to_step
  where p.organisation_id = my_organisation() and p.context_id = from_step and p.audience_id = from_step;
  return query with moved as (
    update assignee a set step_id = to_step where a.organisation_id = my_organisation() and a.step_id = from_step returning a.person_id, a.state
  ) select moved.person_id from moved where moved.state in ('asked', 'accepted');
end $$;
grant execute on function helpers_go_along(uuid, uuid) to lotse_person;

create trigger words_go_with_step after delete on step for each row execute function take_along_words_and_readers();
create trigger words_go_with_assignee after delete on assignee for each row execute function take_along_words_and_readers();

-- Whoever no longer accompanies a journey no longer reads the questions that were shown to them from it, nor a step they helped with.
create or replace function end_help_with_facilitation() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  update membership set until = new.until
  where organisation_id = new.organisation_id and person_id = new.person_id and until is null
    and audience_id in (select h.id from help_request h where h.organisation_id = new.organisation_id and h.journey_id = new.audience_id
      union all select unnest(array[a.id, a.step_id]) from assignee a
        where a.organisation_id = new.organisation_id and a.journey_id = new.audience_id and a.person_id = new.person_id);
  update assignee set state = 'ended', ended_at = now()
  where organisation_id = new.organisation_id and journey_id = new.audience_id and person_id = new.person_id and state in ('asked', 'accepted');
  return null;
end $$;
create trigger help_ends_with_facilitation after update of until on membership
  for each row when (old.until is null and new.until is not null and new.role in ('facilitator', 'deputy'))
  execute function end_help_with_facilitation();
