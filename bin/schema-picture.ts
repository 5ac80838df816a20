import type pg from 'pg'

interface Line {
  table: string
  line: string
}

/** The schema as text that a person reads and a diff shows: tables, indexes, grants, policies. Sorted: equal schemas give equal text. */
export async function picture(client: pg.Client): Promise<string> {
  const rows = async (sql: string): Promise<Line[]> => (await client.query(sql)).rows
  const columns = await rows(`
    select c.relname as table, string_agg(format('  %s %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
      case when a.attnotnull then ' not null' else '' end, coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')), E',\\n' order by a.attnum) as line
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') group by c.relname order by c.relname`)
  const constraints = await rows(`
    select c.relname as table, format('  constraint %s %s', k.conname, pg_get_constraintdef(k.oid)) as line from pg_constraint k
    join pg_class c on c.oid = k.conrelid where c.relnamespace = 'public'::regnamespace and k.contype <> 'n' order by c.relname, k.contype, k.conname`)
  const indexes = await rows(`
    select tablename as table, indexdef as line from pg_indexes i where schemaname = 'public'
      and not exists (select from pg_constraint k where k.conname = i.indexname) order by indexname`)
  const policies = await rows(`
    select tablename as table, format('policy %s for %s to %s%s%s', policyname, lower(cmd), array_to_string(roles, ', '),
      coalesce(E'\\n    using ' || qual, ''), coalesce(E'\\n    with check ' || with_check, '')) as line
    from pg_policies where schemaname = 'public' order by tablename, policyname`)
  const grants = await rows(`
    select c.relname as table, format('grant %s to %s', string_agg(lower(x.privilege_type), ', ' order by x.privilege_type), r.rolname) as line
    from pg_class c, aclexplode(c.relacl) x join pg_roles r on r.oid = x.grantee
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and r.rolname like 'lotse\\_%' group by c.relname, r.rolname order by 1, r.rolname`)
  const of = (list: Line[], table: string) => list.filter((row) => row.table === table).map((row) => row.line)
  const parts = columns.map(({ table, line }) => {
    const inside = [line, ...of(constraints, table)].join(',\n')
    const after = [...of(indexes, table), ...of(grants, table), ...of(policies, table)]
    return `table ${table} (\n${inside}\n)${after.length ? `\n${after.join('\n')}` : ''}`
  })
  return `-- A picture of the schema, made by "npm run schema" from the migrations and access files.\n\n${parts.join('\n\n')}\n`
}
