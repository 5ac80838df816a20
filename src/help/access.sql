-- A question for help is its learner's; whoever is asked reads it while they are in its audience, which is its id.
grant select, insert (organisation_id, id, journey_id, cycle_id, learner_id, to_person_id),
  update (state, to_person_id, declined_at, ended_at) on help_request to lotse_person;
create policy learner_reads_own_help_requests on help_request for select to lotse_person
  using (organisation_id = my_organisation() and learner_id = me());
create policy audience_reads_help_request on help_request for select to lotse_person
  using (organisation_id = my_organisation() and id = any (array(select my_audiences())));
create policy learner_asks_for_help on help_request for insert to lotse_person
  with check (organisation_id = my_organisation() and learner_id = me() and to_person_id <> me()
    and journey_id = any (array(select audiences_i_steer())));
create policy learner_resolves_withdraws_or_asks_somebody_else on help_request for update to lotse_person
  using (organisation_id = my_organisation() and learner_id = me() and state <> 'withdrawn')
  with check (organisation_id = my_organisation() and learner_id = me() and to_person_id is distinct from me());
create policy addressee_answers_or_says_not_now on help_request for update to lotse_person
  using (organisation_id = my_organisation() and to_person_id = me() and state in ('open', 'answered') and id = any (array(select my_audiences())))
  with check (organisation_id = my_organisation() and to_person_id = me() and state in ('open', 'answered') and ended_at is null);

-- Each says their own word: whoever is asked answers or gives it back; whoever asks resolves it, takes it back or asks somebody else.
create or replace function nobody_answers_for_another() returns trigger
language plpgsql security invoker set search_path = public, pg_temp
as $$
begin
  if current_user = 'lotse_person' and me() = old.learner_id and (new.state <> old.state and new.state = 'answered' or new.declined_at is not null and old.declined_at is null)
  then raise exception 'Nobody answers for another.' using errcode = 'insufficient_privilege'; end if;
  return new;
end $$;
create trigger each_says_their_own_word_about_help before update on help_request
  for each row execute function nobody_answers_for_another();

create or replace function question_given_back_is_not_read() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  update membership m set until = greatest(m.reads_from, now())
  where m.organisation_id = new.organisation_id and m.audience_id = new.id and m.person_id = new.to_person_id and m.until is null;
  return null;
end $$;
create trigger giving_a_question_back_ends_reading after update of declined_at on help_request for each row
  when (old.declined_at is null and new.declined_at is not null) execute function question_given_back_is_not_read();

create trigger words_go_with_help_request after delete on help_request
  for each row execute function take_along_words_and_readers();

-- A need's link is its learner's; the token itself is kept as a hash only.
grant select (organisation_id, id, journey_id, need_id, made_by, made_at, expires_at, revoked_at),
  insert (organisation_id, id, journey_id, need_id, made_by, token_hash, expires_at),
  update (token_hash, made_at, expires_at, revoked_at) on need_link to lotse_person;
create policy learner_sees_links_to_own_needs on need_link for select to lotse_person
  using (organisation_id = my_organisation() and journey_id = any (array(select audiences_i_steer())));
create policy learner_sends_own_needs on need_link for insert to lotse_person
  with check (organisation_id = my_organisation() and made_by = me() and expires_at <= now() + interval '31 days'
    and journey_id = any (array(select audiences_i_steer())));
create policy learner_renews_or_revokes_link on need_link for update to lotse_person
  using (organisation_id = my_organisation() and journey_id = any (array(select audiences_i_steer())))
  with check (organisation_id = my_organisation() and expires_at <= now() + interval '31 days');
grant select on need_answer to lotse_person;
create policy learner_reads_answers_to_own_needs on need_answer for select to lotse_person
  using (organisation_id = my_organisation() and journey_id = any (array(select audiences_i_steer())));
create trigger words_go_with_need_link after delete on need_link
  for each row execute function take_along_words_and_readers();

-- Where a link stands. What is no longer needed says no more than that.
create or replace function standing_of_need_link(link need_link) returns text
language sql stable security definer set search_path = public, pg_temp
as $$
  select case when link.revoked_at is not null or n.removed_at is not null or s.removed_at is not null then 'revoked'
    when n.state <> 'open' or j.status = 'closed' then 'settled'
    when s.status not in ('planned', 'doing', 'partly_done') or c.state <> 'open' then 'revoked'
    when link.expires_at <= now() then 'expired' else 'open' end
  from need n join step s on s.organisation_id = n.organisation_id and s.id = n.step_id
  join cycle c on c.organisation_id = s.organisation_id and c.id = s.cycle_id
  join journey j on j.organisation_id = n.organisation_id and j.id = n.journey_id
  where n.organisation_id = link.organisation_id and n.id = link.need_id
$$;

-- A step that goes on in a copy takes its needs along, and each need its link: whoever was asked answers where it is still needed.
create or replace function need_link_goes_along(from_need uuid, to_need uuid) returns void
language sql volatile security definer set search_path = public, pg_temp
as $$
  update need_link l set need_id = to_need
  from need n join step s on s.organisation_id = n.organisation_id and s.id = n.step_id
  join step copy on copy.organisation_id = s.organisation_id and copy.journey_id = s.journey_id and copy.carried_from_id = s.id
  join need m on m.organisation_id = copy.organisation_id and m.step_id = copy.id and m.id = to_need
  where l.organisation_id = my_organisation() and l.need_id = from_need and n.organisation_id = l.organisation_id and n.id = from_need
    and s.journey_id = any (array(select audiences_i_steer()))
$$;
grant execute on function need_link_goes_along(uuid, uuid) to lotse_person;

-- All that whoever holds a link may see. A link that is over shows no word of the need, and a renewed one nothing of what was said before it.
create or replace function need_at(asked_hash bytea)
returns table (state text, asker text, need text, needed_by date, answers jsonb)
language sql stable security definer set search_path = public, pg_temp
as $$
  select stands.state, p.name, shown.body, case when shown.body is not null then n.needed_by end,
    case when shown.body is not null then (
      select coalesce(jsonb_agg(jsonb_build_object('kind', a.kind, 'body', a.body, 'coming_on', a.coming_on, 'answered_at', a.answered_at,
        'reply', (select r.body from passage r where r.organisation_id = a.organisation_id and r.subject_id = a.id and r.field = 'reply'
          and r.audience_id = l.id and r.author_id = l.made_by)) order by a.answered_at, a.id), '[]')
      from need_answer a where a.organisation_id = l.organisation_id and a.link_id = l.id and a.answered_at >= l.made_at) end
  from need_link l
  join need n on n.organisation_id = l.organisation_id and n.id = l.need_id
  join person p on p.organisation_id = l.organisation_id and p.id = l.made_by
  cross join lateral (select standing_of_need_link(l) as state) stands
  left join passage shown on shown.organisation_id = n.organisation_id and shown.subject_id = n.id and shown.field = 'text'
    and shown.author_id = l.made_by and stands.state in ('open', 'settled')
  where l.organisation_id = my_organisation() and l.token_hash = asked_hash
$$;

-- An answer from outside: it says where the need stands, or asks. At most twenty a link.
create or replace function answer_need(asked_hash bytea, new_id uuid, said text, its_day date, words text) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare link need_link;
begin
  select l.* into link from need_link l where l.organisation_id = my_organisation() and l.token_hash = asked_hash for update;
  if link.id is null then return false; end if;
  if exists (select from need_answer a where a.organisation_id = link.organisation_id and a.id = new_id and a.link_id = link.id) then return true; end if;
  if standing_of_need_link(link) <> 'open'
    or (select count(*) from need_answer a where a.organisation_id = link.organisation_id and a.link_id = link.id and a.answered_at >= link.made_at) >= 20 then return false; end if;
  insert into need_answer (organisation_id, id, journey_id, link_id, kind, coming_on, body)
  values (link.organisation_id, new_id, link.journey_id, link.id, said, its_day, words) on conflict do nothing;
  if not found then return false; end if;
  if said <> 'question' then update need n set state = said where n.organisation_id = link.organisation_id and n.id = link.need_id; end if;
  perform pg_notify('changed', link.organisation_id || ' ' || link.journey_id);
  perform pg_notify('changed', link.organisation_id || ' ' || link.made_by);
  return true;
end $$;
grant execute on function need_at(bytea), answer_need(bytea, uuid, text, date, text) to lotse_visitor;

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
