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
