-- An audience decides who reads; membership decides who is in an audience, and from when.
create or replace function my_audiences() returns setof uuid
language sql stable security definer set search_path = public, pg_temp
as $$
  select m.audience_id from membership m
  where m.organisation_id = my_organisation() and m.person_id = me()
    and m.reads_from <= now() and (m.until is null or m.until > now())
$$;

create or replace function audiences_i_steer() returns setof uuid
language sql stable security definer set search_path = public, pg_temp
as $$
  select m.audience_id from membership m
  where m.organisation_id = my_organisation() and m.person_id = me() and m.role = 'learner'
    and m.reads_from <= now() and (m.until is null or m.until > now())
$$;

create or replace function passages_shared_with_me() returns setof uuid
language sql stable security definer set search_path = public, pg_temp
as $$
  select s.passage_id from share s
  where s.organisation_id = my_organisation() and s.reader_id = me()
    and s.since <= now() and (s.until is null or s.until > now())
$$;

-- The inverse of the reading rule: everybody who can read this audience now.
create or replace function readers_of_audience(asked uuid)
returns table (person_id uuid, name text, role text, since timestamptz)
language sql stable security definer set search_path = public, pg_temp
as $$
  select m.person_id, p.name, m.role, m.reads_from from membership m
  join person p on p.organisation_id = m.organisation_id and p.id = m.person_id
  where m.organisation_id = my_organisation() and m.audience_id = asked
    and m.reads_from <= now() and (m.until is null or m.until > now())
    and asked = any (array(select my_audiences()))
$$;

-- Without this a stranger could make themselves the learner of a journey whose id they guessed.
create or replace function audience_is_taken(asked uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp
as $$
  select exists (select from membership m where m.organisation_id = my_organisation() and m.audience_id = asked)
$$;

-- Whoever accompanies may go at any time, without a reason.
create or replace function leave_audience(asked uuid) returns void
language sql volatile security definer set search_path = public, pg_temp
as $$
  update membership set until = now()
  where organisation_id = my_organisation() and audience_id = asked and person_id = me() and role <> 'learner' and until is null
$$;

grant execute on function audience_is_taken(uuid), leave_audience(uuid) to lotse_person;
grant execute on function my_audiences(), audiences_i_steer(), passages_shared_with_me(), readers_of_audience(uuid) to lotse_person;

grant select, insert, update (reads_from, until) on membership to lotse_person;
create policy members_see_who_is_in_their_audience on membership for select to lotse_person
  using (organisation_id = my_organisation()
    and (person_id = me() or audience_id = any (array(select my_audiences()))));
create policy learner_founds_own_audience on membership for insert to lotse_person
  with check (organisation_id = my_organisation() and person_id = me() and role = 'learner' and granted_by = me()
    and not audience_is_taken(audience_id));
create policy learner_opens_or_ends_membership_of_others on membership for update to lotse_person
  using (organisation_id = my_organisation() and until is null and person_id <> me()
    and audience_id = any (array(select audiences_i_steer())))
  with check (organisation_id = my_organisation() and person_id <> me()
    and audience_id = any (array(select audiences_i_steer())));

grant select, insert, update (body, version, updated_at, audience_id), delete on passage to lotse_person;
create policy author_reads_own_private_words on passage for select to lotse_person
  using (organisation_id = my_organisation() and audience_id is null and author_id = me());
create policy audience_reads on passage for select to lotse_person
  using (organisation_id = my_organisation() and audience_id = any (array(select my_audiences())));
create policy named_reader_reads on passage for select to lotse_person
  using (organisation_id = my_organisation() and id = any (array(select passages_shared_with_me())));
-- A text that only its author reads lies in what is the author's own: who accompanies keeps no hidden notes about a learner.
create policy author_writes_where_they_belong on passage for insert to lotse_person
  with check (organisation_id = my_organisation() and author_id = me()
    and (audience_id = any (array(select my_audiences()))
      or (audience_id is null and (context_id = me() or context_id = any (array(select audiences_i_steer()))))));
create policy author_changes_own_words on passage for update to lotse_person
  using (organisation_id = my_organisation() and author_id = me()
    and (audience_id is null or audience_id = any (array(select my_audiences()))))
  with check (organisation_id = my_organisation() and author_id = me()
    and (audience_id = any (array(select my_audiences()))
      or (audience_id is null and (context_id = me() or context_id = any (array(select audiences_i_steer()))))));
create policy author_removes_own_words on passage for delete to lotse_person
  using (organisation_id = my_organisation() and author_id = me()
    and (audience_id is null or audience_id = any (array(select my_audiences()))));

grant select, insert, update on share to lotse_person;
create policy both_ends_see_a_share on share for select to lotse_person
  using (organisation_id = my_organisation() and (reader_id = me() or granted_by = me()));
create policy author_shares_own_words on share for insert to lotse_person
  with check (organisation_id = my_organisation() and granted_by = me()
    and exists (select from passage p where p.organisation_id = my_organisation() and p.id = passage_id and p.author_id = me()));
create policy author_ends_own_share on share for update to lotse_person
  using (organisation_id = my_organisation() and granted_by = me());

-- Who may read what has changed: open pages of that person and of the audience hear of it.
create or replace function tell_membership_changed() returns trigger
language plpgsql as $$
begin
  perform pg_notify('rights_changed', coalesce(new.person_id, old.person_id)::text);
  perform pg_notify('changed', coalesce(new.organisation_id, old.organisation_id) || ' ' || coalesce(new.audience_id, old.audience_id));
  return null;
end $$;
create trigger change_of_members_reaches_open_pages after insert or update or delete on membership
  for each row execute function tell_membership_changed();
