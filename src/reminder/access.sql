-- The summary of a day, and what somebody chose about it, is their own. The job knows of everybody only when to look next.
grant select, update (often, titles, later_until, next_at) on digest_choice to lotse_person;
grant select, insert, update on reminder_choice to lotse_person;
create policy person_keeps_own_digest_choice on digest_choice for all to lotse_person
  using (organisation_id = my_organisation() and person_id = me());
create policy person_keeps_own_reminder_choices on reminder_choice for all to lotse_person
  using (organisation_id = my_organisation() and person_id = me());

grant select, insert on digest to lotse_person;
create policy person_keeps_own_digests on digest for all to lotse_person
  using (organisation_id = my_organisation() and person_id = me());
grant select, insert, update (outcome) on digest_line to lotse_person;
create policy person_keeps_lines_of_own_digests on digest_line for all to lotse_person
  using (organisation_id = my_organisation()
    and digest_id in (select d.id from digest d where d.organisation_id = my_organisation() and d.person_id = me()));

grant select (organisation_id, person_id, next_at), update (next_at) on digest_choice to lotse_job;
create policy job_sees_whose_hour_it_is on digest_choice for select to lotse_job using (next_at is not null);
create policy job_looks_again_later on digest_choice for update to lotse_job using (next_at is not null) with check (next_at is not null);
grant select (sent_at), delete on digest to lotse_job;
create policy job_sees_digests_of_last_year on digest for select to lotse_job using (sent_at < now() - interval '1 year');
create policy job_removes_digests_of_last_year on digest for delete to lotse_job using (sent_at < now() - interval '1 year');

create or replace function give_digest_choice() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  insert into digest_choice (organisation_id, person_id) values (new.organisation_id, new.id) on conflict do nothing;
  return null;
end $$;
create trigger person_has_a_digest_choice after insert on person for each row execute function give_digest_choice();

-- Whoever learns at other hours from now on is looked at anew, and not when the former ones begin.
create or replace function look_anew() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
declare changed jsonb := to_jsonb(new);
begin
  update digest_choice c set next_at = now()
  where c.often <> 'off' and c.organisation_id = coalesce(changed ->> 'organisation_id', changed ->> 'id')::uuid
    and (tg_table_name = 'organisation' or c.person_id = coalesce(changed ->> 'person_id', changed ->> 'id')::uuid);
  return null;
end $$;
create trigger rhythm_moves_the_digest after insert or update on rhythm for each row execute function look_anew();
create trigger place_moves_the_digest after update of time_zone on person for each row
  when (old.time_zone is distinct from new.time_zone) execute function look_anew();
create trigger rest_moves_the_digest after update on organisation for each row
  when (row (old.quiet_from, old.quiet_until, old.free_days, old.time_zone) is distinct from row (new.quiet_from, new.quiet_until, new.free_days, new.time_zone))
  execute function look_anew();

-- Behind the link of a mail: whose language, and what holds now. The link opens nothing else.
create or replace function digest_behind(asked_hash bytea) returns table (locale text, often text, later_until timestamptz)
language sql stable security definer set search_path = public, pg_temp
as $$
  select coalesce(p.locale, o.default_locale), c.often, c.later_until from digest d
  join person p on p.organisation_id = d.organisation_id and p.id = d.person_id
  join organisation o on o.id = d.organisation_id
  join digest_choice c on c.organisation_id = d.organisation_id and c.person_id = d.person_id
  where d.organisation_id = my_organisation() and d.token_hash = asked_hash
$$;

-- Later, less often, off, or daily after all, said by whoever holds the link. Any answer is one: nothing in that summary counts as ignored.
create or replace function answer_digest(asked_hash bytea, answer text, pause_until timestamptz) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp
as $$
declare answered digest;
begin
  select d.* into answered from digest d where d.organisation_id = my_organisation() and d.token_hash = asked_hash;
  if answered.id is null then return false; end if;
  update digest_line l set outcome = 'later'
  where l.organisation_id = answered.organisation_id and l.digest_id = answered.id and l.outcome is null;
  update digest_choice c set
    often = case when answer = 'off' then 'off' when answer = 'usual' then 'daily' when answer = 'less' and c.often = 'daily' then 'weekly' else c.often end,
    later_until = case when answer = 'later' then pause_until when answer = 'usual' then null else c.later_until end,
    next_at = case when answer = 'usual' then now() when answer = 'off' or c.often = 'off' then null else now() end
  where c.organisation_id = answered.organisation_id and c.person_id = answered.person_id;
  return true;
end $$;
grant execute on function digest_behind(bytea), answer_digest(bytea, text, timestamptz) to lotse_visitor;
