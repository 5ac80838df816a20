-- One's own practice is one's own. A case is read by its author and the learner it is about; by colleagues who accompany somebody only while
-- that learner agrees to the words exactly as they stand, or, about nobody, while the author declares so of them.
grant select, insert, update (level), delete on competency_private to lotse_person;
create policy everybody_sees_themselves_alone on competency_private for all to lotse_person
  using (organisation_id = my_organisation() and person_id = me());
grant select, insert, update (competency, since), delete on practice_aim_private to lotse_person;
create policy everybody_aims_for_themselves on practice_aim_private for all to lotse_person
  using (organisation_id = my_organisation() and person_id = me());
grant select, insert, delete on practice_entry to lotse_person;
create policy author_keeps_practice_journal on practice_entry for all to lotse_person
  using (organisation_id = my_organisation() and person_id = me());

grant select, insert (organisation_id, id, asker_id, peer_id, competency), update (answers, answered_at), delete on peer_view to lotse_person;
create policy both_see_what_was_asked_and_said on peer_view for select to lotse_person
  using (organisation_id = my_organisation() and me() in (asker_id, peer_id)
    and not is_leaving(case when me() = asker_id then peer_id else asker_id end));
create policy asker_asks_about_themselves on peer_view for insert to lotse_person
  with check (organisation_id = my_organisation() and asker_id = me());
create policy peer_answers on peer_view for update to lotse_person
  using (organisation_id = my_organisation() and peer_id = me());
create policy either_ends_a_view on peer_view for delete to lotse_person
  using (organisation_id = my_organisation() and me() in (asker_id, peer_id));

-- Whom I accompany or once did, and who is here to be asked: a case about somebody is about one of them.
create or replace function whom_i_accompanied() returns table (person_id uuid, name text)
language sql stable security definer set search_path = public, pg_temp
as $$
  select distinct p.id, p.name from membership m
  join journey j on j.organisation_id = m.organisation_id and j.id = m.audience_id
  join person p on p.organisation_id = j.organisation_id and p.id = j.learner_id
  where m.organisation_id = my_organisation() and m.person_id = me() and m.role in ('facilitator', 'deputy') and m.reads_from is not null
    and j.learner_id <> me() and not is_leaving(j.learner_id)
$$;

-- Colleagues with one of these words, in lower case, in their name. Names are known inside the organisation.
create or replace function people_called(some_words text[]) returns setof text
language sql stable security definer set search_path = public, pg_temp
as $$
  select distinct p.name from person p
  where p.organisation_id = my_organisation() and p.id <> me() and string_to_array(lower(p.name), ' ') && some_words
$$;
grant execute on function whom_i_accompanied(), people_called(text[]) to lotse_person;

-- What stands in a case, as one hash; the author's three texts and nothing else. Nobody may call this directly.
create or replace function hash_of_case(asked uuid) returns bytea
language sql stable security definer set search_path = public, pg_temp
as $$
  select sha256(convert_to(string_agg(t.field || chr(31) || t.body, chr(30) order by t.field), 'UTF8'))
  from intervision_case c join passage t on t.organisation_id = c.organisation_id and t.subject_id = c.id and t.author_id = c.author_id
  where c.organisation_id = my_organisation() and c.id = asked and t.field in ('caseTitle', 'caseSituation', 'caseQuestion')
$$;

create or replace function case_is_published(asked uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp
as $$
  select coalesce((select hash_of_case(c.id) = case when a.case_id is null then c.declared_hash when a.answer = 'yes' then a.words_hash end
    from intervision_case c left join case_consent a on a.organisation_id = c.organisation_id and a.case_id = c.id
    where c.organisation_id = my_organisation() and c.id = asked and c.withdrawn_at is null), false)
$$;

create or replace function cases_of_mine() returns setof uuid
language sql stable security definer set search_path = public, pg_temp
as $$
  select c.id from intervision_case c where c.organisation_id = my_organisation() and c.author_id = me()
  union all
  select a.case_id from case_consent a where a.organisation_id = my_organisation() and a.learner_id = me()
$$;

-- Whether colleagues may read this case now: in full agreement, and nobody of it is leaving or is oneself. Nobody calls this directly.
create or replace function case_is_open(c intervision_case) returns boolean
language sql stable security definer set search_path = public, pg_temp
as $$
  select c.author_id <> me() and c.withdrawn_at is null and case_is_published(c.id) and not is_leaving(c.author_id)
    and not exists (select from case_consent a where a.organisation_id = c.organisation_id and a.case_id = c.id
      and (a.learner_id = me() or is_leaving(a.learner_id)))
$$;

create or replace function cases_open_to_me() returns setof uuid
language sql stable security definer set search_path = public, pg_temp
as $$ select c.id from intervision_case c where c.organisation_id = my_organisation() and (select i_facilitate()) and case_is_open(c) $$;

-- The same of one case, without looking at all the others.
create or replace function case_is_open_to_me(asked uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp
as $$
  select exists (select from intervision_case c where c.organisation_id = my_organisation() and c.id = asked and i_facilitate() and case_is_open(c))
$$;

-- The words of a case and the questions that came back, for whoever may read the case now.
create or replace function texts_of_case(asked uuid)
returns table (subject_id uuid, field text, author_id uuid, author_name text, body text, version int)
language sql stable security definer set search_path = public, pg_temp
as $$
  select t.subject_id, t.field, t.author_id, p.name, t.body, t.version from intervision_case c
  join passage t on t.organisation_id = c.organisation_id and t.context_id = c.id
  join person p on p.organisation_id = t.organisation_id and p.id = t.author_id
  where c.organisation_id = my_organisation() and c.id = asked
    and (c.id = any (array(select cases_of_mine())) or case_is_open_to_me(c.id))
    and ((t.subject_id = c.id and t.author_id = c.author_id) or (t.field = 'questionBack'
      and exists (select from case_question q where q.organisation_id = t.organisation_id and q.id = t.subject_id and q.author_id = t.author_id)
      and (t.author_id = me() or not is_leaving(t.author_id))))
$$;

create or replace function open_cases() returns table (id uuid, author_name text, title text, since timestamptz)
language sql stable security definer set search_path = public, pg_temp
as $$
  select c.id, p.name, t.body, coalesce(a.answered_at, c.declared_at) from intervision_case c
  join person p on p.organisation_id = c.organisation_id and p.id = c.author_id
  join passage t on t.organisation_id = c.organisation_id and t.subject_id = c.id and t.author_id = c.author_id and t.field = 'caseTitle'
  left join case_consent a on a.organisation_id = c.organisation_id and a.case_id = c.id
  where c.organisation_id = my_organisation() and c.id = any (array(select cases_open_to_me()))
$$;

-- How a case of one's own stands, and the hash that an answer has to name.
create or replace function standing_of_case(asked uuid) returns table (is_published boolean, words_hash text)
language sql stable security definer set search_path = public, pg_temp
as $$ select case_is_published(asked), encode(hash_of_case(asked), 'hex') where asked = any (array(select cases_of_mine())) $$;
grant execute on function cases_of_mine(), case_is_open_to_me(uuid), texts_of_case(uuid), open_cases(), standing_of_case(uuid) to lotse_person;

grant select, insert (organisation_id, id, author_id), delete on intervision_case to lotse_person;
create policy author_and_learner_see_a_case on intervision_case for select to lotse_person
  using (organisation_id = my_organisation() and (author_id = me() or id = any (array(select cases_of_mine()))));
create policy colleagues_see_published_cases on intervision_case for select to lotse_person
  using (organisation_id = my_organisation() and case_is_open_to_me(id));
create policy author_writes_a_case on intervision_case for insert to lotse_person
  with check (organisation_id = my_organisation() and author_id = me());
create policy author_removes_a_case on intervision_case for delete to lotse_person
  using (organisation_id = my_organisation() and author_id = me());

grant select, insert (organisation_id, case_id, learner_id), delete on case_consent to lotse_person;
create policy author_and_learner_see_the_consent on case_consent for select to lotse_person
  using (organisation_id = my_organisation() and case_id = any (array(select cases_of_mine())));
create policy author_names_whom_a_case_is_about on case_consent for insert to lotse_person
  with check (organisation_id = my_organisation() and learner_id in (select person_id from whom_i_accompanied())
    and exists (select from intervision_case c where c.organisation_id = my_organisation() and c.id = case_id and c.author_id = me()));
create policy learner_takes_the_case_back on case_consent for delete to lotse_person
  using (organisation_id = my_organisation() and learner_id = me());

grant select, delete on case_question to lotse_person;
create policy who_reads_a_case_sees_its_questions on case_question for select to lotse_person
  using (organisation_id = my_organisation() and (author_id = me() or case_id = any (array(select cases_of_mine()))
    or case_is_open_to_me(case_id)));
create policy author_removes_a_question on case_question for delete to lotse_person
  using (organisation_id = my_organisation() and author_id = me());

create or replace function is_my_case_of_question(asked uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp
as $$
  select exists (select from case_question q join intervision_case c on c.organisation_id = q.organisation_id and c.id = q.case_id
    where q.organisation_id = my_organisation() and q.id = asked and c.author_id = me())
$$;
grant execute on function is_my_case_of_question(uuid) to lotse_person;

grant select, insert (organisation_id, question_id), delete on case_thanks to lotse_person;
create policy author_of_the_case_thanks on case_thanks for all to lotse_person
  using (organisation_id = my_organisation() and is_my_case_of_question(question_id));
create policy whoever_asked_sees_the_thanks on case_thanks for select to lotse_person
  using (organisation_id = my_organisation()
    and exists (select from case_question q where q.organisation_id = my_organisation() and q.id = question_id and q.author_id = me()));

-- The answers and acts that a policy cannot say. Each is done, or finds nothing that is this person's to do.
create or replace function answer_case(asked uuid, seen bytea, said text) returns text
language plpgsql volatile security definer set search_path = public, pg_temp
as $$
begin
  perform from case_consent where organisation_id = my_organisation() and case_id = asked and learner_id = me() for update;
  if not found then return 'absent'; end if;
  if hash_of_case(asked) is distinct from seen then return 'changed'; end if;
  update case_consent set answer = said, words_hash = seen, answered_at = now() where organisation_id = my_organisation() and case_id = asked;
  return 'done';
end $$;

create or replace function declare_case(asked uuid) returns boolean
language sql volatile security definer set search_path = public, pg_temp
as $$
  with declared as (
    update intervision_case c set declared_hash = hash_of_case(c.id), declared_at = now()
    where c.organisation_id = my_organisation() and c.id = asked and c.author_id = me() and c.withdrawn_at is null
      and not exists (select from case_consent a where a.organisation_id = c.organisation_id and a.case_id = c.id)
    returning 1
  ) select exists (select from declared)
$$;

create or replace function forget_words_of_case(asked_organisation uuid, asked uuid) returns void
language sql volatile security definer set search_path = public, pg_temp
as $$
  delete from passage where organisation_id = asked_organisation and context_id = asked;
  delete from membership where organisation_id = asked_organisation and audience_id = asked;
$$;

create or replace function ask_back(asked uuid, new_id uuid, new_passage uuid, some_words text) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp
as $$
begin
  if not case_is_open_to_me(asked) then return false; end if;
  insert into case_question (organisation_id, id, case_id, author_id) values (my_organisation(), new_id, asked, me()) on conflict do nothing;
  if not found then
    return exists (select from case_question where organisation_id = my_organisation() and id = new_id and author_id = me() and case_id = asked);
  end if;
  insert into passage (organisation_id, id, context_id, subject_id, field, author_id, audience_id, body)
  values (my_organisation(), new_passage, asked, new_id, 'questionBack', me(), asked, some_words);
  return true;
end $$;
grant execute on function answer_case(uuid, bytea, text), declare_case(uuid), ask_back(uuid, uuid, uuid, text) to lotse_person;

create or replace function words_go_with_what_they_describe() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  if tg_table_name = 'intervision_case' then perform forget_words_of_case(old.organisation_id, old.id);
  elsif tg_table_name = 'case_question' then
    delete from passage where organisation_id = old.organisation_id and subject_id = old.id and context_id = old.case_id;
  else delete from passage where organisation_id = old.organisation_id and subject_id = old.id and author_id = old.person_id;
  end if;
  return null;
end $$;

-- Without the learner's consent a case about them has no words: they took it back, or are no longer here. Everything said goes, colleagues'
-- words too; its author learns that it went, no more.
create or replace function case_goes_with_its_consent() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  perform forget_words_of_case(old.organisation_id, old.case_id);
  delete from case_question where organisation_id = old.organisation_id and case_id = old.case_id;
  update intervision_case set withdrawn_at = now() where organisation_id = old.organisation_id and id = old.case_id;
  return null;
end $$;
create trigger a_case_goes_with_its_consent after delete on case_consent for each row execute function case_goes_with_its_consent();
create trigger words_of_a_case_go_with_it after delete on intervision_case
  for each row execute function words_go_with_what_they_describe();
create trigger words_of_a_question_go_with_it after delete on case_question
  for each row execute function words_go_with_what_they_describe();
create trigger words_of_an_entry_go_with_it after delete on practice_entry
  for each row execute function words_go_with_what_they_describe();
