-- A picture of the schema, made by "npm run schema" from the migrations and access files.

table account (
  organisation_id uuid not null,
  person_id uuid not null,
  email text not null,
  email_confirmed_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  constraint account_email_check CHECK ((((char_length(email) >= 3) AND (char_length(email) <= 254)) AND (email = lower(email)))),
  constraint account_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id) ON DELETE CASCADE,
  constraint account_pkey PRIMARY KEY (organisation_id, person_id),
  constraint account_organisation_id_email_key UNIQUE (organisation_id, email)
)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant select to lotse_person
policy administrator_sees_accounts for select to lotse_person
    using ((organisation_id = my_organisation()) AND ( SELECT i_administer() AS i_administer))
policy person_sees_own_account for select to lotse_person
    using ((organisation_id = my_organisation()) AND (person_id = me()))

table invitation (
  organisation_id uuid not null,
  id uuid not null,
  token_hash bytea not null,
  audience_id uuid,
  role text,
  invited_by uuid,
  made_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  used_by uuid,
  used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  constraint invitation_check CHECK (((audience_id IS NULL) = (role IS NULL))),
  constraint invitation_role_check CHECK ((role = 'facilitator'::text)),
  constraint invitation_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint invitation_organisation_id_invited_by_fkey FOREIGN KEY (organisation_id, invited_by) REFERENCES person(organisation_id, id) ON DELETE CASCADE,
  constraint invitation_pkey PRIMARY KEY (organisation_id, id),
  constraint invitation_token_hash_key UNIQUE (token_hash)
)
CREATE INDEX invitation_to_audience ON public.invitation USING btree (organisation_id, audience_id)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner

table membership (
  organisation_id uuid not null,
  id uuid not null,
  audience_id uuid not null,
  person_id uuid not null,
  role text not null,
  since timestamp with time zone not null default now(),
  reads_from timestamp with time zone,
  until timestamp with time zone,
  granted_by uuid,
  constraint membership_role_check CHECK ((role = ANY (ARRAY['learner'::text, 'facilitator'::text]))),
  constraint membership_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id) ON DELETE CASCADE,
  constraint membership_pkey PRIMARY KEY (organisation_id, id)
)
CREATE INDEX membership_of_person ON public.membership USING btree (organisation_id, person_id)
CREATE UNIQUE INDEX membership_once ON public.membership USING btree (organisation_id, audience_id, person_id) WHERE (until IS NULL)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant insert, select to lotse_person
policy learner_founds_own_audience for insert to lotse_person
    with check ((organisation_id = my_organisation()) AND (person_id = me()) AND (role = 'learner'::text) AND (granted_by = me()) AND (NOT audience_is_taken(audience_id)))
policy learner_opens_or_ends_membership_of_others for update to lotse_person
    using ((organisation_id = my_organisation()) AND (until IS NULL) AND (person_id <> me()) AND (audience_id = ANY (ARRAY( SELECT audiences_i_steer() AS audiences_i_steer))))
    with check ((organisation_id = my_organisation()) AND (person_id <> me()) AND (audience_id = ANY (ARRAY( SELECT audiences_i_steer() AS audiences_i_steer))))
policy members_see_who_is_in_their_audience for select to lotse_person
    using ((organisation_id = my_organisation()) AND ((person_id = me()) OR (audience_id = ANY (ARRAY( SELECT my_audiences() AS my_audiences)))))

table migration (
  number integer not null,
  name text not null,
  checksum text not null,
  applied_at timestamp with time zone not null default now(),
  constraint migration_pkey PRIMARY KEY (number)
)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner

table organisation (
  id uuid not null,
  name text not null,
  host text,
  default_locale text not null,
  time_zone text not null default 'Europe/Berlin'::text,
  created_at timestamp with time zone not null default now(),
  constraint organisation_default_locale_check CHECK ((default_locale = ANY (ARRAY['de'::text, 'de-formal'::text, 'en'::text]))),
  constraint organisation_host_check CHECK ((host = lower(host))),
  constraint organisation_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 120))),
  constraint organisation_pkey PRIMARY KEY (id),
  constraint organisation_host_key UNIQUE (host)
)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant select to lotse_person
policy person_sees_own_organisation for select to lotse_person
    using (id = my_organisation())

table passage (
  organisation_id uuid not null,
  id uuid not null,
  context_id uuid not null,
  subject_id uuid not null,
  field text not null,
  position integer not null default 0,
  author_id uuid not null,
  audience_id uuid,
  body text not null,
  version integer not null default 1,
  updated_at timestamp with time zone not null default now(),
  constraint passage_body_check CHECK ((char_length(body) <= 5000)),
  constraint passage_organisation_id_author_id_fkey FOREIGN KEY (organisation_id, author_id) REFERENCES person(organisation_id, id) ON DELETE CASCADE,
  constraint passage_pkey PRIMARY KEY (organisation_id, id)
)
CREATE INDEX passage_in_context ON public.passage USING btree (organisation_id, context_id)
CREATE UNIQUE INDEX passage_place ON public.passage USING btree (organisation_id, subject_id, field, "position", author_id)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant delete, insert, select to lotse_person
policy audience_reads for select to lotse_person
    using ((organisation_id = my_organisation()) AND (audience_id = ANY (ARRAY( SELECT my_audiences() AS my_audiences))))
policy author_changes_own_words for update to lotse_person
    using ((organisation_id = my_organisation()) AND (author_id = me()) AND ((audience_id IS NULL) OR (audience_id = ANY (ARRAY( SELECT my_audiences() AS my_audiences)))))
    with check ((organisation_id = my_organisation()) AND (author_id = me()) AND ((audience_id = ANY (ARRAY( SELECT my_audiences() AS my_audiences))) OR ((audience_id IS NULL) AND ((context_id = me()) OR (context_id = ANY (ARRAY( SELECT audiences_i_steer() AS audiences_i_steer)))))))
policy author_reads_own_private_words for select to lotse_person
    using ((organisation_id = my_organisation()) AND (audience_id IS NULL) AND (author_id = me()))
policy author_removes_own_words for delete to lotse_person
    using ((organisation_id = my_organisation()) AND (author_id = me()) AND ((audience_id IS NULL) OR (audience_id = ANY (ARRAY( SELECT my_audiences() AS my_audiences)))))
policy author_writes_where_they_belong for insert to lotse_person
    with check ((organisation_id = my_organisation()) AND (author_id = me()) AND ((audience_id = ANY (ARRAY( SELECT my_audiences() AS my_audiences))) OR ((audience_id IS NULL) AND ((context_id = me()) OR (context_id = ANY (ARRAY( SELECT audiences_i_steer() AS audiences_i_steer)))))))
policy named_reader_reads for select to lotse_person
    using ((organisation_id = my_organisation()) AND (id = ANY (ARRAY( SELECT passages_shared_with_me() AS passages_shared_with_me))))

table password (
  organisation_id uuid not null,
  person_id uuid not null,
  hash text not null,
  changed_at timestamp with time zone not null default now(),
  constraint password_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id) ON DELETE CASCADE,
  constraint password_pkey PRIMARY KEY (organisation_id, person_id)
)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner

table permission (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null,
  granted_by uuid,
  granted_at timestamp with time zone not null default now(),
  revoked_by uuid,
  revoked_at timestamp with time zone,
  constraint permission_kind_check CHECK ((kind = ANY (ARRAY['admin'::text, 'publisher'::text]))),
  constraint permission_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id) ON DELETE CASCADE,
  constraint permission_pkey PRIMARY KEY (organisation_id, id)
)
CREATE UNIQUE INDEX permission_held_once ON public.permission USING btree (organisation_id, person_id, kind) WHERE (revoked_at IS NULL)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant select to lotse_person
policy permissions_are_visible_to_all for select to lotse_person
    using (organisation_id = my_organisation())

table person (
  organisation_id uuid not null,
  id uuid not null,
  name text not null,
  locale text,
  time_zone text,
  created_at timestamp with time zone not null default now(),
  constraint person_locale_check CHECK ((locale = ANY (ARRAY['de'::text, 'de-formal'::text, 'en'::text]))),
  constraint person_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 120))),
  constraint person_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint person_pkey PRIMARY KEY (organisation_id, id)
)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant select to lotse_person
policy person_edits_self for update to lotse_person
    using ((organisation_id = my_organisation()) AND (id = me()))
policy person_sees_names_of_own_organisation for select to lotse_person
    using (organisation_id = my_organisation())

table share (
  organisation_id uuid not null,
  id uuid not null,
  passage_id uuid not null,
  reader_id uuid not null,
  granted_by uuid not null,
  since timestamp with time zone not null default now(),
  until timestamp with time zone,
  constraint share_organisation_id_passage_id_fkey FOREIGN KEY (organisation_id, passage_id) REFERENCES passage(organisation_id, id) ON DELETE CASCADE,
  constraint share_organisation_id_reader_id_fkey FOREIGN KEY (organisation_id, reader_id) REFERENCES person(organisation_id, id) ON DELETE CASCADE,
  constraint share_pkey PRIMARY KEY (organisation_id, id)
)
CREATE INDEX share_of_passage ON public.share USING btree (organisation_id, passage_id)
CREATE INDEX share_to_reader ON public.share USING btree (organisation_id, reader_id)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant insert, select, update to lotse_person
policy author_ends_own_share for update to lotse_person
    using ((organisation_id = my_organisation()) AND (granted_by = me()))
policy author_shares_own_words for insert to lotse_person
    with check ((organisation_id = my_organisation()) AND (granted_by = me()) AND (EXISTS ( SELECT
   FROM passage p
  WHERE ((p.organisation_id = my_organisation()) AND (p.id = share.passage_id) AND (p.author_id = me())))))
policy both_ends_see_a_share for select to lotse_person
    using ((organisation_id = my_organisation()) AND ((reader_id = me()) OR (granted_by = me())))

table sign_in (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  token_hash bytea not null,
  created_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  constraint sign_in_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id) ON DELETE CASCADE,
  constraint sign_in_pkey PRIMARY KEY (organisation_id, id),
  constraint sign_in_token_hash_key UNIQUE (token_hash)
)
CREATE INDEX sign_in_of_person ON public.sign_in USING btree (organisation_id, person_id)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant delete, select to lotse_person
policy person_ends_own_sign_ins for delete to lotse_person
    using ((organisation_id = my_organisation()) AND (person_id = me()))
policy person_sees_own_sign_ins for select to lotse_person
    using ((organisation_id = my_organisation()) AND (person_id = me()))
