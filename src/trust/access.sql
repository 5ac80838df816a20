-- People come and go. What leaving does reaches through every domain, so it stands above them all.
grant select on departure to lotse_person;
create policy person_sees_own_departure on departure for select to lotse_person
  using (organisation_id = my_organisation() and person_id = me());
create policy administration_sees_who_leaves on departure for select to lotse_person
  using (organisation_id = my_organisation() and (select i_administer()));

-- Whoever is leaving is given nothing to administer: the organisation would be left without them.
create policy nobody_who_leaves_is_given_a_permission on permission as restrictive for insert to lotse_person with check (not is_leaving(person_id));

-- By oneself, or by the administration for somebody else. From this moment nobody reads what they had opened, and they accompany nobody.
create or replace function begin_departure(who uuid) returns text
language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
  here uuid := my_organisation();
  own uuid[];
begin
  if who <> me() and not i_administer() then return 'absent'; end if;
  if not exists (select from person p where p.organisation_id = here and p.id = who) then return 'absent'; end if;
  insert into departure (organisation_id, person_id, begun_by) values (here, who, me()) on conflict do nothing;
  if not found then return 'begun_already'; end if;
  -- The last administrator stays: the trigger there says so.
  update permission set revoked_by = me(), revoked_at = now() where organisation_id = here and person_id = who and revoked_at is null;
  insert into journey_event (organisation_id, id, journey_id, name, actor_id)
    select here, gen_random_uuid(), a.journey_id, 'facilitationLeft', who from agreement a
    where a.organisation_id = here and a.facilitator_id = who and a.opened_at is not null and a.ended_at is null;
  update agreement set ended_at = now(), ended_by = who where organisation_id = here and who in (learner_id, facilitator_id) and ended_at is null;
  update deputy_offer set ended_at = now() where organisation_id = here and deputy_id = who and ended_at is null;
  perform leave_sessions_ahead(here, who);
  own := array(
    select m.audience_id from membership m where m.organisation_id = here and m.person_id = who and m.role = 'learner'
    union select a.id from agreement a where a.organisation_id = here and a.learner_id = who);
  -- What was agreed about their own journeys, and sessions that they took part in, stay theirs to read and to take along.
  update membership m set until = greatest(reads_from, now()) where organisation_id = here and (until is null or until > now())
    and (person_id <> who and audience_id = any (own)
      or person_id = who and role not in ('learner', 'host') and audience_id <> all (own)
        and not exists (select from session s where s.organisation_id = here and s.id = m.audience_id));
  update share set until = now() where organisation_id = here and who in (granted_by, reader_id) and (until is null or until > now());
  update scan_share set until = now() where organisation_id = here and (until is null or until > now())
    and (reader_id = who or scan_id in (select s.id from scan s where s.organisation_id = here and s.person_id = who));
  update case_consent set answer = null, words_hash = null, answered_at = null where organisation_id = here and learner_id = who;
  update need_link set revoked_at = now() where organisation_id = here and made_by = who and revoked_at is null;
  update facilitation_request set state = case when learner_id = who then 'withdrawn' else 'declined' end, answered_at = now()
    where organisation_id = here and who in (learner_id, facilitator_id) and state = 'waiting';
  -- What waited for them comes back to whoever asked.
  update help_request set declined_at = now() where organisation_id = here and to_person_id = who and state = 'open' and declined_at is null;
  update assignee set state = 'ended', ended_at = now() where organisation_id = here and who in (learner_id, person_id) and state in ('asked', 'accepted');
  update invitation set revoked_at = now() where organisation_id = here and invited_by = who and used_at is null and revoked_at is null;
  perform pg_notify('rights_changed', who::text);
  return 'begun';
end $$;

-- Whoever went by themselves comes back by themselves; whom the administration removed, it takes back.
create or replace function end_departure(who uuid) returns boolean
language sql volatile security definer set search_path = public, pg_temp
as $$
  with back as (delete from departure d where d.organisation_id = my_organisation() and d.person_id = who
    and case when d.begun_by = who then who = me() else i_administer() and who <> me() end returning 1)
  select exists (select from back)
$$;

-- Nothing of the person is left, also not what others wrote in what was theirs. What others wrote of their own stays, without the name.
create or replace function erase_person(here uuid, who uuid) returns uuid
language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare
  receipt uuid;
  theirs uuid[];
begin
  select d.receipt_id into receipt from departure d where d.organisation_id = here and d.person_id = who for update;
  if receipt is null then return null; end if;
  theirs := array(
    select m.audience_id from membership m where m.organisation_id = here and m.person_id = who and m.role = 'learner'
    union select a.id from agreement a where a.organisation_id = here and who in (a.learner_id, a.facilitator_id));
  insert into erasure_receipt (organisation_id, id, journeys, texts, files, scans) select here, receipt,
    (select count(*) from journey j where j.organisation_id = here and j.learner_id = who),
    (select count(*) from passage p where p.organisation_id = here and p.body <> '' and (p.author_id = who or p.context_id = any (theirs))),
    (select count(*) from attachment f join journey j on j.organisation_id = f.organisation_id and j.id = f.journey_id
      where f.organisation_id = here and j.learner_id = who),
    (select count(*) from scan s where s.organisation_id = here and s.person_id = who);
  delete from passage p where p.organisation_id = here and (p.context_id = any (theirs) or p.audience_id = any (theirs));
  delete from membership m where m.organisation_id = here and m.audience_id = any (theirs);
  delete from invitation i where i.organisation_id = here and i.audience_id = any (theirs);
  delete from person p where p.organisation_id = here and p.id = who;
  return receipt;
end $$;

-- Whoever is leaving need not wait for the 30 days.
create or replace function erase_me_now() returns uuid
language sql volatile security definer set search_path = public, pg_temp
as $$ select erase_person(my_organisation(), me()) $$;
grant execute on function begin_departure(uuid), end_departure(uuid), erase_me_now() to lotse_person;

create or replace function departed_due() returns table (organisation_id uuid, person_id uuid)
language sql stable security definer set search_path = public, pg_temp
as $$
  select d.organisation_id, d.person_id from departure d where d.erase_on <= now() order by d.erase_on
$$;

-- Nobody is erased before their day, and nobody twice, however many processes try.
create or replace function erase_departed(of_organisation uuid, departed uuid) returns void
language plpgsql volatile security definer set search_path = public, pg_temp
as $$
begin
  perform from departure d
  where d.organisation_id = of_organisation and d.person_id = departed and d.erase_on <= now()
  for update skip locked;
  if found then perform erase_person(of_organisation, departed); end if;
end $$;
grant execute on function departed_due(), erase_departed(uuid, uuid) to lotse_job;

-- Whoever holds the address of a receipt reads it, signed in or not: there is nobody in it.
create or replace function erasure_receipt_at(asked uuid) returns table (erased_at timestamptz, journeys int, texts int, files int, scans int)
language sql stable security definer set search_path = public, pg_temp
as $$
  select r.erased_at, r.journeys, r.texts, r.files, r.scans from erasure_receipt r where r.organisation_id = my_organisation() and r.id = asked
$$;
grant execute on function erasure_receipt_at(uuid) to lotse_visitor;
