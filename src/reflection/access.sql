-- A journal is its author's. What somebody shares of it others read through `reflections_shared_with_me()`, until the date on it.
grant select, insert, update (journey_id, removed_at), delete on reflection to lotse_person;
create policy author_keeps_own_journal on reflection for all to lotse_person
  using (organisation_id = my_organisation() and author_id = me())
  with check (organisation_id = my_organisation() and author_id = me()
    and (journey_id is null or journey_id = any (array(select audiences_i_steer()))));

-- What somebody was asked is theirs alone, like what they answered.
grant select, insert, update (shown_on), delete on prompt_shown to lotse_person;
create policy person_knows_what_they_were_asked on prompt_shown for all to lotse_person
  using (organisation_id = my_organisation() and person_id = me());

-- Of an entry that is shared a reader learns the words, the question they answer, the day, and until when: not the journey, not the rest.
create or replace function reflections_shared_with_me()
returns table (share_id uuid, passage_id uuid, author_id uuid, author_name text, body text, is_excerpt boolean, prompt_id text,
  written_at timestamptz, since timestamptz, until timestamptz)
language sql stable security definer set search_path = public, pg_temp
as $$
  select s.id, p.id, a.id, a.name, p.body, p.field = 'excerpt', r.prompt_id, r.written_at, s.since, s.until
  from share s
  join passage p on p.organisation_id = s.organisation_id and p.id = s.passage_id
  join reflection r on r.organisation_id = p.organisation_id and r.id = p.subject_id and r.author_id = p.author_id
  join person a on a.organisation_id = r.organisation_id and a.id = r.author_id
  where s.organisation_id = my_organisation() and s.reader_id = me() and s.since <= now() and (s.until is null or s.until > now())
    and r.removed_at is null
$$;
grant execute on function reflections_shared_with_me() to lotse_person;

-- Deletes for good what has lain in the bin for 30 days, with its words and everything that was shared of it.
create or replace function purge_removed_reflections() returns int
language sql volatile security definer set search_path = public, pg_temp
as $$
  with gone as (delete from reflection where removed_at < now() - interval '30 days' returning organisation_id, id, author_id),
  words as (delete from passage p using gone g
    where p.organisation_id = g.organisation_id and p.subject_id = g.id and p.author_id = g.author_id)
  select count(*)::int from gone
$$;
grant execute on function purge_removed_reflections() to lotse_job;
