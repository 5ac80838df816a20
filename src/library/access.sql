-- A question of one's own is one's own. Shared, it is read by whoever accompanies in the same organisation, with the name of its author.
grant select, insert, update (phase, hat, tag, shared_at), delete on own_question to lotse_person;
create policy owner_keeps_own_questions on own_question for all to lotse_person
  using (organisation_id = my_organisation() and person_id = me());

create or replace function questions_of_colleagues()
returns table (id uuid, phase text, hat text, tag text, body text, author_name text)
language sql stable security definer set search_path = public, pg_temp
as $$
  select q.id, q.phase, q.hat, q.tag, t.body, p.name from own_question q
  join passage t on t.organisation_id = q.organisation_id and t.subject_id = q.id and t.field = 'ownQuestion' and t.author_id = q.person_id
    and t.audience_id = q.id
  join person p on p.organisation_id = q.organisation_id and p.id = q.person_id
  where q.organisation_id = my_organisation() and q.shared_at is not null and q.person_id <> me() and not is_leaving(q.person_id) and i_facilitate()
$$;
grant execute on function questions_of_colleagues() to lotse_person;
