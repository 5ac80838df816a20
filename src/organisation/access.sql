-- People see their own organisation; visitors see the one whose host they called.
grant select on organisation to lotse_person;

create policy person_sees_own_organisation on organisation for select to lotse_person
  using (id = my_organisation());

create or replace function organisation_at_host(asked text)
returns table (id uuid, name text, default_locale text, time_zone text)
language sql stable security definer set search_path = public, pg_temp
as $$
  select o.id, o.name, o.default_locale, o.time_zone from organisation o
  where o.host = lower(asked) or o.host is null
  order by o.host nulls last limit 1
$$;
grant execute on function organisation_at_host(text) to lotse_visitor;
