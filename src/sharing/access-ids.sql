-- An id stands for one thing. Pages make the ids of what their forms send, and whoever reads something knows its id: a row with the id of a journey
-- of somebody else, once erased, would take the words of that journey along, and a request with it would let people into its audience.

-- Whether this is the id of something that is not one's own: a person, an audience that another founded, or what others write about
-- elsewhere than in what is one's own.
create or replace function is_id_of_another(asked uuid) returns boolean
language sql stable security definer set search_path = public, pg_temp
as $$
  select not exists (select from membership m where m.organisation_id = my_organisation() and m.audience_id = asked and m.person_id = me()
      and m.role in ('learner', 'host') and m.granted_by = me())
    and (asked = my_organisation()
      or exists (select from person p where p.organisation_id = my_organisation() and p.id = asked)
      or exists (select from membership m where m.organisation_id = my_organisation() and m.audience_id = asked)
      or exists (select from passage p where p.organisation_id = my_organisation() and p.context_id = asked and p.author_id <> me())
      or exists (select from passage p where p.organisation_id = my_organisation() and p.subject_id = asked and p.author_id <> me()
        and not p.context_id = any (array(select audiences_i_steer()))))
$$;
grant execute on function is_id_of_another(uuid) to lotse_person;
create policy nobody_founds_what_is_of_another on membership as restrictive for insert to lotse_person
  with check (role not in ('learner', 'host') or not is_id_of_another(audience_id));

create or replace function refuse_id_of_another() returns trigger
language plpgsql security definer set search_path = public, pg_temp
as $$
declare sent_twice boolean;
begin
  if me() is null or not is_id_of_another(new.id) then return new; end if;
  execute format('select exists (select from %I x where x.organisation_id = $1 and x.id = $2)', tg_table_name) into sent_twice
    using new.organisation_id, new.id;
  if sent_twice then return new; end if;
  raise exception 'this is the id of something else' using errcode = 'insufficient_privilege';
end $$;

-- Every table whose rows have an id, but those whose ids nothing goes by: texts and memberships themselves, which are many.
do $$ declare found record; begin
  for found in select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not in ('passage', 'membership')
    and 2 = (select count(*) from pg_attribute a where a.attrelid = c.oid and a.attname in ('organisation_id', 'id')) loop
    execute format('create trigger an_id_stands_for_one_thing before insert or update of id on %I for each row execute function refuse_id_of_another()', found.relname);
  end loop;
end $$;
