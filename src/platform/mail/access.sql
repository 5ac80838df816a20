-- The only thing that pages may put into the outbox: one letter, in the transaction that gives the reason for it.
create or replace function queue_letter(new_id uuid, new_kind text, new_recipient text, new_content json) returns void
language sql volatile security definer set search_path = public, pg_temp
as $$
  insert into letter (organisation_id, id, person_id, kind, recipient, content)
  values (my_organisation(), new_id,
    (select a.person_id from account a where a.organisation_id = my_organisation() and a.email = lower(new_recipient)),
    new_kind, new_recipient, new_content);
  select graphile_worker.add_job('send_letter', json_build_object('id', new_id), job_key => new_id::text, max_attempts => 1);
$$;
grant execute on function queue_letter(uuid, text, text, json) to lotse_person, lotse_visitor;

-- Who sends letters reads them; nobody else does, the administration neither.
grant select, update (state, recipient, content, attempts, problem, due_at, handed_at, sent_at), delete on letter to lotse_job;
create policy job_sees_letters on letter for select to lotse_job using (true);
create policy job_notes_what_became_of_letters on letter for update to lotse_job using (true) with check (true);
create policy job_removes_letters_that_are_over on letter for delete to lotse_job
  using (queued_at < now() - interval '14 days' and state in ('sent', 'unknown', 'failed'));

-- Letters that were put into the queue itself before there was an outbox, written in full but without their organisation, which signed them.
create or replace function adopt_letter(written json) returns uuid
language sql volatile security definer set search_path = public, pg_temp
as $$
  insert into letter (organisation_id, id, person_id, kind, recipient, content)
  select o.id, (written ->> 'key')::uuid, (select a.person_id from account a where a.organisation_id = o.id and a.email = written ->> 'to'),
    'other', written ->> 'to', written
  from (select o.id from organisation o order by (o.name = written ->> 'from') desc, o.created_at limit 1) o
  on conflict do nothing;
  select (written ->> 'key')::uuid;
$$;
grant execute on function adopt_letter(json) to lotse_job;
