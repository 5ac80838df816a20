-- The queue lies in a schema of its own, laid out by graphile-worker. Its tables are closed to everybody by row-level security
-- without a policy; the role of the jobs gets the one policy that lets it work. Nobody else reaches the schema.
do $$ declare found record; begin
  for found in select c.relname, c.relrowsecurity from pg_class c where c.relnamespace = 'graphile_worker'::regnamespace and c.relkind = 'r' loop
    execute format('alter table graphile_worker.%I enable row level security', found.relname);
    execute format('drop policy if exists jobs_run_the_queue on graphile_worker.%I', found.relname);
    execute format('create policy jobs_run_the_queue on graphile_worker.%I for all to lotse_job using (true) with check (true)', found.relname);
  end loop;
end $$;
revoke all on schema graphile_worker from public;
revoke all on all tables in schema graphile_worker from public;
revoke execute on all functions in schema graphile_worker from public;
grant usage on schema graphile_worker to lotse_job;
grant select, insert, update, delete on all tables in schema graphile_worker to lotse_job;
grant usage on all sequences in schema graphile_worker to lotse_job;
grant execute on all functions in schema graphile_worker to lotse_job;
