-- Who is in the audience of what an appointment belongs to sees it, proposes times, and answers for themselves; who steers it decides.
grant select (organisation_id, id, context_id, kind, organiser_id, time_zone, starts_at, minutes, recurrence, state, sequence, asked_sequence, changed_at),
  insert (organisation_id, id, context_id, kind, organiser_id, time_zone, starts_at, minutes, recurrence, state),
  update (time_zone, starts_at, minutes, recurrence, state, changed_at) on appointment to lotse_person;
create policy audience_sees_appointments on appointment for select to lotse_person
  using (organisation_id = my_organisation() and context_id = any (array(select my_audiences())));
create policy who_steers_makes_appointments on appointment for insert to lotse_person
  with check (organisation_id = my_organisation() and organiser_id = me() and context_id = any (array(select audiences_i_steer())));
create policy who_steers_moves_appointments on appointment for update to lotse_person
  using (organisation_id = my_organisation() and state <> 'cancelled' and context_id = any (array(select audiences_i_steer())))
  with check (organisation_id = my_organisation());

-- Policies of what hangs on an appointment ask for it by these; the state is as it stands now, whoever asks.
create or replace function appointments_i_see(asked_state text) returns setof uuid
language sql stable security definer set search_path = public, pg_temp
as $$
  select a.id from appointment a
  where a.organisation_id = my_organisation() and a.context_id = any (array(select my_audiences()))
    and (asked_state is null or a.state = asked_state)
$$;
create or replace function times_i_see(asked_state text) returns setof uuid
language sql stable security definer set search_path = public, pg_temp
as $$
  select t.id from appointment_time t
  where t.organisation_id = my_organisation() and t.appointment_id in (select appointments_i_see(asked_state))
$$;
create or replace function appointments_i_steer() returns setof uuid
language sql stable security definer set search_path = public, pg_temp
as $$
  select a.id from appointment a
  where a.organisation_id = my_organisation() and a.state = 'booked' and a.context_id = any (array(select audiences_i_steer()))
$$;
grant execute on function appointments_i_see(text), times_i_see(text), appointments_i_steer() to lotse_person;

grant select, insert on appointment_time to lotse_person;
create policy audience_sees_times on appointment_time for select to lotse_person
  using (organisation_id = my_organisation() and appointment_id = any (array(select appointments_i_see(null))));
create policy audience_proposes_times on appointment_time for insert to lotse_person
  with check (organisation_id = my_organisation() and proposed_by = me() and appointment_id = any (array(select appointments_i_see('proposed'))));

grant select, insert, update (answer, answered_at) on time_answer to lotse_person;
create policy audience_sees_who_can_when on time_answer for select to lotse_person
  using (organisation_id = my_organisation() and time_id = any (array(select times_i_see(null))));
create policy person_answers_for_themselves on time_answer for insert to lotse_person
  with check (organisation_id = my_organisation() and person_id = me() and time_id = any (array(select times_i_see('proposed'))));
create policy person_changes_own_answer on time_answer for update to lotse_person
  using (organisation_id = my_organisation() and person_id = me() and time_id = any (array(select times_i_see('proposed'))));

grant select, insert (organisation_id, appointment_id, recurs_at, starts_at, minutes), update (starts_at, minutes) on appointment_exception to lotse_person;
create policy audience_sees_what_is_otherwise on appointment_exception for select to lotse_person
  using (organisation_id = my_organisation() and appointment_id = any (array(select appointments_i_see(null))));
create policy who_steers_moves_one_time on appointment_exception for insert to lotse_person
  with check (organisation_id = my_organisation() and appointment_id = any (array(select appointments_i_steer())));
create policy who_steers_moves_one_time_again on appointment_exception for update to lotse_person
  using (organisation_id = my_organisation() and appointment_id = any (array(select appointments_i_steer())));

grant select, insert, update (answer, by, at) on attendance to lotse_person;
create policy audience_sees_who_comes on attendance for select to lotse_person
  using (organisation_id = my_organisation() and appointment_id = any (array(select appointments_i_see(null))));
create policy person_says_whether_they_come on attendance for insert to lotse_person
  with check (organisation_id = my_organisation() and person_id = me() and by = 'page'
    and appointment_id = any (array(select appointments_i_see('booked'))));
create policy person_changes_whether_they_come on attendance for update to lotse_person
  using (organisation_id = my_organisation() and person_id = me() and appointment_id = any (array(select appointments_i_see('booked'))))
  with check (organisation_id = my_organisation() and by = 'page');

-- A yes to one time is no yes to another; what recurs is another time in another zone.
create or replace function asks_anew(before appointment, present appointment) returns boolean
language sql immutable
as $$
  select (before.starts_at, before.minutes, before.recurrence) is distinct from (present.starts_at, present.minutes, present.recurrence)
    or (present.recurrence is not null and before.time_zone <> present.time_zone)
$$;
grant execute on function asks_anew(appointment, appointment) to lotse_person;

-- Nobody sets the number by hand: every change of what calendars already show counts. That its organiser was erased is none.
create or replace function count_change_of_appointment() returns trigger
language plpgsql as $$
begin
  new.changed_at := now();
  -- Whoever steers it now stands for it.
  if new.context_id = any (array(select audiences_i_steer())) then new.organiser_id := me(); end if;
  if old.state = 'booked' then new.sequence := old.sequence + 1; end if;
  if asks_anew(old, new) then new.asked_sequence := new.sequence; end if;
  return new;
end $$;
-- To which of several sessions it belongs now, calendars do not show.
create trigger calendars_hear_of_every_change before update on appointment
  for each row when (old.organiser_id is not distinct from new.organiser_id and old.context_id = new.context_id)
  execute function count_change_of_appointment();

-- Another time of one counts like any change of the whole, and asks everybody: what was said to the one before it goes.
create or replace function number_change_of_one_time() returns trigger
language plpgsql as $$
begin
  select a.sequence + 1, now() into new.sequence, new.changed_at from appointment a
  where a.organisation_id = new.organisation_id and a.id = new.appointment_id;
  return new;
end $$;
create trigger one_time_has_the_next_number before insert or update on appointment_exception
  for each row execute function number_change_of_one_time();

create or replace function count_change_of_one_time() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  update appointment set changed_at = now() where organisation_id = new.organisation_id and id = new.appointment_id;
  delete from attendance where organisation_id = new.organisation_id and appointment_id = new.appointment_id and recurs_at = new.recurs_at;
  return null;
end $$;
create trigger calendars_hear_of_one_time after insert or update on appointment_exception
  for each row execute function count_change_of_one_time();

-- Whoever books comes, and so does whoever said yes to the very time that was chosen.
create or replace function note_who_said_yes() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  insert into attendance (organisation_id, appointment_id, person_id, answer, by)
  select new.organisation_id, new.id, s.person_id, 'accepted', 'page' from (
    select new.organiser_id as person_id
    union
    select r.person_id from appointment_time t join time_answer r on r.organisation_id = t.organisation_id and r.time_id = t.id
    where t.organisation_id = new.organisation_id and t.appointment_id = new.id and t.starts_at = new.starts_at and r.answer = 'yes'
  ) s on conflict do nothing;
  return null;
end $$;
create trigger who_books_comes after insert on appointment for each row when (new.state = 'booked') execute function note_who_said_yes();
create trigger who_said_yes_comes after update on appointment
  for each row when (old.state = 'proposed' and new.state = 'booked') execute function note_who_said_yes();

-- What was otherwise in a series is not so in another one.
create or replace function ask_anew_after_move() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  delete from appointment_exception where organisation_id = new.organisation_id and appointment_id = new.id;
  delete from attendance where organisation_id = new.organisation_id and appointment_id = new.id and recurs_at <> '-infinity';
  update attendance set answer = 'needs_action', at = now()
  where organisation_id = new.organisation_id and appointment_id = new.id and person_id is distinct from new.organiser_id;
  return null;
end $$;
create trigger moved_appointment_asks_anew after update on appointment
  for each row when (old.state = 'booked' and asks_anew(old, new)) execute function ask_anew_after_move();
