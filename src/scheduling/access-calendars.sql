-- What somebody's calendar sends back with an answer and nobody else's knows; null for appointments from before there were marks.
create or replace function mark_of(asked appointment, whose uuid) returns text
language sql immutable
as $$ select left(encode(sha256(asked.secret || uuid_send(whose)), 'hex'), 32) $$;
create or replace function my_mark(asked uuid) returns text
language sql stable security definer set search_path = public, pg_temp
as $$
  select mark_of(a, me()) from appointment a
  where a.organisation_id = my_organisation() and a.id = asked and a.context_id = any (array(select my_audiences()))
$$;
grant execute on function my_mark(uuid) to lotse_person;

-- Whom to write to about an appointment, and where: told to whoever steers it, and only what lies confirmed.
create or replace function attendees_to_write_to(asked uuid)
returns table (person_id uuid, name text, email text, locale text, time_zone text, mark text)
language sql stable security definer set search_path = public, pg_temp
as $$
  select p.id, p.name, c.email, coalesce(p.locale, o.default_locale), coalesce(p.time_zone, o.time_zone), mark_of(a, p.id)
  from appointment a
  join membership m on m.organisation_id = a.organisation_id and m.audience_id = a.context_id and m.role <> 'reader'
    and m.reads_from <= now() and (m.until is null or m.until > now())
  join person p on p.organisation_id = m.organisation_id and p.id = m.person_id
  join organisation o on o.id = p.organisation_id
  join account c on c.organisation_id = p.organisation_id and c.person_id = p.id and c.email_confirmed_at is not null
  where a.organisation_id = my_organisation() and a.id = asked and a.context_id = any (array(select audiences_i_steer()))
$$;
grant execute on function attendees_to_write_to(uuid) to lotse_person;

grant select (organisation_id, person_id, with_titles, made_at), insert, update (token_hash, with_titles, made_at), delete on calendar_feed to lotse_person;
create policy person_keeps_own_calendar_address on calendar_feed for all to lotse_person
  using (organisation_id = my_organisation() and person_id = me())
  with check (organisation_id = my_organisation() and person_id = me());

create or replace function calendar_feed_at(asked_hash bytea) returns table (person_id uuid, locale text, with_titles boolean)
language sql stable security definer set search_path = public, pg_temp
as $$
  select p.id, coalesce(p.locale, o.default_locale), f.with_titles from calendar_feed f
  join person p on p.organisation_id = f.organisation_id and p.id = f.person_id
  join organisation o on o.id = p.organisation_id
  where f.organisation_id = my_organisation() and f.token_hash = asked_hash and not is_leaving(p.id)
$$;
grant execute on function calendar_feed_at(bytea) to lotse_visitor;

-- What somebody answers to who writes by mail: by which rule it recurs, so that an answer to one time can be told from a wrong one.
create or replace function booked_appointment(asked uuid) returns table (starts_at timestamptz, time_zone text, recurrence jsonb)
language sql stable security definer set search_path = public, pg_temp
as $$ select a.starts_at, a.time_zone, a.recurrence from appointment a where a.id = asked and a.state = 'booked' $$;
grant execute on function booked_appointment(uuid) to lotse_job;

-- A mailbox hands in an answer. It counts only with the mark of who was asked, for what they were last asked, and says nothing back but whether it did.
create or replace function take_reply(asked uuid, given_mark text, at_host text, main_host text, from_address text, to_sequence int, to_time timestamptz, given text)
returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare found_one appointment; who uuid; otherwise appointment_exception;
begin
  select a.* into found_one from appointment a join organisation o on o.id = a.organisation_id
  where a.id = asked and a.state = 'booked' and to_sequence between a.asked_sequence and a.sequence and coalesce(o.host, main_host) = at_host
  for update of a;
  select e.* into otherwise from appointment_exception e
  where e.organisation_id = found_one.organisation_id and e.appointment_id = asked and e.recurs_at = to_time;
  if found and (otherwise.starts_at is null or to_sequence < otherwise.sequence) then return false; end if;
  select c.person_id into who from account c
  join membership m on m.organisation_id = c.organisation_id and m.person_id = c.person_id and m.audience_id = found_one.context_id
    and m.role <> 'reader' and m.reads_from <= now() and (m.until is null or m.until > now())
  where c.organisation_id = found_one.organisation_id and c.email = from_address and c.email_confirmed_at is not null
    and mark_of(found_one, c.person_id) is not distinct from given_mark;
  if who is null then return false; end if;
  insert into attendance (organisation_id, appointment_id, person_id, recurs_at, answer, by)
  values (found_one.organisation_id, asked, who, coalesce(to_time, '-infinity'), given, 'mail')
  on conflict (organisation_id, appointment_id, person_id, recurs_at) do update set answer = excluded.answer, by = 'mail', at = now();
  perform pg_notify('changed', found_one.organisation_id || ' ' || found_one.context_id);
  return true;
end $$;
grant execute on function take_reply(uuid, text, text, text, text, int, timestamptz, text) to lotse_job;

-- Notes what whoever steers an appointment has just had written to somebody.
create or replace function note_calendar_told(asked uuid, whom uuid, invited boolean) returns void
language plpgsql volatile security definer set search_path = public, pg_temp
as $$
begin
  if not exists (select from appointment a where a.organisation_id = my_organisation() and a.id = asked
    and a.context_id = any (array(select audiences_i_steer()))) then return; end if;
  delete from calendar_invitation i where i.organisation_id = my_organisation() and i.appointment_id = asked and i.person_id = whom;
  insert into calendar_invitation (organisation_id, appointment_id, person_id, sequence, starts_at, minutes, time_zone, recurrence, mark)
  select a.organisation_id, a.id, whom, a.sequence, a.starts_at, a.minutes, a.time_zone, a.recurrence, mark_of(a, whom) from appointment a
  where invited and a.organisation_id = my_organisation() and a.id = asked;
end $$;
grant execute on function note_calendar_told(uuid, uuid, boolean) to lotse_person;

-- A letter about one time tells a calendar all there is to tell only where it knew everything before; else it is told of the whole soon after.
create or replace function note_one_time_told(asked uuid, whom uuid) returns void
language sql volatile security definer set search_path = public, pg_temp
as $$
  update calendar_invitation i set sequence = a.sequence from appointment a
  where i.organisation_id = my_organisation() and i.appointment_id = asked and i.person_id = whom
    and a.organisation_id = i.organisation_id and a.id = asked and i.sequence = a.sequence - 1
    and a.context_id = any (array(select audiences_i_steer()))
$$;
grant execute on function note_one_time_told(uuid, uuid) to lotse_person;

-- Title and place are words of all: whoever is in it may have changed them, and calendars have to hear of it.
create or replace function note_words_changed(asked uuid) returns boolean
language sql volatile security definer set search_path = public, pg_temp
as $$
  with changed as (
    update appointment a set changed_at = now()
    where a.organisation_id = my_organisation() and a.id = asked and a.state = 'booked' and a.context_id = any (array(select my_audiences()))
    returning 1
  )
  select exists (select from changed)
$$;
grant execute on function note_words_changed(uuid) to lotse_person;

-- Calendars that show something else than what holds: what was called off without a letter, what is gone, what its owner is no longer part of;
-- or that were not told of what is booked for them, or not of its last change.
create or replace function invitations_out_of_date() returns table (organisation_id uuid, appointment_id uuid, person_id uuid, present_sequence int, holds boolean)
language sql stable security definer set search_path = public, pg_temp
as $$
  with held as (
    select a.organisation_id, a.id, m.person_id, a.sequence from appointment a
    join membership m on m.organisation_id = a.organisation_id and m.audience_id = a.context_id and m.role <> 'reader'
      and m.reads_from <= now() and (m.until is null or m.until > now())
    join account c on c.organisation_id = m.organisation_id and c.person_id = m.person_id and c.email_confirmed_at is not null
    where a.state = 'booked' and (a.starts_at > now() or a.recurrence is not null)
  )
  select coalesce(h.organisation_id, i.organisation_id), coalesce(h.id, i.appointment_id), coalesce(h.person_id, i.person_id),
    coalesce(h.sequence, a.sequence), h.id is not null
  from held h
  full join calendar_invitation i on i.organisation_id = h.organisation_id and i.appointment_id = h.id and i.person_id = h.person_id
  left join appointment a on a.organisation_id = i.organisation_id and a.id = i.appointment_id
  where (h.id is not null and h.sequence is distinct from i.sequence)
    or (h.id is null and (i.starts_at > now() or i.recurrence is not null))
$$;
grant execute on function invitations_out_of_date() to lotse_job;

-- Notes that the bound person is now told of what is booked for them; false where they were.
create or replace function renew_my_invitation(asked uuid) returns table (email text, organisation_name text, host text)
language plpgsql volatile security definer set search_path = public, pg_temp
as $$
begin
  if not exists (select from invitations_out_of_date() d where d.organisation_id = my_organisation() and d.appointment_id = asked
    and d.person_id = me() and d.holds) then return; end if;
  insert into calendar_invitation (organisation_id, appointment_id, person_id, sequence, starts_at, minutes, time_zone, recurrence, mark)
  select a.organisation_id, a.id, me(), a.sequence, a.starts_at, a.minutes, a.time_zone, a.recurrence, mark_of(a, me()) from appointment a
  where a.organisation_id = my_organisation() and a.id = asked
  on conflict on constraint calendar_invitation_pkey do update set sequence = excluded.sequence, starts_at = excluded.starts_at,
    minutes = excluded.minutes, time_zone = excluded.time_zone, recurrence = excluded.recurrence;
  return query select c.email, o.name, o.host from account c join organisation o on o.id = c.organisation_id
  where c.organisation_id = my_organisation() and c.person_id = me();
end $$;
grant execute on function renew_my_invitation(uuid) to lotse_person;

-- Takes back what the calendar of the bound person shows in error, and says to which address and in which words to write.
create or replace function withdraw_my_invitation(asked uuid)
returns table (name text, email text, locale text, own_time_zone text, organisation_name text, host text,
  sequence int, starts_at timestamptz, minutes int, time_zone text, recurrence jsonb, mark text)
language sql volatile security definer set search_path = public, pg_temp
as $$
  with gone as (
    delete from calendar_invitation i using invitations_out_of_date() d
    where i.organisation_id = my_organisation() and i.appointment_id = asked and i.person_id = me()
      and d.organisation_id = i.organisation_id and d.appointment_id = i.appointment_id and d.person_id = i.person_id and not d.holds
    returning i.*, d.present_sequence
  )
  select p.name, c.email, coalesce(p.locale, o.default_locale), coalesce(p.time_zone, o.time_zone), o.name, o.host,
    coalesce(g.present_sequence, g.sequence + 1), g.starts_at, g.minutes, g.time_zone, g.recurrence, g.mark
  from gone g join organisation o on o.id = g.organisation_id
  join person p on p.organisation_id = g.organisation_id and p.id = g.person_id
  join account c on c.organisation_id = p.organisation_id and c.person_id = p.id and c.email_confirmed_at is not null
$$;
grant execute on function withdraw_my_invitation(uuid) to lotse_person;
grant select (starts_at, recurrence), delete on calendar_invitation to lotse_job;
create policy job_sees_invitations_that_are_over on calendar_invitation for select to lotse_job
  using (starts_at < now() - interval '1 day' and recurrence is null);
create policy job_forgets_invitations_that_are_over on calendar_invitation for delete to lotse_job
  using (starts_at < now() - interval '1 day' and recurrence is null);
