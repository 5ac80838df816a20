-- Whoever takes part in a session reads and writes it; nobody reads a journey by that.
grant select, insert (organisation_id, id, journey_id, kind, created_by), update (state, began_at, ended_at) on session to lotse_person;
create policy whoever_takes_part_sees_a_session on session for select to lotse_person
  using (organisation_id = my_organisation() and id = any (array(select my_audiences())));
create policy who_calls_a_session_takes_part_in_its_journey on session for insert to lotse_person
  with check (organisation_id = my_organisation() and created_by = me() and id = any (array(select audiences_i_steer()))
    and (journey_id is null or journey_id = any (array(select my_audiences()))));
create policy whoever_takes_part_moves_a_session on session for update to lotse_person
  using (organisation_id = my_organisation() and state in ('planned', 'running') and id = any (array(select my_audiences())))
  with check (organisation_id = my_organisation());

-- A session about a journey is never held without its learner: whoever calls it brings them in, and does not put them out.
create or replace function session_of_a_journey_has_its_learner() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  insert into membership (organisation_id, id, audience_id, person_id, role, reads_from, granted_by)
    select new.organisation_id, gen_random_uuid(), new.id, j.learner_id, 'member', now(), new.created_by from journey j
    where j.organisation_id = new.organisation_id and j.id = new.journey_id and j.learner_id <> new.created_by
    on conflict do nothing;
  return null;
end $$;
create trigger learner_is_in_sessions_of_own_journey after insert on session
  for each row when (new.journey_id is not null) execute function session_of_a_journey_has_its_learner();

create or replace function learner_stays_in_sessions_of_own_journey() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if me() is distinct from old.person_id
    and exists (select from session s join journey j on j.organisation_id = s.organisation_id and j.id = s.journey_id
      where s.organisation_id = old.organisation_id and s.id = old.audience_id and j.learner_id = old.person_id)
    and not exists (select from departure d where d.organisation_id = old.organisation_id and d.person_id = old.person_id) then return null; end if;
  return new;
end $$;
create trigger nobody_puts_a_learner_out_of_a_session_about_them before update of until on membership
  for each row when (old.until is null and new.until is not null and old.role = 'member') execute function learner_stays_in_sessions_of_own_journey();

-- Asked by the policies below, which would otherwise look through the policy of the session row by row.
create or replace function session_is_over(asked uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp
as $$ select exists (select from session s where s.organisation_id = my_organisation() and s.id = asked and s.state in ('held', 'cancelled')) $$;
grant execute on function session_is_over(uuid) to lotse_person;

grant select, insert, update (position, done_at, removed_at) on session_item to lotse_person;
create policy whoever_takes_part_writes_the_agenda on session_item for all to lotse_person
  using (organisation_id = my_organisation() and session_id = any (array(select my_audiences())));

grant select, insert, update (by_when, step_id, proposal_id, removed_at) on session_agreement to lotse_person;
create policy whoever_takes_part_sees_what_was_agreed on session_agreement for select to lotse_person
  using (organisation_id = my_organisation() and session_id = any (array(select my_audiences())));
create policy whoever_takes_part_writes_down_what_was_agreed on session_agreement for insert to lotse_person
  with check (organisation_id = my_organisation() and made_by = me() and session_id = any (array(select my_audiences())));
create policy whoever_takes_part_changes_what_was_agreed on session_agreement for update to lotse_person
  using (organisation_id = my_organisation() and session_id = any (array(select my_audiences())));

-- Nobody puts a hat on before somebody else said yes; whoever wears one may take it off or keep it a little longer.
grant select, insert, update (answered_at, started_at, ended_at, minutes) on hat_segment to lotse_person;
create policy whoever_takes_part_sees_the_hats on hat_segment for select to lotse_person
  using (organisation_id = my_organisation() and session_id = any (array(select my_audiences())));
create policy whoever_takes_part_asks_to_put_on_a_hat on hat_segment for insert to lotse_person
  with check (organisation_id = my_organisation() and person_id = me() and answered_at is null and started_at is null
    and session_id = any (array(select my_audiences())) and not session_is_over(session_id));
create policy somebody_else_answers on hat_segment for update to lotse_person
  using (organisation_id = my_organisation() and person_id <> me() and session_id = any (array(select my_audiences())));
create policy who_wears_a_hat_takes_it_off on hat_segment for update to lotse_person
  using (organisation_id = my_organisation() and person_id = me() and started_at is not null and session_id = any (array(select my_audiences())));

-- A session that is over keeps nothing of hats that were declined or never answered.
create or replace function forget_declined_hats(asked uuid) returns void
language plpgsql volatile security definer set search_path = public, pg_temp
as $$
begin
  if not asked = any (array(select my_audiences())) then return; end if;
  delete from passage p using hat_segment h where h.organisation_id = my_organisation() and h.session_id = asked and h.started_at is null
    and p.organisation_id = h.organisation_id and p.subject_id = h.id;
  delete from hat_segment h where h.organisation_id = my_organisation() and h.session_id = asked and h.started_at is null;
end $$;
grant execute on function forget_declined_hats(uuid) to lotse_person;

-- When a session of a series was held, the next one is there: whoever is in the one is in the other, and from then on the series belongs to that.
create or replace function go_on_with_series(held uuid) returns uuid
language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare next_id uuid := gen_random_uuid(); o uuid := my_organisation();
begin
  update session s set series_id = a.id from appointment a
  where s.organisation_id = o and s.id = held and s.state = 'held' and s.id = any (array(select my_audiences()))
    and a.organisation_id = o and a.context_id = s.id and a.state = 'booked' and a.recurrence is not null;
  if not found then return null; end if;
  insert into shared_text (organisation_id, id, audience_id) values (o, next_id, next_id);
  insert into session (organisation_id, id, journey_id, kind, created_by)
    select o, next_id, s.journey_id, s.kind, s.created_by from session s where s.organisation_id = o and s.id = held;
  insert into membership (organisation_id, id, audience_id, person_id, role, reads_from, granted_by)
    select o, gen_random_uuid(), next_id, m.person_id, m.role, now(), m.granted_by from membership m
    where m.organisation_id = o and m.audience_id = held and m.reads_from is not null and m.until is null
    on conflict (organisation_id, audience_id, person_id) where until is null do update set role = excluded.role;
  insert into passage (organisation_id, id, context_id, subject_id, field, author_id, audience_id, body)
    select distinct on (p.field) o, gen_random_uuid(), next_id, next_id, p.field, p.author_id, next_id, p.body from passage p
    where p.organisation_id = o and p.context_id = held and p.subject_id = held and p.field in ('title', 'place') order by p.field, p.updated_at desc;
  update appointment set context_id = next_id where organisation_id = o and context_id = held;
  return next_id;
end $$;
grant execute on function go_on_with_series(uuid) to lotse_person;

-- Whoever leaves a journey leaves its sessions in the same moment; then its learner steers them, and what was only planned is off.
create or replace function leave_sessions_of_journey() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  update membership m set until = new.until from session s
  where s.organisation_id = new.organisation_id and s.journey_id = new.audience_id
    and m.organisation_id = s.organisation_id and m.audience_id = s.id and m.person_id = new.person_id and m.until is null;
  if not found then return null; end if;
  update membership m set role = 'host' from session s join journey j on j.organisation_id = s.organisation_id and j.id = s.journey_id
  where s.organisation_id = new.organisation_id and s.journey_id = new.audience_id
    and m.organisation_id = s.organisation_id and m.audience_id = s.id and m.person_id = j.learner_id and m.until is null;
  update session s set state = 'cancelled'
  where s.organisation_id = new.organisation_id and s.journey_id = new.audience_id and s.state in ('planned', 'running')
    and (select count(*) from membership m where m.organisation_id = s.organisation_id and m.audience_id = s.id and m.until is null) < 2;
  update appointment a set state = 'cancelled' from session s
  where s.organisation_id = new.organisation_id and s.journey_id = new.audience_id and s.state = 'cancelled'
    and a.organisation_id = s.organisation_id and a.context_id = s.id and a.state <> 'cancelled';
  return null;
end $$;
create trigger who_leaves_a_journey_leaves_its_sessions after update of until on membership
  for each row when (old.until is null and new.until is not null) execute function leave_sessions_of_journey();

-- What a session held goes with it: who took part, and every word.
create or replace function erase_words_of_session() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  delete from membership where organisation_id = old.organisation_id and audience_id = old.id;
  delete from passage where organisation_id = old.organisation_id and context_id = old.id;
  delete from shared_text where organisation_id = old.organisation_id and audience_id = old.id;
  delete from appointment where organisation_id = old.organisation_id and context_id = old.id;
  return null;
end $$;
create trigger what_a_session_held_goes_with_it after delete on session for each row execute function erase_words_of_session();

-- A session in which nobody is left goes. Where its host went for good, whoever has been there longest steers it.
create or replace function keep_or_erase_session() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if not exists (select from session s where s.organisation_id = old.organisation_id and s.id = old.audience_id) then return null; end if;
  if not exists (select from membership m where m.organisation_id = old.organisation_id and m.audience_id = old.audience_id and m.until is null) then
    delete from session s where s.organisation_id = old.organisation_id and s.id = old.audience_id;
  elsif old.role = 'host' then
    update membership set role = 'host' where organisation_id = old.organisation_id and id = (
      select m.id from membership m where m.organisation_id = old.organisation_id and m.audience_id = old.audience_id and m.until is null
      order by m.role <> 'host', m.since, m.id limit 1);
  end if;
  return null;
end $$;
create trigger nobody_left_no_session after delete on membership for each row execute function keep_or_erase_session();

-- Whoever leaves the organisation leaves what is still to come, except what is about a journey of their own. The others go on under whoever has been
-- there longest; what was only planned for two is off. What is over stays as it was.
create or replace function leave_sessions_ahead(here uuid, who uuid) returns void
language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
  left_now uuid[];
begin
  with gone as (update membership m set until = greatest(m.reads_from, now()) from session s left join journey j
      on j.organisation_id = s.organisation_id and j.id = s.journey_id
    where s.organisation_id = here and s.state in ('planned', 'running') and j.learner_id is distinct from who
      and m.organisation_id = s.organisation_id and m.audience_id = s.id and m.person_id = who and m.until is null
      and exists (select from membership o where o.organisation_id = here and o.audience_id = s.id and o.person_id <> who and o.until is null)
    returning m.audience_id)
  select array_agg(audience_id) into left_now from gone;
  update membership m set role = 'host' from (
    select distinct on (o.audience_id) o.id from membership o where o.organisation_id = here and o.audience_id = any (left_now) and o.until is null
    order by o.audience_id, o.role <> 'host', o.since, o.id) longest
  where m.organisation_id = here and m.id = longest.id;
  update session s set state = 'cancelled' where s.organisation_id = here and s.id = any (left_now)
    and (select count(*) from membership o where o.organisation_id = here and o.audience_id = s.id and o.until is null) < 2;
  update appointment a set state = 'cancelled' from session s
  where s.organisation_id = here and s.id = any (left_now) and s.state = 'cancelled'
    and a.organisation_id = here and a.context_id = s.id and a.state <> 'cancelled';
end $$;
