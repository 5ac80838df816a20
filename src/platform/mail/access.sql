-- The only thing that pages may put into the queue: one letter, in the transaction that gives the reason for it.
create or replace function queue_mail(letter json, mail_key text) returns void
language sql volatile security definer set search_path = public, pg_temp
as $$
  select graphile_worker.add_job('send_mail', letter, job_key => mail_key, max_attempts => 12)
$$;
grant execute on function queue_mail(json, text) to lotse_person, lotse_visitor;
