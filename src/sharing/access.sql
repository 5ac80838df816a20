-- An audience decides who reads; membership decides who is in an audience, and from when.
create or replace function my_audiences() returns setof uuid
language sql stable security definer set search_path = public, pg_temp
as $$
  select m.audience_id from membership m
  where m.organisation_id = my_organisation() and m.person_id = me()
    and m.reads_from <= now() and (m.until is null or m.until > now())
$$;

-- Whoever founded an audience lets others in and ends it for them: the learner of a journey, the host of a meeting.
create or replace function audiences_i_steer() returns setof uuid
language sql stable security definer set search_path = public, pg_temp
as $$
  select m.audience_id from membership m
  where m.organisation_id = my_organisation() and m.person_id = me() and m.role in ('learner', 'host')
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
  union all
  select p.id, p.name, 'member', p.created_at from person p
  where asked = my_organisation() and p.organisation_id = asked
$$;

-- Without this a stranger could make themselves the learner of a journey whose id they guessed.
create or replace function audience_is_taken(asked uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp
as $$
  select exists (select from membership m where m.organisation_id = my_organisation() and m.audience_id = asked)
$$;

-- Whoever came in may go at any time, without a reason.
create or replace function leave_audience(asked uuid) returns void
language sql volatile security definer set search_path = public, pg_temp
as $$
  update membership set until = now()
  where organisation_id = my_organisation() and audience_id = asked and person_id = me() and role not in ('learner', 'host') and until is null
$$;

grant execute on function audience_is_taken(uuid), leave_audience(uuid) to lotse_person;
grant execute on function my_audiences(), audiences_i_steer(), passages_shared_with_me(), readers_of_audience(uuid) to lotse_person;

grant select, insert, update (until) on membership to lotse_person;
create policy members_see_who_is_in_their_audience on membership for select to lotse_person
  using (organisation_id = my_organisation()
    and (person_id = me() or audience_id = any (array(select my_audiences()))));
create policy founder_steers_own_audience on membership for insert to lotse_person
  with check (organisation_id = my_organisation() and person_id = me() and role in ('learner', 'host') and granted_by = me()
    and audience_id <> my_organisation() and not audience_is_taken(audience_id));
-- Never somebody who accompanies, nor a deputy: that takes the word of both.
create policy who_steers_lets_others_in on membership for insert to lotse_person
  with check (organisation_id = my_organisation() and person_id <> me() and granted_by = me()
    and role in ('trainer', 'coach', 'peer', 'member', 'reader') and audience_id = any (array(select audiences_i_steer())));
create policy who_steers_ends_membership_of_others on membership for update to lotse_person
  using (organisation_id = my_organisation() and until is null and person_id <> me()
    and audience_id = any (array(select audiences_i_steer())))
  with check (organisation_id = my_organisation() and person_id <> me() and until <= now()
    and audience_id = any (array(select audiences_i_steer())));

grant select, insert, update (body, version, updated_at, audience_id), delete on passage to lotse_person;
create policy author_reads_own_private_words on passage for select to lotse_person
  using (organisation_id = my_organisation() and audience_id is null and author_id = me());
create policy audience_reads on passage for select to lotse_person
  using (organisation_id = my_organisation() and audience_id = any (array(select my_audiences())));
create policy named_reader_reads on passage for select to lotse_person
  using (organisation_id = my_organisation() and id = any (array(select passages_shared_with_me())));
-- A text that only its author reads lies in what is the author's own: who accompanies keeps no hidden notes about a learner.
create policy organisation_reads_what_is_open_to_all_of_it on passage for select to lotse_person
  using (organisation_id = my_organisation() and audience_id = my_organisation() and not is_leaving(author_id));
create policy people_tell_the_organisation_about_themselves on passage for all to lotse_person
  using (organisation_id = my_organisation() and author_id = me() and context_id = me() and audience_id = my_organisation());
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

grant select, insert, update (until) on share to lotse_person;
create policy both_ends_see_a_share on share for select to lotse_person
  using (organisation_id = my_organisation() and (reader_id = me() or granted_by = me()));
create policy author_shares_own_words on share for insert to lotse_person
  with check (organisation_id = my_organisation() and granted_by = me()
    and exists (select from passage p where p.organisation_id = my_organisation() and p.id = passage_id and p.author_id = me()));
create policy author_ends_own_share on share for update to lotse_person
  using (organisation_id = my_organisation() and granted_by = me());

-- What somebody wrote in what belongs to another is not theirs to open to a third, and not kept for themselves beyond its end.
create policy nobody_shares_what_they_wrote_to_others on share as restrictive for insert to lotse_person
  with check (reader_id <> me() and exists (select from passage p where p.organisation_id = my_organisation() and p.id = passage_id
    and (p.context_id = me() or p.context_id = any (array(select audiences_i_steer())))));

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

-- A text that is opened or taken back reaches the open pages of whoever it was opened to.
create or replace function tell_share_changed() returns trigger
language plpgsql as $$
begin
  perform pg_notify('rights_changed', coalesce(new.reader_id, old.reader_id)::text);
  perform pg_notify('changed', coalesce(new.organisation_id, old.organisation_id) || ' ' || coalesce(new.reader_id, old.reader_id));
  return null;
end $$;
create trigger change_of_shares_reaches_open_pages after insert or update or delete on share
  for each row execute function tell_share_changed();

-- Administrators invite to the organisation, learners to accompany their own journey; the link itself is stored as a hash only.
grant select (organisation_id, id, audience_id, role, invited_by, made_at, expires_at, used_by, used_at, revoked_at, email),
  insert (organisation_id, id, token_hash, audience_id, role, invited_by, expires_at, email),
  update (token_hash, expires_at, revoked_at) on invitation to lotse_person;
create policy administration_sees_invitations_to_organisation on invitation for select to lotse_person
  using (organisation_id = my_organisation() and audience_id is null and (select i_administer()));
create policy learner_sees_invitations_to_own_journey on invitation for select to lotse_person
  using (organisation_id = my_organisation() and audience_id = any (array(select audiences_i_steer())));
create policy administrator_invites_to_organisation on invitation for insert to lotse_person
  with check (organisation_id = my_organisation() and invited_by = me() and audience_id is null
    and expires_at <= now() + interval '14 days' and (select i_administer()));
create policy learner_invites_to_own_journey on invitation for insert to lotse_person
  with check (organisation_id = my_organisation() and invited_by = me() and expires_at <= now() + interval '14 days'
    and audience_id = any (array(select audiences_i_steer())));
create policy administrator_renews_or_revokes_invitation on invitation for update to lotse_person
  using (organisation_id = my_organisation() and audience_id is null and used_at is null and revoked_at is null and (select i_administer()))
  with check (organisation_id = my_organisation() and audience_id is null and expires_at <= now() + interval '14 days');
create policy learner_renews_or_revokes_invitation on invitation for update to lotse_person
  using (organisation_id = my_organisation() and used_at is null and revoked_at is null and audience_id = any (array(select audiences_i_steer())))
  with check (organisation_id = my_organisation() and expires_at <= now() + interval '14 days' and audience_id = any (array(select audiences_i_steer())));

-- What the page behind a link may say: who invites, to what, and whether it still works.
create or replace function invitation_at(asked_hash bytea)
returns table (state text, inviter text, to_journey boolean, email text, mine boolean, taking_part boolean)
language sql stable security definer set search_path = public, pg_temp
as $$
  select case when i.revoked_at is not null then 'revoked' when i.used_at is not null then 'used'
      when i.expires_at <= now() then 'expired' else 'open' end,
    p.name, i.audience_id is not null, i.email, i.invited_by is not distinct from me(),
    exists (select from membership m where m.organisation_id = i.organisation_id and m.audience_id = i.audience_id and m.person_id = me() and m.until is null)
  from invitation i left join person p on p.organisation_id = i.organisation_id and p.id = i.invited_by
  where i.organisation_id = my_organisation() and i.token_hash = asked_hash
$$;

-- Spends an invitation for one person; nobody may call this directly. What it begins is for others to say: reads_from stays empty.
create or replace function spend_invitation(asked_hash bytea, by_person uuid, new_membership uuid, neither_is_superior boolean) returns text
language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare found_one invitation;
begin
  select i.* into found_one from invitation i where i.organisation_id = my_organisation() and i.token_hash = asked_hash
    and i.used_at is null and i.revoked_at is null and i.expires_at > now() for update;
  if found_one.id is null then return 'gone'; end if;
  if found_one.audience_id is not null then
    if not neither_is_superior then return 'superior'; end if;
    if exists (select from membership m where m.organisation_id = found_one.organisation_id and m.audience_id = found_one.audience_id
      and m.person_id = by_person and m.until is null) then return 'taking_part'; end if;
    insert into membership (organisation_id, id, audience_id, person_id, role, granted_by)
    values (found_one.organisation_id, new_membership, found_one.audience_id, by_person, found_one.role, found_one.invited_by);
  end if;
  update invitation i set used_by = by_person, used_at = now(), email = null
  where i.organisation_id = found_one.organisation_id and i.id = found_one.id;
  return 'accepted';
end $$;

create or replace function accept_invitation(asked_hash bytea, new_membership uuid, neither_is_superior boolean) returns text
language sql volatile security definer set search_path = public, pg_temp
as $$ select spend_invitation(asked_hash, me(), new_membership, neither_is_superior) $$;

create or replace function register_by_invitation(asked_hash bytea, new_person uuid, new_name text, new_email text, new_locale text,
  new_password_hash text, new_membership uuid, neither_is_superior boolean)
returns text
language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare outcome text;
begin
  insert into person (organisation_id, id, name, locale) values (my_organisation(), new_person, new_name, new_locale);
  insert into account (organisation_id, person_id, email) values (my_organisation(), new_person, new_email);
  insert into password (organisation_id, person_id, hash) values (my_organisation(), new_person, new_password_hash);
  outcome := spend_invitation(asked_hash, new_person, new_membership, neither_is_superior);
  if outcome <> 'accepted' then raise exception using errcode = 'LT002', message = outcome; end if;
  return outcome;
exception
  when sqlstate 'LT002' then return sqlerrm;
  when unique_violation then return case when invitation_is_open(asked_hash) then 'email_taken' else 'gone' end;
end $$;

-- Only whoever holds a working link learns that an address is taken.
create or replace function invitation_is_open(asked_hash bytea) returns boolean
language sql stable security definer set search_path = public, pg_temp
as $$ select exists (select from invitation_at(asked_hash) i where i.state = 'open') $$;
grant execute on function invitation_at(bytea) to lotse_visitor, lotse_person;
grant execute on function accept_invitation(bytea, uuid, boolean) to lotse_person;
grant execute on function register_by_invitation(bytea, uuid, text, text, text, text, uuid, boolean) to lotse_visitor;

grant select (expires_at, email), update (email) on invitation to lotse_job;
create policy job_forgets_whom_an_expired_invitation_meant on invitation for all to lotse_job using (expires_at < now());

-- A text that several people write at once: whoever reads its audience writes in it, and no change has an author.
grant select, insert, update (merged, merged_to, last_change) on shared_text to lotse_person;
create policy members_read_their_shared_text on shared_text for select to lotse_person
  using (organisation_id = my_organisation() and audience_id = any (array(select my_audiences())));
create policy who_steers_begins_a_shared_text on shared_text for insert to lotse_person
  with check (organisation_id = my_organisation() and audience_id = any (array(select audiences_i_steer())));
create policy members_write_in_their_shared_text on shared_text for update to lotse_person
  using (organisation_id = my_organisation() and audience_id = any (array(select my_audiences())));

grant select, insert, delete on shared_text_change to lotse_person;
create policy members_write_and_merge_changes on shared_text_change for all to lotse_person
  using (organisation_id = my_organisation() and exists (select from shared_text t
    where t.organisation_id = my_organisation() and t.id = shared_text_id and t.audience_id = any (array(select my_audiences()))));

-- For things whose id is a context and an audience: what was written there goes with it, and so does everybody's place in it.
create or replace function take_along_words_and_readers() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  delete from passage where organisation_id = old.organisation_id and context_id = old.id;
  delete from membership where organisation_id = old.organisation_id and audience_id = old.id;
  return null;
end $$;
