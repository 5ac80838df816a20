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

table agreement (
  organisation_id uuid not null,
  id uuid not null,
  journey_id uuid not null,
  learner_id uuid not null,
  facilitator_id uuid not null,
  learner_ticked boolean,
  facilitator_ticked boolean,
  begun_at timestamp with time zone not null default now(),
  opened_at timestamp with time zone,
  ended_at timestamp with time zone,
  ended_by uuid,
  last_contact_at timestamp with time zone,
  looked_at timestamp with time zone,
  constraint agreement_check CHECK ((learner_id <> facilitator_id)),
  constraint agreement_organisation_id_facilitator_id_fkey FOREIGN KEY (organisation_id, facilitator_id) REFERENCES person(organisation_id, id) ON DELETE CASCADE,
  constraint agreement_organisation_id_journey_id_fkey FOREIGN KEY (organisation_id, journey_id) REFERENCES journey(organisation_id, id) ON DELETE CASCADE,
  constraint agreement_organisation_id_learner_id_fkey FOREIGN KEY (organisation_id, learner_id) REFERENCES person(organisation_id, id) ON DELETE CASCADE,
  constraint agreement_pkey PRIMARY KEY (organisation_id, id),
  constraint agreement_organisation_id_id_journey_id_key UNIQUE (organisation_id, id, journey_id)
)
CREATE INDEX agreement_of_facilitator ON public.agreement USING btree (organisation_id, facilitator_id)
CREATE INDEX agreement_of_journey ON public.agreement USING btree (organisation_id, journey_id)
CREATE UNIQUE INDEX agreement_open_once ON public.agreement USING btree (organisation_id, journey_id, facilitator_id) WHERE (ended_at IS NULL)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant select to lotse_person
policy both_read_their_agreement for select to lotse_person
    using ((organisation_id = my_organisation()) AND (id = ANY (ARRAY( SELECT my_audiences() AS my_audiences))))

table agreement_confirmation (
  organisation_id uuid not null,
  version_id uuid not null,
  person_id uuid not null,
  agreement_id uuid not null,
  at timestamp with time zone not null default now(),
  constraint agreement_confirmation_organisation_id_agreement_id_fkey FOREIGN KEY (organisation_id, agreement_id) REFERENCES agreement(organisation_id, id) ON DELETE CASCADE,
  constraint agreement_confirmation_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id) ON DELETE CASCADE,
  constraint agreement_confirmation_organisation_id_version_id_fkey FOREIGN KEY (organisation_id, version_id) REFERENCES agreement_version(organisation_id, id) ON DELETE CASCADE,
  constraint agreement_confirmation_pkey PRIMARY KEY (organisation_id, version_id, person_id)
)
CREATE INDEX agreement_confirmation_of_agreement ON public.agreement_confirmation USING btree (organisation_id, agreement_id)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant select to lotse_person
policy both_read_confirmations for select to lotse_person
    using ((organisation_id = my_organisation()) AND (agreement_id = ANY (ARRAY( SELECT my_audiences() AS my_audiences))))

table agreement_version (
  organisation_id uuid not null,
  id uuid not null,
  agreement_id uuid not null,
  journey_id uuid not null,
  number integer not null,
  written_by uuid not null,
  written_at timestamp with time zone not null default now(),
  laid_aside_at timestamp with time zone,
  support_level text not null,
  phase_overrides jsonb not null default '{}'::jsonb,
  contact_rhythm text not null,
  contact_weeks integer,
  reply_days integer not null,
  allowed_hats text[] not null,
  observation_default text not null default 'private'::text,
  review_after_cycle integer not null default 2,
  constraint agreement_version_allowed_hats_check CHECK (((allowed_hats <@ ARRAY['facilitation'::text, 'coaching'::text, 'training'::text]) AND ('facilitation'::text = ANY (allowed_hats)))),
  constraint agreement_version_check CHECK (((contact_rhythm = 'weeks'::text) = (contact_weeks IS NOT NULL))),
  constraint agreement_version_contact_rhythm_check CHECK ((contact_rhythm = ANY (ARRAY['weeks'::text, 'cycle'::text, 'on_call'::text]))),
  constraint agreement_version_contact_weeks_check CHECK (((contact_weeks >= 1) AND (contact_weeks <= 12))),
  constraint agreement_version_number_check CHECK ((number > 0)),
  constraint agreement_version_observation_default_check CHECK ((observation_default = ANY (ARRAY['private'::text, 'journey'::text]))),
  constraint agreement_version_phase_overrides_check CHECK ((jsonb_typeof(phase_overrides) = 'object'::text)),
  constraint agreement_version_reply_days_check CHECK (((reply_days >= 1) AND (reply_days <= 30))),
  constraint agreement_version_review_after_cycle_check CHECK (((review_after_cycle >= 1) AND (review_after_cycle <= 99))),
  constraint agreement_version_support_level_check CHECK ((support_level = ANY (ARRAY['guided'::text, 'regular'::text, 'on_call'::text, 'independent'::text]))),
  constraint agreement_version_organisation_id_agreement_id_journey_id_fkey FOREIGN KEY (organisation_id, agreement_id, journey_id) REFERENCES agreement(organisation_id, id, journey_id) ON DELETE CASCADE,
  constraint agreement_version_organisation_id_written_by_fkey FOREIGN KEY (organisation_id, written_by) REFERENCES person(organisation_id, id) ON DELETE CASCADE,
  constraint agreement_version_pkey PRIMARY KEY (organisation_id, id),
  constraint agreement_version_organisation_id_agreement_id_number_key UNIQUE (organisation_id, agreement_id, number)
)
CREATE INDEX agreement_version_of_journey ON public.agreement_version USING btree (organisation_id, journey_id)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant select to lotse_person
policy both_read_its_versions for select to lotse_person
    using ((organisation_id = my_organisation()) AND (agreement_id = ANY (ARRAY( SELECT my_audiences() AS my_audiences))))
policy either_writes_a_version for insert to lotse_person
    with check ((organisation_id = my_organisation()) AND (written_by = me()) AND (agreement_id = ANY (ARRAY( SELECT my_audiences() AS my_audiences))) AND (laid_aside_at IS NULL) AND (number <= number_of_next_version(agreement_id)) AND (EXISTS ( SELECT
   FROM agreement a
  WHERE ((a.organisation_id = my_organisation()) AND (a.id = agreement_version.agreement_id) AND (a.ended_at IS NULL)))))

table appointment (
  organisation_id uuid not null,
  id uuid not null,
  context_id uuid not null,
  kind text not null,
  organiser_id uuid,
  time_zone text not null,
  starts_at timestamp with time zone,
  minutes integer not null,
  recurrence jsonb,
  state text not null default 'proposed'::text,
  sequence integer not null default 0,
  changed_at timestamp with time zone not null default now(),
  asked_sequence integer not null default 0,
  secret bytea default sha256((uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()))),
  constraint appointment_check CHECK (((state <> 'booked'::text) OR (starts_at IS NOT NULL))),
  constraint appointment_check1 CHECK (((state <> 'proposed'::text) OR (starts_at IS NULL))),
  constraint appointment_kind_check CHECK ((kind = ANY (ARRAY['session'::text, 'meeting'::text]))),
  constraint appointment_minutes_check CHECK (((minutes >= 5) AND (minutes <= 720))),
  constraint appointment_sequence_check CHECK ((sequence >= 0)),
  constraint appointment_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'booked'::text, 'cancelled'::text]))),
  constraint appointment_time_zone_check CHECK (((char_length(time_zone) >= 1) AND (char_length(time_zone) <= 64))),
  constraint appointment_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint appointment_organisation_id_organiser_id_fkey FOREIGN KEY (organisation_id, organiser_id) REFERENCES person(organisation_id, id) ON DELETE SET NULL (organiser_id),
  constraint appointment_pkey PRIMARY KEY (organisation_id, id)
)
CREATE INDEX appointment_of_context ON public.appointment USING btree (organisation_id, context_id)
CREATE INDEX appointment_of_organiser ON public.appointment USING btree (organisation_id, organiser_id)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
policy audience_sees_appointments for select to lotse_person
    using ((organisation_id = my_organisation()) AND (context_id = ANY (ARRAY( SELECT my_audiences() AS my_audiences))))
policy who_steers_makes_appointments for insert to lotse_person
    with check ((organisation_id = my_organisation()) AND (organiser_id = me()) AND (context_id = ANY (ARRAY( SELECT audiences_i_steer() AS audiences_i_steer))))
policy who_steers_moves_appointments for update to lotse_person
    using ((organisation_id = my_organisation()) AND (state <> 'cancelled'::text) AND (context_id = ANY (ARRAY( SELECT audiences_i_steer() AS audiences_i_steer))))
    with check (organisation_id = my_organisation())

table appointment_exception (
  organisation_id uuid not null,
  appointment_id uuid not null,
  recurs_at timestamp with time zone not null,
  starts_at timestamp with time zone,
  minutes integer not null,
  sequence integer not null default 0,
  changed_at timestamp with time zone not null default now(),
  constraint appointment_exception_minutes_check CHECK (((minutes >= 5) AND (minutes <= 720))),
  constraint appointment_exception_sequence_check CHECK ((sequence >= 0)),
  constraint appointment_exception_organisation_id_appointment_id_fkey FOREIGN KEY (organisation_id, appointment_id) REFERENCES appointment(organisation_id, id) ON DELETE CASCADE,
  constraint appointment_exception_pkey PRIMARY KEY (organisation_id, appointment_id, recurs_at)
)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant select to lotse_person
policy audience_sees_what_is_otherwise for select to lotse_person
    using ((organisation_id = my_organisation()) AND (appointment_id = ANY (ARRAY( SELECT appointments_i_see(NULL::text) AS appointments_i_see))))
policy who_steers_moves_one_time for insert to lotse_person
    with check ((organisation_id = my_organisation()) AND (appointment_id = ANY (ARRAY( SELECT appointments_i_steer() AS appointments_i_steer))))
policy who_steers_moves_one_time_again for update to lotse_person
    using ((organisation_id = my_organisation()) AND (appointment_id = ANY (ARRAY( SELECT appointments_i_steer() AS appointments_i_steer))))

table appointment_time (
  organisation_id uuid not null,
  id uuid not null,
  appointment_id uuid not null,
  proposed_by uuid,
  starts_at timestamp with time zone not null,
  minutes integer not null,
  constraint appointment_time_minutes_check CHECK (((minutes >= 5) AND (minutes <= 720))),
  constraint appointment_time_organisation_id_appointment_id_fkey FOREIGN KEY (organisation_id, appointment_id) REFERENCES appointment(organisation_id, id) ON DELETE CASCADE,
  constraint appointment_time_organisation_id_proposed_by_fkey FOREIGN KEY (organisation_id, proposed_by) REFERENCES person(organisation_id, id) ON DELETE SET NULL (proposed_by),
  constraint appointment_time_pkey PRIMARY KEY (organisation_id, id),
  constraint appointment_time_organisation_id_appointment_id_starts_at_key UNIQUE (organisation_id, appointment_id, starts_at)
)
CREATE INDEX appointment_time_of_proposer ON public.appointment_time USING btree (organisation_id, proposed_by)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant insert, select to lotse_person
policy audience_proposes_times for insert to lotse_person
    with check ((organisation_id = my_organisation()) AND (proposed_by = me()) AND (appointment_id = ANY (ARRAY( SELECT appointments_i_see('proposed'::text) AS appointments_i_see))))
policy audience_sees_times for select to lotse_person
    using ((organisation_id = my_organisation()) AND (appointment_id = ANY (ARRAY( SELECT appointments_i_see(NULL::text) AS appointments_i_see))))

table assignee (
  organisation_id uuid not null,
  id uuid not null,
  journey_id uuid not null,
  step_id uuid not null,
  learner_id uuid not null,
  person_id uuid not null,
  role text not null,
  state text not null default 'asked'::text,
  asked_at timestamp with time zone not null default now(),
  decided_at timestamp with time zone,
  ended_at timestamp with time zone,
  suggestion text,
  constraint assignee_role_check CHECK ((role = ANY (ARRAY['trainer'::text, 'coach'::text, 'peer'::text]))),
  constraint assignee_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'accepted'::text, 'declined'::text, 'ended'::text]))),
  constraint assignee_suggestion_check CHECK ((suggestion = ANY (ARRAY['waiting'::text, 'accepted'::text, 'declined'::text]))),
  constraint assignee_organisation_id_journey_id_step_id_fkey FOREIGN KEY (organisation_id, journey_id, step_id) REFERENCES step(organisation_id, journey_id, id) ON DELETE CASCADE,
  constraint assignee_organisation_id_learner_id_fkey FOREIGN KEY (organisation_id, learner_id) REFERENCES person(organisation_id, id) ON DELETE CASCADE,
  constraint assignee_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id) ON DELETE CASCADE,
  constraint assignee_pkey PRIMARY KEY (organisation_id, id)
)
CREATE UNIQUE INDEX assigned_once ON public.assignee USING btree (organisation_id, step_id, person_id) WHERE (state = ANY (ARRAY['asked'::text, 'accepted'::text]))
CREATE INDEX assignee_of_journey ON public.assignee USING btree (organisation_id, journey_id)
CREATE INDEX assignee_of_person ON public.assignee USING btree (organisation_id, person_id)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant select to lotse_person
policy journey_sees_who_helps_with_its_steps for select to lotse_person
    using ((organisation_id = my_organisation()) AND (journey_id = ANY (ARRAY( SELECT my_audiences() AS my_audiences))))
policy learner_asks_somebody_to_help_with_a_step for insert to lotse_person
    with check ((organisation_id = my_organisation()) AND (learner_id = me()) AND (person_id <> me()) AND (journey_id = ANY (ARRAY( SELECT audiences_i_steer() AS audiences_i_steer))))
policy learner_ends_help_or_decides_on_a_suggestion for update to lotse_person
    using ((organisation_id = my_organisation()) AND (learner_id = me()) AND (journey_id = ANY (ARRAY( SELECT audiences_i_steer() AS audiences_i_steer))))
policy who_helps_sees_that_they_do for select to lotse_person
    using ((organisation_id = my_organisation()) AND (person_id = me()) AND (step_id = ANY (ARRAY( SELECT steps_i_help_with() AS steps_i_help_with))))
policy who_is_asked_agrees_suggests_or_leaves for update to lotse_person
    using ((organisation_id = my_organisation()) AND (person_id = me()) AND (step_id = ANY (ARRAY( SELECT steps_i_help_with() AS steps_i_help_with))))
    with check ((organisation_id = my_organisation()) AND (person_id = me()) AND (state = ANY (ARRAY['accepted'::text, 'declined'::text])))

table attachment (
  organisation_id uuid not null,
  id uuid not null,
  journey_id uuid not null,
  observation_id uuid not null,
  name text not null,
  media_type text not null,
  content bytea not null,
  added_at timestamp with time zone not null default now(),
  removed_at timestamp with time zone,
  constraint attachment_content_check CHECK (((octet_length(content) >= 1) AND (octet_length(content) <= 10485760))),
  constraint attachment_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 200))),
  constraint attachment_organisation_id_journey_id_observation_id_fkey FOREIGN KEY (organisation_id, journey_id, observation_id) REFERENCES observation(organisation_id, journey_id, id) ON DELETE CASCADE,
  constraint attachment_pkey PRIMARY KEY (organisation_id, id)
)
CREATE INDEX attachment_of_observation ON public.attachment USING btree (organisation_id, observation_id)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant delete, insert, select to lotse_person
policy author_of_the_note_attaches for insert to lotse_person
    with check ((organisation_id = my_organisation()) AND (journey_id = ANY (ARRAY( SELECT audiences_i_steer() AS audiences_i_steer))) AND (EXISTS ( SELECT
   FROM observation o
  WHERE ((o.organisation_id = my_organisation()) AND (o.id = attachment.observation_id) AND (o.author_id = me())))))
policy learner_erases_attachment for delete to lotse_person
    using ((organisation_id = my_organisation()) AND (journey_id = ANY (ARRAY( SELECT audiences_i_steer() AS audiences_i_steer))))
policy learner_removes_attachment for update to lotse_person
    using ((organisation_id = my_organisation()) AND (journey_id = ANY (ARRAY( SELECT audiences_i_steer() AS audiences_i_steer))))
policy reader_of_the_note_reads_attachment for select to lotse_person
    using ((organisation_id = my_organisation()) AND (EXISTS ( SELECT
   FROM observation o
  WHERE ((o.organisation_id = my_organisation()) AND (o.id = attachment.observation_id)))))

table attendance (
  organisation_id uuid not null,
  appointment_id uuid not null,
  person_id uuid not null,
  answer text not null,
  by text not null,
  at timestamp with time zone not null default now(),
  recurs_at timestamp with time zone not null default '-infinity'::timestamp with time zone,
  constraint attendance_answer_check CHECK ((answer = ANY (ARRAY['accepted'::text, 'tentative'::text, 'declined'::text, 'needs_action'::text]))),
  constraint attendance_by_check CHECK ((by = ANY (ARRAY['page'::text, 'mail'::text]))),
  constraint attendance_organisation_id_appointment_id_fkey FOREIGN KEY (organisation_id, appointment_id) REFERENCES appointment(organisation_id, id) ON DELETE CASCADE,
  constraint attendance_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id) ON DELETE CASCADE,
  constraint attendance_pkey PRIMARY KEY (organisation_id, appointment_id, person_id, recurs_at)
)
CREATE INDEX attendance_of_person ON public.attendance USING btree (organisation_id, person_id)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant insert, select to lotse_person
policy audience_sees_who_comes for select to lotse_person
    using ((organisation_id = my_organisation()) AND (appointment_id = ANY (ARRAY( SELECT appointments_i_see(NULL::text) AS appointments_i_see))))
policy person_changes_whether_they_come for update to lotse_person
    using ((organisation_id = my_organisation()) AND (person_id = me()) AND (appointment_id = ANY (ARRAY( SELECT appointments_i_see('booked'::text) AS appointments_i_see))))
    with check ((organisation_id = my_organisation()) AND (by = 'page'::text))
policy person_says_whether_they_come for insert to lotse_person
    with check ((organisation_id = my_organisation()) AND (person_id = me()) AND (by = 'page'::text) AND (appointment_id = ANY (ARRAY( SELECT appointments_i_see('booked'::text) AS appointments_i_see))))

table calendar_feed (
  organisation_id uuid not null,
  person_id uuid not null,
  token_hash bytea not null,
  with_titles boolean not null default false,
  made_at timestamp with time zone not null default now(),
  constraint calendar_feed_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id) ON DELETE CASCADE,
  constraint calendar_feed_pkey PRIMARY KEY (organisation_id, person_id),
  constraint calendar_feed_organisation_id_token_hash_key UNIQUE (organisation_id, token_hash)
)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant delete, insert to lotse_person
policy person_keeps_own_calendar_address for all to lotse_person
    using ((organisation_id = my_organisation()) AND (person_id = me()))
    with check ((organisation_id = my_organisation()) AND (person_id = me()))

table calendar_invitation (
  organisation_id uuid not null,
  appointment_id uuid not null,
  person_id uuid not null,
  sequence integer not null,
  starts_at timestamp with time zone not null,
  minutes integer not null,
  time_zone text not null,
  recurrence jsonb,
  mark text,
  constraint calendar_invitation_mark_check CHECK ((mark ~ '^[0-9a-f]{32}$'::text)),
  constraint calendar_invitation_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id) ON DELETE CASCADE,
  constraint calendar_invitation_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id) ON DELETE CASCADE,
  constraint calendar_invitation_pkey PRIMARY KEY (organisation_id, appointment_id, person_id)
)
CREATE INDEX calendar_invitation_of_person ON public.calendar_invitation USING btree (organisation_id, person_id)
grant delete to lotse_job
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
policy job_forgets_invitations_that_are_over for delete to lotse_job
    using ((starts_at < (now() - '1 day'::interval)) AND (recurrence IS NULL))
policy job_sees_invitations_that_are_over for select to lotse_job
    using ((starts_at < (now() - '1 day'::interval)) AND (recurrence IS NULL))

table case_consent (
  organisation_id uuid not null,
  case_id uuid not null,
  learner_id uuid not null,
  asked_at timestamp with time zone not null default now(),
  answer text,
  words_hash bytea,
  answered_at timestamp with time zone,
  constraint case_consent_answer_check CHECK ((answer = ANY (ARRAY['yes'::text, 'no'::text]))),
  constraint case_consent_organisation_id_case_id_fkey FOREIGN KEY (organisation_id, case_id) REFERENCES intervision_case(organisation_id, id) ON DELETE CASCADE,
  constraint case_consent_organisation_id_learner_id_fkey FOREIGN KEY (organisation_id, learner_id) REFERENCES person(organisation_id, id) ON DELETE CASCADE,
  constraint case_consent_pkey PRIMARY KEY (organisation_id, case_id)
)
CREATE INDEX case_consent_of_learner ON public.case_consent USING btree (organisation_id, learner_id)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant delete, select to lotse_person
policy author_and_learner_see_the_consent for select to lotse_person
    using ((organisation_id = my_organisation()) AND (case_id = ANY (ARRAY( SELECT cases_of_mine() AS cases_of_mine))))
policy author_names_whom_a_case_is_about for insert to lotse_person
    with check ((organisation_id = my_organisation()) AND (learner_id IN ( SELECT whom_i_accompanied.person_id
   FROM whom_i_accompanied() whom_i_accompanied(person_id, name))) AND (EXISTS ( SELECT
   FROM intervision_case c
  WHERE ((c.organisation_id = my_organisation()) AND (c.id = case_consent.case_id) AND (c.author_id = me())))))
policy learner_takes_the_case_back for delete to lotse_person
    using ((organisation_id = my_organisation()) AND (learner_id = me()))

table case_question (
  organisation_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  author_id uuid not null,
  asked_at timestamp with time zone not null default now(),
  constraint case_question_organisation_id_author_id_fkey FOREIGN KEY (organisation_id, author_id) REFERENCES person(organisation_id, id) ON DELETE CASCADE,
  constraint case_question_organisation_id_case_id_fkey FOREIGN KEY (organisation_id, case_id) REFERENCES intervision_case(organisation_id, id) ON DELETE CASCADE,
  constraint case_question_pkey PRIMARY KEY (organisation_id, id)
)
CREATE INDEX case_question_of_author ON public.case_question USING btree (organisation_id, author_id)
CREATE INDEX case_question_of_case ON public.case_question USING btree (organisation_id, case_id)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant delete, select to lotse_person
policy author_removes_a_question for delete to lotse_person
    using ((organisation_id = my_organisation()) AND (author_id = me()))
policy who_reads_a_case_sees_its_questions for select to lotse_person
    using ((organisation_id = my_organisation()) AND ((author_id = me()) OR (case_id = ANY (ARRAY( SELECT cases_of_mine() AS cases_of_mine))) OR case_is_open_to_me(case_id)))

table case_thanks (
  organisation_id uuid not null,
  question_id uuid not null,
  thanked_at timestamp with time zone not null default now(),
  constraint case_thanks_organisation_id_question_id_fkey FOREIGN KEY (organisation_id, question_id) REFERENCES case_question(organisation_id, id) ON DELETE CASCADE,
  constraint case_thanks_pkey PRIMARY KEY (organisation_id, question_id)
)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant delete, select to lotse_person
policy author_of_the_case_thanks for all to lotse_person
    using ((organisation_id = my_organisation()) AND is_my_case_of_question(question_id))
policy whoever_asked_sees_the_thanks for select to lotse_person
    using ((organisation_id = my_organisation()) AND (EXISTS ( SELECT
   FROM case_question q
  WHERE ((q.organisation_id = my_organisation()) AND (q.id = case_thanks.question_id) AND (q.author_id = me())))))

table challenge (
  organisation_id uuid not null,
  id uuid not null,
  journey_id uuid not null,
  version integer not null,
  kind text,
  learnable text,
  risk_flags text[] not null default '{}'::text[],
  confidence_start integer,
  expected_weeks integer,
  created_at timestamp with time zone not null default now(),
  constraint challenge_confidence_start_check CHECK (((confidence_start >= 0) AND (confidence_start <= 10))),
  constraint challenge_expected_weeks_check CHECK (((expected_weeks >= 1) AND (expected_weeks <= 26))),
  constraint challenge_kind_check CHECK ((kind = ANY (ARRAY['task'::text, 'problem'::text]))),
  constraint challenge_learnable_check CHECK ((learnable = ANY (ARRAY['yes'::text, 'partly'::text, 'no'::text]))),
  constraint challenge_risk_flags_check CHECK ((risk_flags <@ ARRAY['safety'::text, 'legal'::text, 'customer_data'::text, 'none'::text])),
  constraint challenge_version_check CHECK ((version >= 1)),
  constraint challenge_organisation_id_journey_id_fkey FOREIGN KEY (organisation_id, journey_id) REFERENCES journey(organisation_id, id) ON DELETE CASCADE,
  constraint challenge_pkey PRIMARY KEY (organisation_id, id),
  constraint challenge_in_journey UNIQUE (organisation_id, journey_id, id),
  constraint challenge_organisation_id_journey_id_version_key UNIQUE (organisation_id, journey_id, version)
)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant delete, insert, select, update to lotse_person
policy audience_reads_challenge for select to lotse_person
    using ((organisation_id = my_organisation()) AND (journey_id = ANY (ARRAY( SELECT my_audiences() AS my_audiences))))
policy learner_adds_challenge for insert to lotse_person
    with check ((organisation_id = my_organisation()) AND (journey_id = ANY (ARRAY( SELECT audiences_i_steer() AS audiences_i_steer))))
policy learner_changes_challenge for update to lotse_person
    using ((organisation_id = my_organisation()) AND (journey_id = ANY (ARRAY( SELECT audiences_i_steer() AS audiences_i_steer))))
policy learner_removes_challenge for delete to lotse_person
    using ((organisation_id = my_organisation()) AND (journey_id = ANY (ARRAY( SELECT audiences_i_steer() AS audiences_i_steer))))
policy nobody_reads_withheld_challenges for select to lotse_person
    using (id <> ALL (ARRAY( SELECT withheld_from_me() AS withheld_from_me)))

table challenge_private (
  organisation_id uuid not null,
  challenge_id uuid not null,
  person_id uuid not null,
  importance integer,
  constraint challenge_private_importance_check CHECK (((importance >= 0) AND (importance <= 10))),
  constraint challenge_private_organisation_id_challenge_id_fkey FOREIGN KEY (organisation_id, challenge_id) REFERENCES challenge(organisation_id, id) ON DELETE CASCADE,
  constraint challenge_private_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id) ON DELETE CASCADE,
  constraint challenge_private_pkey PRIMARY KEY (organisation_id, challenge_id)
)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant delete, insert, select to lotse_person
policy only_the_person_keeps_challenge_private for all to lotse_person
    using ((organisation_id = my_organisation()) AND (person_id = me()))
    with check ((organisation_id = my_organisation()) AND (person_id = me()) AND (EXISTS ( SELECT
   FROM challenge x
  WHERE ((x.organisation_id = my_organisation()) AND (x.id = challenge_private.challenge_id) AND (x.journey_id = ANY (ARRAY( SELECT audiences_i_steer() AS audiences_i_steer)))))))

table closing (
  organisation_id uuid not null,
  id uuid not null,
  journey_id uuid not null,
  outcome text not null,
  story_choice text,
  transfer_check_on date,
  support_level_at_end text,
  reason text,
  parked_until date,
  receiver text,
  receiver_agrees boolean,
  opened_at timestamp with time zone not null default now(),
  closed_at timestamp with time zone,
  constraint closing_outcome_check CHECK ((outcome = ANY (ARRAY['solved'::text, 'set_aside'::text, 'passed_on'::text]))),
  constraint closing_reason_check CHECK ((reason = ANY (ARRAY['priority_changed'::text, 'no_time'::text, 'no_longer_relevant'::text, 'too_big_now'::text, 'conditions_missing'::text, 'other'::text]))),
  constraint closing_receiver_check CHECK ((receiver = ANY (ARRAY['colleague'::text, 'team'::text, 'manager'::text, 'specialist'::text, 'external'::text]))),
  constraint closing_story_choice_check CHECK ((story_choice = ANY (ARRAY['yes'::text, 'later'::text, 'no'::text]))),
  constraint closing_support_level_at_end_check CHECK ((support_level_at_end = ANY (ARRAY['guided'::text, 'regular'::text, 'on_call'::text, 'independent'::text]))),
  constraint closing_organisation_id_journey_id_fkey FOREIGN KEY (organisation_id, journey_id) REFERENCES journey(organisation_id, id) ON DELETE CASCADE,
  constraint closing_pkey PRIMARY KEY (organisation_id, id)
)
CREATE INDEX closing_of_journey ON public.closing USING btree (organisation_id, journey_id)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant delete, insert, select, update to lotse_person
policy audience_reads_saved_closing for select to lotse_person
    using ((organisation_id = my_organisation()) AND (closed_at IS NOT NULL) AND (journey_id = ANY (ARRAY( SELECT my_audiences() AS my_audiences))))
policy learner_writes_own_closing for all to lotse_person
    using ((organisation_id = my_organisation()) AND (journey_id = ANY (ARRAY( SELECT audiences_i_steer() AS audiences_i_steer))))
policy nobody_reads_withheld_endings for select to lotse_person
    using (id <> ALL (ARRAY( SELECT withheld_from_me() AS withheld_from_me)))

table competency_private (
  organisation_id uuid not null,
  person_id uuid not null,
  seen_on date not null,
  competency text not null,
  level smallint not null,
  constraint competency_private_level_check CHECK (((level >= 1) AND (level <= 4))),
  constraint competency_private_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id) ON DELETE CASCADE,
  constraint competency_private_pkey PRIMARY KEY (organisation_id, person_id, seen_on, competency)
)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant delete, insert, select to lotse_person
policy everybody_sees_themselves_alone for all to lotse_person
    using ((organisation_id = my_organisation()) AND (person_id = me()))

table contact_message (
  organisation_id uuid not null,
  id uuid not null,
  name text not null default ''::text,
  email text not null,
  body text not null,
  sent_at timestamp with time zone not null default now(),
  answered_by uuid,
  answered_at timestamp with time zone,
  removed_at timestamp with time zone,
  constraint contact_message_body_check CHECK (((char_length(body) >= 1) AND (char_length(body) <= 4000))),
  constraint contact_message_check CHECK (((answered_by IS NULL) = (answered_at IS NULL))),
  constraint contact_message_email_check CHECK (((char_length(email) >= 3) AND (char_length(email) <= 254))),
  constraint contact_message_name_check CHECK ((char_length(name) <= 120)),
  constraint contact_message_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint contact_message_pkey PRIMARY KEY (organisation_id, id)
)
CREATE INDEX contact_message_by_time ON public.contact_message USING btree (organisation_id, sent_at)
grant delete to lotse_job
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant select to lotse_person
policy administrator_answers_or_removes_messages for update to lotse_person
    using ((organisation_id = my_organisation()) AND ( SELECT i_administer() AS i_administer))
    with check ((organisation_id = my_organisation()) AND ((answered_by IS NULL) OR (answered_by = me())) AND ( SELECT i_administer() AS i_administer))
policy administrator_reads_messages for select to lotse_person
    using ((organisation_id = my_organisation()) AND ( SELECT i_administer() AS i_administer))
policy job_removes_messages_that_are_over for delete to lotse_job
    using ((sent_at < (now() - '180 days'::interval)) OR (removed_at < (now() - '1 day'::interval)))
policy job_sees_messages_that_are_over for select to lotse_job
    using ((sent_at < (now() - '180 days'::interval)) OR (removed_at < (now() - '1 day'::interval)))

table cycle (
  organisation_id uuid not null,
  id uuid not null,
  journey_id uuid not null,
  number integer not null,
  state text not null default 'open'::text,
  challenge_id uuid not null,
  planned_review_on date,
  lead_intent jsonb not null default '{}'::jsonb,
  opened_at timestamp with time zone not null default now(),
  try_started_at timestamp with time zone,
  closed_at timestamp with time zone,
  offers_left uuid[] not null default '{}'::uuid[],
  constraint cycle_number_check CHECK ((number >= 1)),
  constraint cycle_state_check CHECK ((state = ANY (ARRAY['open'::text, 'reviewed'::text, 'unreviewed'::text]))),
  constraint cycle_organisation_id_journey_id_challenge_id_fkey FOREIGN KEY (organisation_id, journey_id, challenge_id) REFERENCES challenge(organisation_id, journey_id, id) ON DELETE CASCADE,
  constraint cycle_organisation_id_journey_id_fkey FOREIGN KEY (organisation_id, journey_id) REFERENCES journey(organisation_id, id) ON DELETE CASCADE,
  constraint cycle_pkey PRIMARY KEY (organisation_id, id),
  constraint cycle_in_journey UNIQUE (organisation_id, journey_id, id),
  constraint cycle_organisation_id_journey_id_number_key UNIQUE (organisation_id, journey_id, number)
)
CREATE UNIQUE INDEX one_open_cycle ON public.cycle USING btree (organisation_id, journey_id) WHERE (state = 'open'::text)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant delete, insert, select, update to lotse_person
policy audience_reads_cycle for select to lotse_person
    using ((organisation_id = my_organisation()) AND (journey_id = ANY (ARRAY( SELECT my_audiences() AS my_audiences))))
policy learner_adds_cycle for insert to lotse_person
    with check ((organisation_id = my_organisation()) AND (journey_id = ANY (ARRAY( SELECT audiences_i_steer() AS audiences_i_steer))))
policy learner_changes_cycle for update to lotse_person
    using ((organisation_id = my_organisation()) AND (journey_id = ANY (ARRAY( SELECT audiences_i_steer() AS audiences_i_steer))))
policy learner_removes_cycle for delete to lotse_person
    using ((organisation_id = my_organisation()) AND (journey_id = ANY (ARRAY( SELECT audiences_i_steer() AS audiences_i_steer))))
policy nobody_reads_withheld_cycles for select to lotse_person
    using (id <> ALL (ARRAY( SELECT withheld_from_me() AS withheld_from_me)))

table departure (
  organisation_id uuid not null,
  person_id uuid not null,
  receipt_id uuid not null default gen_random_uuid(),
  begun_at timestamp with time zone not null default now(),
  begun_by uuid not null,
  erase_on timestamp with time zone not null default (now() + '30 days'::interval),
  constraint departure_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id) ON DELETE CASCADE,
  constraint departure_pkey PRIMARY KEY (organisation_id, person_id)
)
CREATE INDEX departure_due ON public.departure USING btree (erase_on)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant select to lotse_person
policy administration_sees_who_leaves for select to lotse_person
    using ((organisation_id = my_organisation()) AND ( SELECT i_administer() AS i_administer))
policy person_sees_own_departure for select to lotse_person
    using ((organisation_id = my_organisation()) AND (person_id = me()))

table deputy_offer (
  organisation_id uuid not null,
  id uuid not null,
  journey_id uuid not null,
  agreement_id uuid not null,
  learner_id uuid not null,
  facilitator_id uuid not null,
  deputy_id uuid not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  proposed_at timestamp with time zone not null default now(),
  deputy_agreed_at timestamp with time zone,
  learner_agreed_at timestamp with time zone,
  ended_at timestamp with time zone,
  constraint deputy_offer_check CHECK ((ends_at > starts_at)),
  constraint deputy_offer_organisation_id_agreement_id_journey_id_fkey FOREIGN KEY (organisation_id, agreement_id, journey_id) REFERENCES agreement(organisation_id, id, journey_id) ON DELETE CASCADE,
  constraint deputy_offer_organisation_id_deputy_id_fkey FOREIGN KEY (organisation_id, deputy_id) REFERENCES person(organisation_id, id) ON DELETE CASCADE,
  constraint deputy_offer_organisation_id_facilitator_id_fkey FOREIGN KEY (organisation_id, facilitator_id) REFERENCES person(organisation_id, id) ON DELETE CASCADE,
  constraint deputy_offer_organisation_id_learner_id_fkey FOREIGN KEY (organisation_id, learner_id) REFERENCES person(organisation_id, id) ON DELETE CASCADE,
  constraint deputy_offer_pkey PRIMARY KEY (organisation_id, id)
)
CREATE INDEX deputy_offer_of_agreement ON public.deputy_offer USING btree (organisation_id, agreement_id)
CREATE INDEX deputy_offer_of_deputy ON public.deputy_offer USING btree (organisation_id, deputy_id)
CREATE INDEX deputy_offer_of_facilitator ON public.deputy_offer USING btree (organisation_id, facilitator_id)
CREATE INDEX deputy_offer_of_journey ON public.deputy_offer USING btree (organisation_id, journey_id)
CREATE INDEX deputy_offer_of_learner ON public.deputy_offer USING btree (organisation_id, learner_id)
CREATE UNIQUE INDEX deputy_offer_once ON public.deputy_offer USING btree (organisation_id, agreement_id, deputy_id, starts_at) WHERE (ended_at IS NULL)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant select to lotse_person
policy three_know_of_a_deputy for select to lotse_person
    using ((organisation_id = my_organisation()) AND ((learner_id = me()) OR (agreement_id = ANY (ARRAY( SELECT my_audiences() AS my_audiences))) OR ((deputy_id = me()) AND (ended_at IS NULL) AND (ends_at > now()))))

table digest (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  day date not null,
  sent_at timestamp with time zone not null,
  token_hash bytea not null,
  only_reminders boolean not null,
  constraint digest_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id) ON DELETE CASCADE,
  constraint digest_pkey PRIMARY KEY (organisation_id, id),
  constraint digest_organisation_id_person_id_day_key UNIQUE (organisation_id, person_id, day),
  constraint digest_token_hash_key UNIQUE (token_hash)
)
CREATE INDEX digest_sent ON public.digest USING btree (sent_at)
grant delete to lotse_job
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant insert, select to lotse_person
policy job_removes_digests_of_last_year for delete to lotse_job
    using (sent_at < (now() - '1 year'::interval))
policy job_sees_digests_of_last_year for select to lotse_job
    using (sent_at < (now() - '1 year'::interval))
policy person_keeps_own_digests for all to lotse_person
    using ((organisation_id = my_organisation()) AND (person_id = me()))

table digest_choice (
  organisation_id uuid not null,
  person_id uuid not null,
  often text not null default 'daily'::text,
  titles boolean not null default false,
  later_until timestamp with time zone,
  next_at timestamp with time zone default now(),
  constraint digest_choice_often_check CHECK ((often = ANY (ARRAY['daily'::text, 'weekly'::text, 'off'::text]))),
  constraint digest_choice_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id) ON DELETE CASCADE,
  constraint digest_choice_pkey PRIMARY KEY (organisation_id, person_id)
)
CREATE INDEX digest_choice_due ON public.digest_choice USING btree (next_at) WHERE (next_at IS NOT NULL)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant select to lotse_person
policy job_looks_again_later for update to lotse_job
    using (next_at IS NOT NULL)
    with check (next_at IS NOT NULL)
policy job_sees_whose_hour_it_is for select to lotse_job
    using (next_at IS NOT NULL)
policy person_keeps_own_digest_choice for all to lotse_person
    using ((organisation_id = my_organisation()) AND (person_id = me()))

table digest_line (
  organisation_id uuid not null,
  digest_id uuid not null,
  kind text not null,
  subject_id uuid not null,
  journey_id uuid,
  outcome text,
  constraint digest_line_kind_check CHECK ((kind = ANY (ARRAY['review'::text, 'step'::text, 'transfer'::text, 'reflection'::text, 'contact'::text, 'session'::text, 'proposal'::text, 'answer'::text, 'need_answered'::text, 'help_asked'::text, 'help_answered'::text, 'step_help_asked'::text, 'accompany_asked'::text, 'request_back'::text, 'agreement'::text, 'handover'::text, 'deputy_asked'::text, 'review_shared'::text, 'reflection_shared'::text, 'times_asked'::text, 'case_consent'::text, 'view_asked'::text, 'case_open'::text, 'practice_answered'::text]))),
  constraint digest_line_outcome_check CHECK ((outcome = ANY (ARRAY['acted'::text, 'ignored'::text, 'later'::text]))),
  constraint digest_line_organisation_id_digest_id_fkey FOREIGN KEY (organisation_id, digest_id) REFERENCES digest(organisation_id, id) ON DELETE CASCADE,
  constraint digest_line_organisation_id_journey_id_fkey FOREIGN KEY (organisation_id, journey_id) REFERENCES journey(organisation_id, id) ON DELETE CASCADE,
  constraint digest_line_pkey PRIMARY KEY (organisation_id, digest_id, kind, subject_id)
)
CREATE INDEX digest_line_of_journey ON public.digest_line USING btree (organisation_id, journey_id)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant insert, select to lotse_person
policy person_keeps_lines_of_own_digests for all to lotse_person
    using ((organisation_id = my_organisation()) AND (digest_id IN ( SELECT d.id
   FROM digest d
  WHERE ((d.organisation_id = my_organisation()) AND (d.person_id = me())))))

table email_confirmation (
  organisation_id uuid not null,
  person_id uuid not null,
  email text not null,
  token_hash bytea not null,
  made_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  constraint email_confirmation_email_check CHECK ((((char_length(email) >= 3) AND (char_length(email) <= 254)) AND (email = lower(email)))),
  constraint email_confirmation_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id) ON DELETE CASCADE,
  constraint email_confirmation_pkey PRIMARY KEY (organisation_id, person_id),
  constraint email_confirmation_token_hash_key UNIQUE (token_hash)
)
grant delete to lotse_job
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant delete to lotse_person
policy job_removes_expired_addresses for delete to lotse_job
    using (expires_at < now())
policy job_sees_expired_addresses for select to lotse_job
    using (expires_at < now())
policy person_sees_own_waiting_address for select to lotse_person
    using ((organisation_id = my_organisation()) AND (person_id = me()))
policy person_withdraws_own_waiting_address for delete to lotse_person
    using ((organisation_id = my_organisation()) AND (person_id = me()))

table erasure_receipt (
  organisation_id uuid not null,
  id uuid not null,
  erased_at timestamp with time zone not null default now(),
  journeys integer not null,
  texts integer not null,
  files integer not null,
  scans integer not null,
  constraint erasure_receipt_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint erasure_receipt_pkey PRIMARY KEY (organisation_id, id)
)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner

table facilitation_request (
  organisation_id uuid not null,
  id uuid not null,
  journey_id uuid not null,
  learner_id uuid not null,
  facilitator_id uuid not null,
  made_at timestamp with time zone not null default now(),
  answer_by timestamp with time zone not null,
  state text not null default 'waiting'::text,
  answered_at timestamp with time zone,
  constraint facilitation_request_check CHECK ((learner_id <> facilitator_id)),
  constraint facilitation_request_check1 CHECK ((answer_by <= (made_at + '14 days'::interval))),
  constraint facilitation_request_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'accepted'::text, 'declined'::text, 'withdrawn'::text]))),
  constraint facilitation_request_organisation_id_facilitator_id_fkey FOREIGN KEY (organisation_id, facilitator_id) REFERENCES person(organisation_id, id) ON DELETE CASCADE,
  constraint facilitation_request_organisation_id_journey_id_fkey FOREIGN KEY (organisation_id, journey_id) REFERENCES journey(organisation_id, id) ON DELETE CASCADE,
  constraint facilitation_request_organisation_id_learner_id_fkey FOREIGN KEY (organisation_id, learner_id) REFERENCES person(organisation_id, id) ON DELETE CASCADE,
  constraint facilitation_request_pkey PRIMARY KEY (organisation_id, id)
)
CREATE INDEX facilitation_request_of_journey ON public.facilitation_request USING btree (organisation_id, journey_id)
CREATE INDEX facilitation_request_of_learner ON public.facilitation_request USING btree (organisation_id, learner_id)
CREATE INDEX facilitation_request_to ON public.facilitation_request USING btree (organisation_id, facilitator_id) WHERE (state = 'waiting'::text)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant select to lotse_person
policy asked_facilitator_sees_request_in_time for select to lotse_person
    using ((organisation_id = my_organisation()) AND (facilitator_id = me()) AND (id = ANY (ARRAY( SELECT my_audiences() AS my_audiences))))
policy learner_sees_own_requests for select to lotse_person
    using ((organisation_id = my_organisation()) AND (learner_id = me()))

table form_key (
  organisation_id uuid not null,
  key bytea not null,
  constraint form_key_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint form_key_pkey PRIMARY KEY (organisation_id)
)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner

table handover (
  organisation_id uuid not null,
  id uuid not null,
  journey_id uuid not null,
  agreement_id uuid not null,
  from_level text not null,
  to_level text not null,
  phase_overrides jsonb not null default '{}'::jsonb,
  for_one_cycle boolean not null default true,
  state text not null default 'suggested'::text,
  suggested_by uuid,
  cycle_id uuid,
  suggested_at timestamp with time zone not null default now(),
  learner_agreed_at timestamp with time zone,
  facilitator_agreed_at timestamp with time zone,
  decided_at timestamp with time zone,
  answer text,
  constraint handover_answer_check CHECK ((answer = ANY (ARRAY['more'::text, 'right'::text, 'less'::text]))),
  constraint handover_check CHECK (((state = 'suggested'::text) = (decided_at IS NULL))),
  constraint handover_check1 CHECK ((abs((array_position(ARRAY['guided'::text, 'regular'::text, 'on_call'::text, 'independent'::text], from_level) - array_position(ARRAY['guided'::text, 'regular'::text, 'on_call'::text, 'independent'::text], to_level))) <= 1)),
  constraint handover_from_level_check CHECK ((from_level = ANY (ARRAY['guided'::text, 'regular'::text, 'on_call'::text, 'independent'::text]))),
  constraint handover_phase_overrides_check CHECK ((jsonb_typeof(phase_overrides) = 'object'::text)),
  constraint handover_state_check CHECK ((state = ANY (ARRAY['suggested'::text, 'trial'::text, 'agreed'::text, 'declined'::text]))),
  constraint handover_to_level_check CHECK ((to_level = ANY (ARRAY['guided'::text, 'regular'::text, 'on_call'::text, 'independent'::text]))),
  constraint handover_organisation_id_agreement_id_journey_id_fkey FOREIGN KEY (organisation_id, agreement_id, journey_id) REFERENCES agreement(organisation_id, id, journey_id) ON DELETE CASCADE,
  constraint handover_organisation_id_journey_id_cycle_id_fkey FOREIGN KEY (organisation_id, journey_id, cycle_id) REFERENCES cycle(organisation_id, journey_id, id) ON DELETE CASCADE,
  constraint handover_organisation_id_suggested_by_fkey FOREIGN KEY (organisation_id, suggested_by) REFERENCES person(organisation_id, id) ON DELETE CASCADE,
  constraint handover_pkey PRIMARY KEY (organisation_id, id)
)
CREATE UNIQUE INDEX handover_by_signals_once ON public.handover USING btree (organisation_id, agreement_id, cycle_id) WHERE (suggested_by IS NULL)
CREATE INDEX handover_of_journey ON public.handover USING btree (organisation_id, journey_id)
CREATE UNIQUE INDEX handover_open_once ON public.handover USING btree (organisation_id, agreement_id) WHERE (state = 'suggested'::text)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant select to lotse_person
policy both_read_their_handovers for select to lotse_person
    using ((organisation_id = my_organisation()) AND (agreement_id = ANY (ARRAY( SELECT my_audiences() AS my_audiences))))

table hat_change (
  organisation_id uuid not null,
  id uuid not null,
  journey_id uuid not null,
  agreement_id uuid not null,
  hat text not null,
  minutes integer not null,
  asked_at timestamp with time zone not null default now(),
  accepted_at timestamp with time zone,
  returned_at timestamp with time zone,
  constraint hat_change_hat_check CHECK ((hat = ANY (ARRAY['coaching'::text, 'training'::text]))),
  constraint hat_change_minutes_check CHECK (((minutes >= 1) AND (minutes <= 240))),
  constraint hat_change_organisation_id_agreement_id_journey_id_fkey FOREIGN KEY (organisation_id, agreement_id, journey_id) REFERENCES agreement(organisation_id, id, journey_id) ON DELETE CASCADE,
  constraint hat_change_pkey PRIMARY KEY (organisation_id, id)
)
CREATE UNIQUE INDEX hat_change_asked_once ON public.hat_change USING btree (organisation_id, agreement_id) WHERE (accepted_at IS NULL)
CREATE INDEX hat_change_of_journey ON public.hat_change USING btree (organisation_id, journey_id)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant select to lotse_person
policy both_read_their_changes_of_hat for select to lotse_person
    using ((organisation_id = my_organisation()) AND (agreement_id = ANY (ARRAY( SELECT my_audiences() AS my_audiences))))

table hat_segment (
  organisation_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  person_id uuid not null,
  hat text not null,
  minutes integer not null,
  asked_at timestamp with time zone not null default now(),
  answered_at timestamp with time zone,
  started_at timestamp with time zone,
  ended_at timestamp with time zone,
  constraint hat_segment_check CHECK (((started_at IS NULL) OR (answered_at IS NOT NULL))),
  constraint hat_segment_hat_check CHECK ((hat = ANY (ARRAY['coaching'::text, 'training'::text]))),
  constraint hat_segment_minutes_check CHECK (((minutes >= 5) AND (minutes <= 120))),
  constraint hat_segment_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id) ON DELETE CASCADE,
  constraint hat_segment_organisation_id_session_id_fkey FOREIGN KEY (organisation_id, session_id) REFERENCES session(organisation_id, id) ON DELETE CASCADE,
  constraint hat_segment_pkey PRIMARY KEY (organisation_id, id)
)
CREATE INDEX hat_segment_of_person ON public.hat_segment USING btree (organisation_id, person_id)
CREATE INDEX hat_segment_of_session ON public.hat_segment USING btree (organisation_id, session_id, asked_at)
CREATE UNIQUE INDEX one_hat_at_a_time ON public.hat_segment USING btree (organisation_id, session_id) WHERE ((started_at IS NOT NULL) AND (ended_at IS NULL))
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant insert, select to lotse_person
policy somebody_else_answers for update to lotse_person
    using ((organisation_id = my_organisation()) AND (person_id <> me()) AND (session_id = ANY (ARRAY( SELECT my_audiences() AS my_audiences))))
policy who_wears_a_hat_takes_it_off for update to lotse_person
    using ((organisation_id = my_organisation()) AND (person_id = me()) AND (started_at IS NOT NULL) AND (session_id = ANY (ARRAY( SELECT my_audiences() AS my_audiences))))
policy whoever_takes_part_asks_to_put_on_a_hat for insert to lotse_person
    with check ((organisation_id = my_organisation()) AND (person_id = me()) AND (answered_at IS NULL) AND (started_at IS NULL) AND (session_id = ANY (ARRAY( SELECT my_audiences() AS my_audiences))) AND (NOT session_is_over(session_id)))
policy whoever_takes_part_sees_the_hats for select to lotse_person
    using ((organisation_id = my_organisation()) AND (session_id = ANY (ARRAY( SELECT my_audiences() AS my_audiences))))

table help_request (
  organisation_id uuid not null,
  id uuid not null,
  journey_id uuid not null,
  cycle_id uuid not null,
  learner_id uuid not null,
  to_person_id uuid,
  state text not null default 'open'::text,
  asked_at timestamp with time zone not null default now(),
  declined_at timestamp with time zone,
  ended_at timestamp with time zone,
  constraint help_request_check CHECK (((state = ANY (ARRAY['resolved'::text, 'withdrawn'::text])) = (ended_at IS NOT NULL))),
  constraint help_request_check1 CHECK (((declined_at IS NULL) OR (state <> 'answered'::text))),
  constraint help_request_state_check CHECK ((state = ANY (ARRAY['open'::text, 'answered'::text, 'resolved'::text, 'withdrawn'::text]))),
  constraint help_request_organisation_id_journey_id_cycle_id_fkey FOREIGN KEY (organisation_id, journey_id, cycle_id) REFERENCES cycle(organisation_id, journey_id, id) ON DELETE CASCADE,
  constraint help_request_organisation_id_journey_id_fkey FOREIGN KEY (organisation_id, journey_id) REFERENCES journey(organisation_id, id) ON DELETE CASCADE,
  constraint help_request_organisation_id_learner_id_fkey FOREIGN KEY (organisation_id, learner_id) REFERENCES person(organisation_id, id) ON DELETE CASCADE,
  constraint help_request_organisation_id_to_person_id_fkey FOREIGN KEY (organisation_id, to_person_id) REFERENCES person(organisation_id, id) ON DELETE SET NULL (to_person_id),
  constraint help_request_pkey PRIMARY KEY (organisation_id, id)
)
CREATE INDEX help_request_of_journey ON public.help_request USING btree (organisation_id, journey_id)
CREATE INDEX help_request_of_learner ON public.help_request USING btree (organisation_id, learner_id)
CREATE INDEX help_request_to_person ON public.help_request USING btree (organisation_id, to_person_id)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant select to lotse_person
policy addressee_answers_or_says_not_now for update to lotse_person
    using ((organisation_id = my_organisation()) AND (to_person_id = me()) AND (state = ANY (ARRAY['open'::text, 'answered'::text])) AND (id = ANY (ARRAY( SELECT my_audiences() AS my_audiences))))
    with check ((organisation_id = my_organisation()) AND (to_person_id = me()) AND (state = ANY (ARRAY['open'::text, 'answered'::text])) AND (ended_at IS NULL))
policy audience_reads_help_request for select to lotse_person
    using ((organisation_id = my_organisation()) AND (id = ANY (ARRAY( SELECT my_audiences() AS my_audiences))))
policy learner_asks_for_help for insert to lotse_person
    with check ((organisation_id = my_organisation()) AND (learner_id = me()) AND (to_person_id <> me()) AND (journey_id = ANY (ARRAY( SELECT audiences_i_steer() AS audiences_i_steer))))
policy learner_reads_own_help_requests for select to lotse_person
    using ((organisation_id = my_organisation()) AND (learner_id = me()))
policy learner_resolves_withdraws_or_asks_somebody_else for update to lotse_person
    using ((organisation_id = my_organisation()) AND (learner_id = me()) AND (state <> 'withdrawn'::text))
    with check ((organisation_id = my_organisation()) AND (learner_id = me()) AND (to_person_id IS DISTINCT FROM me()))

table intervision_case (
  organisation_id uuid not null,
  id uuid not null,
  author_id uuid not null,
  made_at timestamp with time zone not null default now(),
  declared_hash bytea,
  declared_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  constraint intervision_case_organisation_id_author_id_fkey FOREIGN KEY (organisation_id, author_id) REFERENCES person(organisation_id, id) ON DELETE CASCADE,
  constraint intervision_case_pkey PRIMARY KEY (organisation_id, id)
)
CREATE INDEX intervision_case_of_author ON public.intervision_case USING btree (organisation_id, author_id)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant delete, select to lotse_person
policy author_and_learner_see_a_case for select to lotse_person
    using ((organisation_id = my_organisation()) AND ((author_id = me()) OR (id = ANY (ARRAY( SELECT cases_of_mine() AS cases_of_mine)))))
policy author_removes_a_case for delete to lotse_person
    using ((organisation_id = my_organisation()) AND (author_id = me()))
policy author_writes_a_case for insert to lotse_person
    with check ((organisation_id = my_organisation()) AND (author_id = me()))
policy colleagues_see_published_cases for select to lotse_person
    using ((organisation_id = my_organisation()) AND case_is_open_to_me(id))

table introduction (
  organisation_id uuid not null,
  person_id uuid not null,
  languages text[] not null,
  hats text[] not null,
  places integer not null,
  reply_days integer not null,
  paused_at timestamp with time zone,
  written_at timestamp with time zone not null default now(),
  constraint introduction_hats_check CHECK (((hats <@ ARRAY['facilitation'::text, 'coaching'::text, 'training'::text]) AND ('facilitation'::text = ANY (hats)))),
  constraint introduction_languages_check CHECK (((cardinality(languages) >= 1) AND (cardinality(languages) <= 8))),
  constraint introduction_places_check CHECK (((places >= 0) AND (places <= 30))),
  constraint introduction_reply_days_check CHECK (((reply_days >= 1) AND (reply_days <= 14))),
  constraint introduction_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id) ON DELETE CASCADE,
  constraint introduction_pkey PRIMARY KEY (organisation_id, person_id)
)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant delete, insert, select, update to lotse_person
policy organisation_reads_introductions for select to lotse_person
    using ((organisation_id = my_organisation()) AND (NOT is_leaving(person_id)))
policy person_introduces_themselves for all to lotse_person
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
  email text,
  constraint invitation_check CHECK (((audience_id IS NULL) = (role IS NULL))),
  constraint invitation_email_check CHECK (((char_length(email) >= 3) AND (char_length(email) <= 254))),
  constraint invitation_role_check CHECK ((role = 'facilitator'::text)),
  constraint invitation_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint invitation_organisation_id_invited_by_fkey FOREIGN KEY (organisation_id, invited_by) REFERENCES person(organisation_id, id) ON DELETE CASCADE,
  constraint invitation_pkey PRIMARY KEY (organisation_id, id),
  constraint invitation_token_hash_key UNIQUE (token_hash)
)
CREATE INDEX invitation_to_audience ON public.invitation USING btree (organisation_id, audience_id)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
policy administration_sees_invitations_to_organisation for select to lotse_person
    using ((organisation_id = my_organisation()) AND (audience_id IS NULL) AND ( SELECT i_administer() AS i_administer))
policy administrator_invites_to_organisation for insert to lotse_person
    with check ((organisation_id = my_organisation()) AND (invited_by = me()) AND (audience_id IS NULL) AND (expires_at <= (now() + '14 days'::interval)) AND ( SELECT i_administer() AS i_administer))
policy administrator_renews_or_revokes_invitation for update to lotse_person
    using ((organisation_id = my_organisation()) AND (audience_id IS NULL) AND (used_at IS NULL) AND (revoked_at IS NULL) AND ( SELECT i_administer() AS i_administer))
    with check ((organisation_id = my_organisation()) AND (audience_id IS NULL) AND (expires_at <= (now() + '14 days'::interval)))
policy job_forgets_whom_an_expired_invitation_meant for all to lotse_job
    using (expires_at < now())
policy learner_invites_to_own_journey for insert to lotse_person
    with check ((organisation_id = my_organisation()) AND (invited_by = me()) AND (expires_at <= (now() + '14 days'::interval)) AND (audience_id = ANY (ARRAY( SELECT audiences_i_steer() AS audiences_i_steer))))
policy learner_renews_or_revokes_invitation for update to lotse_person
    using ((organisation_id = my_organisation()) AND (used_at IS NULL) AND (revoked_at IS NULL) AND (audience_id = ANY (ARRAY( SELECT audiences_i_steer() AS audiences_i_steer))))
    with check ((organisation_id = my_organisation()) AND (expires_at <= (now() + '14 days'::interval)) AND (audience_id = ANY (ARRAY( SELECT audiences_i_steer() AS audiences_i_steer))))
policy learner_sees_invitations_to_own_journey for select to lotse_person
    using ((organisation_id = my_organisation()) AND (audience_id = ANY (ARRAY( SELECT audiences_i_steer() AS audiences_i_steer))))

table journey (
  organisation_id uuid not null,
  id uuid not null,
  learner_id uuid not null,
  status text not null default 'draft'::text,
  phase text not null default 'identify'::text,
  outcome text,
  solved_independence text,
  created_at timestamp with time zone not null default now(),
  started_at timestamp with time zone,
  closed_at timestamp with time zone,
  resume_on date,
  last_written_at timestamp with time zone not null default now(),
  constraint journey_check CHECK (((status <> 'draft'::text) OR ((phase = 'identify'::text) AND (outcome IS NULL)))),
  constraint journey_check1 CHECK (((status <> ALL (ARRAY['active'::text, 'paused'::text])) OR ((outcome IS NULL) AND (phase <> ALL (ARRAY['transfer'::text, 'done'::text]))))),
  constraint journey_check2 CHECK (((status <> 'closed'::text) OR ((outcome IS NOT NULL) AND (phase = ANY (ARRAY['transfer'::text, 'done'::text]))))),
  constraint journey_outcome_check CHECK ((outcome = ANY (ARRAY['solved'::text, 'set_aside'::text, 'passed_on'::text]))),
  constraint journey_phase_check CHECK ((phase = ANY (ARRAY['identify'::text, 'plan'::text, 'try'::text, 'evaluate'::text, 'close'::text, 'transfer'::text, 'done'::text]))),
  constraint journey_solved_independence_check CHECK ((solved_independence = ANY (ARRAY['with_help'::text, 'on_my_own'::text]))),
  constraint journey_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'active'::text, 'paused'::text, 'closed'::text]))),
  constraint journey_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint journey_organisation_id_learner_id_fkey FOREIGN KEY (organisation_id, learner_id) REFERENCES person(organisation_id, id) ON DELETE CASCADE,
  constraint journey_pkey PRIMARY KEY (organisation_id, id)
)
CREATE INDEX journey_of_learner ON public.journey USING btree (organisation_id, learner_id)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant delete, insert, select, update to lotse_person
policy audience_reads_journey for select to lotse_person
    using ((organisation_id = my_organisation()) AND ((learner_id = me()) OR (id = ANY (ARRAY( SELECT my_audiences() AS my_audiences)))))
policy job_lets_silent_journeys_rest for update to lotse_job
    using ((status = 'active'::text) AND (last_written_at < (now() - '179 days'::interval)))
    with check (status = 'paused'::text)
policy job_sees_silent_journeys for select to lotse_job
    using ((status = ANY (ARRAY['active'::text, 'paused'::text])) AND (last_written_at < (now() - '179 days'::interval)))
policy learner_creates_own_journey for insert to lotse_person
    with check ((organisation_id = my_organisation()) AND (learner_id = me()) AND (status = 'draft'::text))
policy learner_erases_own_journey for delete to lotse_person
    using ((organisation_id = my_organisation()) AND (learner_id = me()))
policy learner_moves_own_journey for update to lotse_person
    using ((organisation_id = my_organisation()) AND (learner_id = me()))

table journey_event (
  organisation_id uuid not null,
  id uuid not null,
  journey_id uuid not null,
  name text not null,
  actor_id uuid,
  at timestamp with time zone not null default now(),
  constraint journey_event_organisation_id_journey_id_fkey FOREIGN KEY (organisation_id, journey_id) REFERENCES journey(organisation_id, id) ON DELETE CASCADE,
  constraint journey_event_pkey PRIMARY KEY (organisation_id, id)
)
CREATE INDEX journey_event_of_journey ON public.journey_event USING btree (organisation_id, journey_id)
grant insert to lotse_job
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant select to lotse_person
policy actor_notes_own_act for insert to lotse_person
    with check ((organisation_id = my_organisation()) AND (actor_id = me()) AND (journey_id = ANY (ARRAY( SELECT my_audiences() AS my_audiences))))
policy audience_reads_events for select to lotse_person
    using ((organisation_id = my_organisation()) AND (journey_id = ANY (ARRAY( SELECT my_audiences() AS my_audiences))))
policy everybody_notes_their_kind_of_act for insert to lotse_person
    with check 
CASE
    WHEN (journey_id = ANY (ARRAY( SELECT audiences_i_steer() AS audiences_i_steer))) THEN (name <> ALL (ARRAY['journeyOpened'::text, 'agreementChanged'::text, 'supportChanged'::text, 'facilitationEnded'::text, 'facilitationLeft'::text, 'autoPause'::text]))
    ELSE (name = ANY (ARRAY['proposed'::text, 'respondedToReview'::text, 'sawDifferently'::text, 'sessionHeld'::text]))
END
policy job_notes_rest for insert to lotse_job
    with check ((name = 'autoPause'::text) AND (actor_id IS NULL))

table letter (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid,
  kind text not null,
  state text not null default 'waiting'::text,
  recipient text,
  content json,
  attempts integer not null default 0,
  problem text,
  queued_at timestamp with time zone not null default now(),
  due_at timestamp with time zone not null default now(),
  handed_at timestamp with time zone,
  sent_at timestamp with time zone,
  constraint letter_check CHECK (((state = ANY (ARRAY['sent'::text, 'failed'::text])) OR ((recipient IS NOT NULL) AND (content IS NOT NULL)))),
  constraint letter_check1 CHECK (((state <> 'sent'::text) OR ((recipient IS NULL) AND (content IS NULL) AND (sent_at IS NOT NULL)))),
  constraint letter_check2 CHECK (((state = 'failed'::text) = (problem IS NOT NULL))),
  constraint letter_kind_check CHECK ((kind = ANY (ARRAY['sign_in'::text, 'invitation'::text, 'calendar'::text, 'digest'::text, 'message'::text, 'other'::text]))),
  constraint letter_problem_check CHECK ((problem = ANY (ARRAY['refused'::text, 'given_up'::text, 'returned'::text]))),
  constraint letter_recipient_check CHECK (((char_length(recipient) >= 3) AND (char_length(recipient) <= 254))),
  constraint letter_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'sending'::text, 'sent'::text, 'unknown'::text, 'failed'::text]))),
  constraint letter_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint letter_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id) ON DELETE CASCADE,
  constraint letter_pkey PRIMARY KEY (organisation_id, id)
)
CREATE INDEX letter_by_id ON public.letter USING btree (id)
CREATE INDEX letter_due ON public.letter USING btree (due_at) WHERE (state = ANY (ARRAY['waiting'::text, 'sending'::text]))
CREATE INDEX letter_in_outbox ON public.letter USING btree (organisation_id, state, kind) WHERE (state <> 'sent'::text)
CREATE INDEX letter_of_person ON public.letter USING btree (organisation_id, person_id)
grant delete, select to lotse_job
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
policy job_notes_what_became_of_letters for update to lotse_job
    using true
    with check true
policy job_removes_letters_that_are_over for delete to lotse_job
    using ((queued_at < (now() - '14 days'::interval)) AND (state = ANY (ARRAY['sent'::text, 'unknown'::text, 'failed'::text])))
policy job_sees_letters for select to lotse_job
    using true

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
  constraint membership_role_check CHECK ((role = ANY (ARRAY['learner'::text, 'host'::text, 'facilitator'::text, 'deputy'::text, 'trainer'::text, 'coach'::text, 'peer'::text, 'member'::text, 'reader'::text]))),
  constraint membership_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id) ON DELETE CASCADE,
  constraint membership_pkey PRIMARY KEY (organisation_id, id)
)
CREATE INDEX membership_of_audience ON public.membership USING btree (organisation_id, audience_id)
CREATE INDEX membership_of_person ON public.membership USING btree (organisation_id, person_id)
CREATE UNIQUE INDEX membership_once ON public.membership USING btree (organisation_id, audience_id, person_id) WHERE (until IS NULL)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant insert, select to lotse_person
policy a_pair_stays_two for insert to lotse_person
    with check (NOT (EXISTS ( SELECT
   FROM pair p
  WHERE ((p.organisation_id = my_organisation()) AND (p.id = membership.audience_id)))))
policy a_step_is_opened_by_its_learner for insert to lotse_person
    with check (NOT is_step_of_another(audience_id))
policy founder_steers_own_audience for insert to lotse_person
    with check ((organisation_id = my_organisation()) AND (person_id = me()) AND (role = ANY (ARRAY['learner'::text, 'host'::text])) AND (granted_by = me()) AND (audience_id <> my_organisation()) AND (NOT audience_is_taken(audience_id)))
policy members_see_who_is_in_their_audience for select to lotse_person
    using ((organisation_id = my_organisation()) AND ((person_id = me()) OR (audience_id = ANY (ARRAY( SELECT my_audiences() AS my_audiences)))))
policy nobody_founds_what_is_of_another for insert to lotse_person
    with check ((role <> ALL (ARRAY['learner'::text, 'host'::text])) OR (NOT is_id_of_another(audience_id)))
policy who_steers_ends_membership_of_others for update to lotse_person
    using ((organisation_id = my_organisation()) AND (until IS NULL) AND (person_id <> me()) AND (audience_id = ANY (ARRAY( SELECT audiences_i_steer() AS audiences_i_steer))))
    with check ((organisation_id = my_organisation()) AND (person_id <> me()) AND (until <= now()) AND (audience_id = ANY (ARRAY( SELECT audiences_i_steer() AS audiences_i_steer))))
policy who_steers_lets_others_in for insert to lotse_person
    with check ((organisation_id = my_organisation()) AND (person_id <> me()) AND (granted_by = me()) AND (role = ANY (ARRAY['trainer'::text, 'coach'::text, 'peer'::text, 'member'::text, 'reader'::text])) AND (audience_id = ANY (ARRAY( SELECT audiences_i_steer() AS audiences_i_steer))))

table migration (
  number integer not null,
  name text not null,
  checksum text not null,
  applied_at timestamp with time zone not null default now(),
  constraint migration_pkey PRIMARY KEY (number)
)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner

table need (
  organisation_id uuid not null,
  id uuid not null,
  journey_id uuid not null,
  step_id uuid not null,
  position integer not null default 0,
  needed_by date,
  state text not null default 'open'::text,
  removed_at timestamp with time zone,
  constraint need_state_check CHECK ((state = ANY (ARRAY['open'::text, 'there'::text, 'not_available'::text]))),
  constraint need_organisation_id_journey_id_fkey FOREIGN KEY (organisation_id, journey_id) REFERENCES journey(organisation_id, id) ON DELETE CASCADE,
  constraint need_organisation_id_journey_id_step_id_fkey FOREIGN KEY (organisation_id, journey_id, step_id) REFERENCES step(organisation_id, journey_id, id) ON DELETE CASCADE,
  constraint need_pkey PRIMARY KEY (organisation_id, id),
  constraint need_in_journey UNIQUE (organisation_id, journey_id, id)
)
CREATE INDEX need_of_journey ON public.need USING btree (organisation_id, journey_id)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant delete, insert, select, update to lotse_person
policy audience_reads_need for select to lotse_person
    using ((organisation_id = my_organisation()) AND (journey_id = ANY (ARRAY( SELECT my_audiences() AS my_audiences))))
policy learner_adds_need for insert to lotse_person
    with check ((organisation_id = my_organisation()) AND (journey_id = ANY (ARRAY( SELECT audiences_i_steer() AS audiences_i_steer))))
policy learner_changes_need for update to lotse_person
    using ((organisation_id = my_organisation()) AND (journey_id = ANY (ARRAY( SELECT audiences_i_steer() AS audiences_i_steer))))
policy learner_removes_need for delete to lotse_person
    using ((organisation_id = my_organisation()) AND (journey_id = ANY (ARRAY( SELECT audiences_i_steer() AS audiences_i_steer))))
policy nobody_reads_withheld_needs for select to lotse_person
    using (id <> ALL (ARRAY( SELECT withheld_from_me() AS withheld_from_me)))
policy who_helps_with_a_step_reads_its_needs for select to lotse_person
    using ((organisation_id = my_organisation()) AND (removed_at IS NULL) AND (step_id = ANY (ARRAY( SELECT steps_i_help_with() AS steps_i_help_with))))

table need_answer (
  organisation_id uuid not null,
  id uuid not null,
  journey_id uuid not null,
  link_id uuid not null,
  kind text not null,
  coming_on date,
  body text not null default ''::text,
  answered_at timestamp with time zone not null default now(),
  constraint need_answer_body_check CHECK ((char_length(body) <= 4000)),
  constraint need_answer_check CHECK (((coming_on IS NULL) OR (kind = 'there'::text))),
  constraint need_answer_kind_check CHECK ((kind = ANY (ARRAY['there'::text, 'not_available'::text, 'question'::text]))),
  constraint need_answer_organisation_id_journey_id_link_id_fkey FOREIGN KEY (organisation_id, journey_id, link_id) REFERENCES need_link(organisation_id, journey_id, id) ON DELETE CASCADE,
  constraint need_answer_pkey PRIMARY KEY (organisation_id, id)
)
CREATE INDEX need_answer_of_link ON public.need_answer USING btree (organisation_id, link_id)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant select to lotse_person
policy learner_reads_answers_to_own_needs for select to lotse_person
    using ((organisation_id = my_organisation()) AND (journey_id = ANY (ARRAY( SELECT audiences_i_steer() AS audiences_i_steer))))

table need_link (
  organisation_id uuid not null,
  id uuid not null,
  journey_id uuid not null,
  need_id uuid not null,
  made_by uuid not null,
  token_hash bytea not null,
  made_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  constraint need_link_organisation_id_journey_id_need_id_fkey FOREIGN KEY (organisation_id, journey_id, need_id) REFERENCES need(organisation_id, journey_id, id) ON DELETE CASCADE,
  constraint need_link_organisation_id_made_by_fkey FOREIGN KEY (organisation_id, made_by) REFERENCES person(organisation_id, id) ON DELETE CASCADE,
  constraint need_link_pkey PRIMARY KEY (organisation_id, id),
  constraint need_link_organisation_id_journey_id_id_key UNIQUE (organisation_id, journey_id, id),
  constraint need_link_token_hash_key UNIQUE (token_hash)
)
CREATE UNIQUE INDEX need_link_of_need ON public.need_link USING btree (organisation_id, need_id)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
policy learner_renews_or_revokes_link for update to lotse_person
    using ((organisation_id = my_organisation()) AND (journey_id = ANY (ARRAY( SELECT audiences_i_steer() AS audiences_i_steer))))
    with check ((organisation_id = my_organisation()) AND (expires_at <= (now() + '31 days'::interval)))
policy learner_sees_links_to_own_needs for select to lotse_person
    using ((organisation_id = my_organisation()) AND (journey_id = ANY (ARRAY( SELECT audiences_i_steer() AS audiences_i_steer))))
policy learner_sends_own_needs for insert to lotse_person
    with check ((organisation_id = my_organisation()) AND (made_by = me()) AND (expires_at <= (now() + '31 days'::interval)) AND (journey_id = ANY (ARRAY( SELECT audiences_i_steer() AS audiences_i_steer))))

table observation (
  organisation_id uuid not null,
  id uuid not null,
  journey_id uuid not null,
  cycle_id uuid not null,
  step_id uuid,
  author_id uuid not null,
  audience_id uuid,
  at timestamp with time zone not null default now(),
  removed_at timestamp with time zone,
  constraint observation_organisation_id_author_id_fkey FOREIGN KEY (organisation_id, author_id) REFERENCES person(organisation_id, id) ON DELETE CASCADE,
  constraint observation_organisation_id_journey_id_cycle_id_fkey FOREIGN KEY (organisation_id, journey_id, cycle_id) REFERENCES cycle(organisation_id, journey_id, id) ON DELETE CASCADE,
  constraint observation_organisation_id_journey_id_fkey FOREIGN KEY (organisation_id, journey_id) REFERENCES journey(organisation_id, id) ON DELETE CASCADE,
  constraint observation_organisation_id_journey_id_step_id_fkey FOREIGN KEY (organisation_id, journey_id, step_id) REFERENCES step(organisation_id, journey_id, id) ON DELETE CASCADE,
  constraint observation_pkey PRIMARY KEY (organisation_id, id),
  constraint observation_in_journey UNIQUE (organisation_id, journey_id, id)
)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant delete, insert, select, update to lotse_person
policy audience_reads_opened_notes for select to lotse_person
    using ((organisation_id = my_organisation()) AND (audience_id = ANY (ARRAY( SELECT my_audiences() AS my_audiences))))
policy author_reads_own_notes for select to lotse_person
    using ((organisation_id = my_organisation()) AND (author_id = me()) AND (journey_id = ANY (ARRAY( SELECT my_audiences() AS my_audiences))))
policy learner_changes_own_notes for update to lotse_person
    using ((organisation_id = my_organisation()) AND (author_id = me()) AND (journey_id = ANY (ARRAY( SELECT audiences_i_steer() AS audiences_i_steer))))
    with check ((organisation_id = my_organisation()) AND (author_id = me()) AND (journey_id = ANY (ARRAY( SELECT audiences_i_steer() AS audiences_i_steer))) AND ((audience_id IS NULL) OR (audience_id = journey_id)))
policy learner_erases_own_notes for delete to lotse_person
    using ((organisation_id = my_organisation()) AND (author_id = me()))
policy learner_notes_what_happened for insert to lotse_person
    with check ((organisation_id = my_organisation()) AND (author_id = me()) AND (journey_id = ANY (ARRAY( SELECT audiences_i_steer() AS audiences_i_steer))) AND ((audience_id IS NULL) OR (audience_id = journey_id)))
policy nobody_reads_withheld_notes for select to lotse_person
    using (id <> ALL (ARRAY( SELECT withheld_from_me() AS withheld_from_me)))

table observation_private (
  organisation_id uuid not null,
  observation_id uuid not null,
  person_id uuid not null,
  mood text,
  constraint observation_private_mood_check CHECK ((mood = ANY (ARRAY['low'::text, 'ok'::text, 'good'::text]))),
  constraint observation_private_organisation_id_observation_id_fkey FOREIGN KEY (organisation_id, observation_id) REFERENCES observation(organisation_id, id) ON DELETE CASCADE,
  constraint observation_private_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id) ON DELETE CASCADE,
  constraint observation_private_pkey PRIMARY KEY (organisation_id, observation_id)
)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant delete, insert, select to lotse_person
policy only_the_person_keeps_observation_private for all to lotse_person
    using ((organisation_id = my_organisation()) AND (person_id = me()))
    with check ((organisation_id = my_organisation()) AND (person_id = me()) AND (EXISTS ( SELECT
   FROM observation x
  WHERE ((x.organisation_id = my_organisation()) AND (x.id = observation_private.observation_id) AND (x.journey_id = ANY (ARRAY( SELECT audiences_i_steer() AS audiences_i_steer)))))))

table organisation (
  id uuid not null,
  name text not null,
  host text,
  default_locale text not null,
  time_zone text not null default 'Europe/Berlin'::text,
  created_at timestamp with time zone not null default now(),
  self_registration boolean not null default false,
  quiet_from time(0) without time zone,
  quiet_until time(0) without time zone,
  free_days datemultirange not null default '{}'::datemultirange,
  constraint organisation_default_locale_check CHECK ((default_locale = ANY (ARRAY['de'::text, 'de-formal'::text, 'en'::text]))),
  constraint organisation_host_check CHECK ((host = lower(host))),
  constraint organisation_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 120))),
  constraint organisation_quiet_over_night CHECK ((((quiet_from IS NULL) = (quiet_until IS NULL)) AND (quiet_from > quiet_until))),
  constraint organisation_pkey PRIMARY KEY (id),
  constraint organisation_host_key UNIQUE (host)
)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant select to lotse_person
policy administrator_edits_organisation for update to lotse_person
    using ((id = my_organisation()) AND ( SELECT i_administer() AS i_administer))
policy person_sees_own_organisation for select to lotse_person
    using (id = my_organisation())

table own_question (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  phase text not null,
  hat text not null,
  tag text,
  kept_at timestamp with time zone not null default now(),
  shared_at timestamp with time zone,
  constraint own_question_hat_check CHECK ((hat = ANY (ARRAY['facilitation'::text, 'coaching'::text, 'training'::text]))),
  constraint own_question_phase_check CHECK ((phase = ANY (ARRAY['identify'::text, 'plan'::text, 'try'::text, 'evaluate'::text, 'close'::text, 'transfer'::text]))),
  constraint own_question_tag_check CHECK ((tag = ANY (ARRAY['goal'::text, 'obstacle'::text, 'resource'::text, 'emotion'::text, 'transfer'::text, 'social'::text, 'context'::text, 'evidence'::text, 'strategy'::text, 'time'::text, 'learning'::text, 'ownership'::text, 'practice'::text]))),
  constraint own_question_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id) ON DELETE CASCADE,
  constraint own_question_pkey PRIMARY KEY (organisation_id, id)
)
CREATE INDEX own_question_of_person ON public.own_question USING btree (organisation_id, person_id)
CREATE INDEX own_question_shared ON public.own_question USING btree (organisation_id, shared_at) WHERE (shared_at IS NOT NULL)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant delete, insert, select to lotse_person
policy owner_keeps_own_questions for all to lotse_person
    using ((organisation_id = my_organisation()) AND (person_id = me()))

table pair (
  organisation_id uuid not null,
  id uuid not null,
  journey_id uuid not null,
  learner_id uuid not null,
  other_id uuid not null,
  constraint pair_organisation_id_journey_id_fkey FOREIGN KEY (organisation_id, journey_id) REFERENCES journey(organisation_id, id) ON DELETE CASCADE,
  constraint pair_organisation_id_learner_id_fkey FOREIGN KEY (organisation_id, learner_id) REFERENCES person(organisation_id, id) ON DELETE CASCADE,
  constraint pair_organisation_id_other_id_fkey FOREIGN KEY (organisation_id, other_id) REFERENCES person(organisation_id, id) ON DELETE CASCADE,
  constraint pair_pkey PRIMARY KEY (organisation_id, id),
  constraint pair_organisation_id_journey_id_other_id_key UNIQUE (organisation_id, journey_id, other_id)
)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant select to lotse_person
policy both_know_their_pair for select to lotse_person
    using ((organisation_id = my_organisation()) AND (id = ANY (ARRAY( SELECT my_audiences() AS my_audiences))))

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
  constraint passage_body_check CHECK ((char_length(body) <= 20000)),
  constraint passage_organisation_id_author_id_fkey FOREIGN KEY (organisation_id, author_id) REFERENCES person(organisation_id, id) ON DELETE CASCADE,
  constraint passage_pkey PRIMARY KEY (organisation_id, id)
)
CREATE INDEX passage_in_context ON public.passage USING btree (organisation_id, context_id)
CREATE UNIQUE INDEX passage_place ON public.passage USING btree (organisation_id, subject_id, field, "position", author_id)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant delete, insert, select to lotse_person
policy a_confirmed_version_gets_no_more_words for insert to lotse_person
    with check (NOT (EXISTS ( SELECT
   FROM agreement_confirmation c
  WHERE ((c.organisation_id = my_organisation()) AND (c.version_id = passage.subject_id)))))
policy a_confirmed_version_keeps_its_words for update to lotse_person
    using (NOT (EXISTS ( SELECT
   FROM agreement_confirmation c
  WHERE ((c.organisation_id = my_organisation()) AND (c.version_id = passage.subject_id)))))
policy a_confirmed_version_loses_no_words for delete to lotse_person
    using (NOT (EXISTS ( SELECT
   FROM agreement_confirmation c
  WHERE ((c.organisation_id = my_organisation()) AND (c.version_id = passage.subject_id)))))
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
policy journey_reads_what_is_noted_at_its_steps for select to lotse_person
    using ((organisation_id = my_organisation()) AND (audience_id = ANY (ARRAY( SELECT helped_steps_i_read() AS helped_steps_i_read))))
policy named_reader_reads for select to lotse_person
    using ((organisation_id = my_organisation()) AND (id = ANY (ARRAY( SELECT passages_shared_with_me() AS passages_shared_with_me))))
policy nobody_reads_withheld_words for select to lotse_person
    using ((subject_id <> ALL (ARRAY( SELECT withheld_from_me() AS withheld_from_me))) AND (id <> ALL (ARRAY( SELECT withheld_from_me() AS withheld_from_me))))
policy organisation_reads_what_is_open_to_all_of_it for select to lotse_person
    using ((organisation_id = my_organisation()) AND (audience_id = my_organisation()) AND (NOT is_leaving(author_id)))
policy people_tell_the_organisation_about_themselves for all to lotse_person
    using ((organisation_id = my_organisation()) AND (author_id = me()) AND (context_id = me()) AND (audience_id = my_organisation()))
policy who_accompanies_writes_no_learner_fields for insert to lotse_person
    with check ((context_id = me()) OR (context_id = ANY (ARRAY( SELECT audiences_i_steer() AS audiences_i_steer))) OR (field = ANY (ARRAY['facilitatorResponse'::text, 'proposal'::text, 'proposalReason'::text, 'differingView'::text])) OR (NOT is_journey(context_id)))
policy who_helps_with_a_step_reads_its_words for select to lotse_person
    using ((organisation_id = my_organisation()) AND (audience_id = context_id) AND (subject_id = ANY (ARRAY( SELECT subjects_of_steps_i_help_with() AS subjects_of_steps_i_help_with))))
policy words_beside_a_journey_are_read_in_it for all to lotse_person
    using true
    with check ((audience_id IS NULL) OR (audience_id = context_id) OR (context_id = me()) OR (EXISTS ( SELECT
   FROM pair p
  WHERE ((p.organisation_id = my_organisation()) AND (p.id = passage.audience_id) AND (p.journey_id = passage.context_id)))) OR (NOT is_journey(context_id)))
policy words_stand_with_what_they_are_about for insert to lotse_person
    with check (NOT stands_elsewhere(subject_id, context_id))

table password (
  organisation_id uuid not null,
  person_id uuid not null,
  hash text not null,
  changed_at timestamp with time zone not null default now(),
  constraint password_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id) ON DELETE CASCADE,
  constraint password_pkey PRIMARY KEY (organisation_id, person_id)
)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner

table password_reset (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null,
  token_hash bytea,
  asked_by uuid,
  made_at timestamp with time zone not null default now(),
  works_from timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  cancelled_at timestamp with time zone,
  cancelled_by uuid,
  constraint password_reset_check CHECK (((kind = 'administrator'::text) = (asked_by IS NOT NULL))),
  constraint password_reset_check1 CHECK (((kind = 'code'::text) = (token_hash IS NULL))),
  constraint password_reset_check2 CHECK (((cancelled_at IS NULL) = (cancelled_by IS NULL))),
  constraint password_reset_check3 CHECK (((used_at IS NULL) OR (cancelled_at IS NULL))),
  constraint password_reset_kind_check CHECK ((kind = ANY (ARRAY['mail'::text, 'administrator'::text, 'code'::text]))),
  constraint password_reset_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id) ON DELETE CASCADE,
  constraint password_reset_pkey PRIMARY KEY (organisation_id, id),
  constraint password_reset_token_hash_key UNIQUE (token_hash)
)
CREATE INDEX password_reset_of_person ON public.password_reset USING btree (organisation_id, person_id)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
policy administration_sees_its_own_links for select to lotse_person
    using ((organisation_id = my_organisation()) AND (kind = 'administrator'::text) AND ( SELECT i_administer() AS i_administer))
policy administrator_makes_a_link_that_waits_48_hours for insert to lotse_person
    with check ((organisation_id = my_organisation()) AND (kind = 'administrator'::text) AND (asked_by = me()) AND (person_id <> me()) AND (works_from >= (now() + '48:00:00'::interval)) AND (expires_at <= (works_from + '7 days'::interval)) AND ( SELECT i_administer() AS i_administer))
policy administrator_withdraws_a_link for update to lotse_person
    using ((organisation_id = my_organisation()) AND (kind = 'administrator'::text) AND (used_at IS NULL) AND (cancelled_at IS NULL) AND ( SELECT i_administer() AS i_administer))
    with check ((organisation_id = my_organisation()) AND (kind = 'administrator'::text) AND (cancelled_by = me()))
policy person_cancels_a_link_to_own_account for update to lotse_person
    using ((organisation_id = my_organisation()) AND (person_id = me()) AND (used_at IS NULL) AND (cancelled_at IS NULL))
    with check ((organisation_id = my_organisation()) AND (person_id = me()) AND (cancelled_by = me()))
policy person_sees_who_tried for select to lotse_person
    using ((organisation_id = my_organisation()) AND (person_id = me()))

table peer_view (
  organisation_id uuid not null,
  id uuid not null,
  asker_id uuid not null,
  peer_id uuid not null,
  competency text not null,
  asked_at timestamp with time zone not null default now(),
  answers jsonb,
  answered_at timestamp with time zone,
  constraint peer_view_check CHECK ((asker_id <> peer_id)),
  constraint peer_view_organisation_id_asker_id_fkey FOREIGN KEY (organisation_id, asker_id) REFERENCES person(organisation_id, id) ON DELETE CASCADE,
  constraint peer_view_organisation_id_peer_id_fkey FOREIGN KEY (organisation_id, peer_id) REFERENCES person(organisation_id, id) ON DELETE CASCADE,
  constraint peer_view_pkey PRIMARY KEY (organisation_id, id)
)
CREATE UNIQUE INDEX peer_view_once ON public.peer_view USING btree (organisation_id, asker_id, peer_id, competency)
CREATE INDEX peer_view_to_peer ON public.peer_view USING btree (organisation_id, peer_id)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant delete, select to lotse_person
policy asker_asks_about_themselves for insert to lotse_person
    with check ((organisation_id = my_organisation()) AND (asker_id = me()))
policy both_see_what_was_asked_and_said for select to lotse_person
    using ((organisation_id = my_organisation()) AND ((me() = asker_id) OR (me() = peer_id)) AND (NOT is_leaving(
CASE
    WHEN (me() = asker_id) THEN peer_id
    ELSE asker_id
END)))
policy either_ends_a_view for delete to lotse_person
    using ((organisation_id = my_organisation()) AND ((me() = asker_id) OR (me() = peer_id)))
policy peer_answers for update to lotse_person
    using ((organisation_id = my_organisation()) AND (peer_id = me()))

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
policy administrator_grants_under_own_name for insert to lotse_person
    with check ((organisation_id = my_organisation()) AND (granted_by = me()) AND ( SELECT i_administer() AS i_administer))
policy administrator_revokes_under_own_name for update to lotse_person
    using ((organisation_id = my_organisation()) AND (revoked_at IS NULL) AND ( SELECT i_administer() AS i_administer))
    with check ((organisation_id = my_organisation()) AND (revoked_by = me()) AND (revoked_at IS NOT NULL))
policy nobody_who_leaves_is_given_a_permission for insert to lotse_person
    with check (NOT is_leaving(person_id))
policy permissions_are_visible_to_all for select to lotse_person
    using (organisation_id = my_organisation())

table person (
  organisation_id uuid not null,
  id uuid not null,
  name text not null,
  locale text,
  time_zone text,
  created_at timestamp with time zone not null default now(),
  theme text,
  constraint person_locale_check CHECK ((locale = ANY (ARRAY['de'::text, 'de-formal'::text, 'en'::text]))),
  constraint person_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 120))),
  constraint person_theme_check CHECK ((theme = ANY (ARRAY['light'::text, 'dark'::text]))),
  constraint person_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint person_pkey PRIMARY KEY (organisation_id, id)
)
CREATE INDEX person_by_name ON public.person USING btree (organisation_id, name, id)
CREATE INDEX person_by_parts_of_name ON public.person USING gin (string_to_array(lower(name), ' '::text))
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant select to lotse_person
policy person_edits_self for update to lotse_person
    using ((organisation_id = my_organisation()) AND (id = me()))
policy person_sees_names_of_own_organisation for select to lotse_person
    using (organisation_id = my_organisation())

table portrait (
  organisation_id uuid not null,
  person_id uuid not null,
  content bytea not null,
  changed_at timestamp with time zone not null default now(),
  constraint portrait_content_check CHECK (((octet_length(content) >= 1) AND (octet_length(content) <= 200000))),
  constraint portrait_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES introduction(organisation_id, person_id) ON DELETE CASCADE,
  constraint portrait_pkey PRIMARY KEY (organisation_id, person_id)
)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant delete, insert, select, update to lotse_person
policy organisation_sees_portraits for select to lotse_person
    using ((organisation_id = my_organisation()) AND (NOT is_leaving(person_id)))
policy person_keeps_own_portrait for all to lotse_person
    using ((organisation_id = my_organisation()) AND (person_id = me()))

table practice_aim_private (
  organisation_id uuid not null,
  person_id uuid not null,
  competency text not null,
  since timestamp with time zone not null default now(),
  constraint practice_aim_private_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id) ON DELETE CASCADE,
  constraint practice_aim_private_pkey PRIMARY KEY (organisation_id, person_id)
)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant delete, insert, select to lotse_person
policy everybody_aims_for_themselves for all to lotse_person
    using ((organisation_id = my_organisation()) AND (person_id = me()))

table practice_entry (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  written_at timestamp with time zone not null default now(),
  constraint practice_entry_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id) ON DELETE CASCADE,
  constraint practice_entry_pkey PRIMARY KEY (organisation_id, id)
)
CREATE INDEX practice_entry_of_person ON public.practice_entry USING btree (organisation_id, person_id, written_at)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant delete, insert, select to lotse_person
policy author_keeps_practice_journal for all to lotse_person
    using ((organisation_id = my_organisation()) AND (person_id = me()))

table prompt_shown (
  organisation_id uuid not null,
  person_id uuid not null,
  prompt_id text not null,
  shown_on date not null,
  constraint prompt_shown_prompt_id_check CHECK ((char_length(prompt_id) <= 60)),
  constraint prompt_shown_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id) ON DELETE CASCADE,
  constraint prompt_shown_pkey PRIMARY KEY (organisation_id, person_id, prompt_id)
)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant delete, insert, select to lotse_person
policy person_knows_what_they_were_asked for all to lotse_person
    using ((organisation_id = my_organisation()) AND (person_id = me()))

table proposal (
  organisation_id uuid not null,
  id uuid not null,
  journey_id uuid not null,
  cycle_id uuid,
  author_id uuid not null,
  kind text not null,
  step_kind text,
  by_when date,
  next_move text,
  question_id text,
  made_at timestamp with time zone not null default now(),
  state text not null default 'waiting'::text,
  decided_at timestamp with time zone,
  step_id uuid,
  hat text not null default 'facilitation'::text,
  constraint proposal_hat_check CHECK ((hat = ANY (ARRAY['facilitation'::text, 'coaching'::text, 'training'::text]))),
  constraint proposal_kind_check CHECK ((kind = ANY (ARRAY['step'::text, 'question'::text, 'next_move'::text]))),
  constraint proposal_next_move_check CHECK ((next_move = ANY (ARRAY['next_cycle'::text, 'declare_solved'::text, 'reframe'::text, 'pause'::text, 'set_aside'::text, 'pass_on'::text]))),
  constraint proposal_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'accepted'::text, 'declined'::text, 'withdrawn'::text]))),
  constraint proposal_step_kind_check CHECK ((step_kind = ANY (ARRAY['self_study'::text, 'training'::text, 'coaching'::text, 'group_session'::text, 'on_the_job_trial'::text, 'peer_consultation'::text, 'shadowing'::text, 'other'::text]))),
  constraint proposal_organisation_id_author_id_fkey FOREIGN KEY (organisation_id, author_id) REFERENCES person(organisation_id, id) ON DELETE CASCADE,
  constraint proposal_organisation_id_journey_id_cycle_id_fkey FOREIGN KEY (organisation_id, journey_id, cycle_id) REFERENCES cycle(organisation_id, journey_id, id) ON DELETE CASCADE,
  constraint proposal_organisation_id_journey_id_fkey FOREIGN KEY (organisation_id, journey_id) REFERENCES journey(organisation_id, id) ON DELETE CASCADE,
  constraint proposal_pkey PRIMARY KEY (organisation_id, id)
)
CREATE INDEX proposal_of_journey ON public.proposal USING btree (organisation_id, journey_id)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant delete, insert, select to lotse_person
policy audience_reads_proposals for select to lotse_person
    using ((organisation_id = my_organisation()) AND (journey_id = ANY (ARRAY( SELECT my_audiences() AS my_audiences))) AND ((hat <> 'coaching'::text) OR (author_id = me()) OR (journey_id = ANY (ARRAY( SELECT audiences_i_steer() AS audiences_i_steer)))))
policy author_withdraws_own_proposal for update to lotse_person
    using ((organisation_id = my_organisation()) AND (state = 'waiting'::text) AND (author_id = me()) AND (journey_id = ANY (ARRAY( SELECT my_audiences() AS my_audiences))))
    with check ((organisation_id = my_organisation()) AND (author_id = me()) AND (state = 'withdrawn'::text))
policy learner_decides_on_proposals for update to lotse_person
    using ((organisation_id = my_organisation()) AND (state = 'waiting'::text) AND (journey_id = ANY (ARRAY( SELECT audiences_i_steer() AS audiences_i_steer))))
    with check ((organisation_id = my_organisation()) AND (state = ANY (ARRAY['accepted'::text, 'declined'::text])))
policy nobody_reads_withheld_proposals for select to lotse_person
    using (id <> ALL (ARRAY( SELECT withheld_from_me() AS withheld_from_me)))
policy who_accompanies_proposes for insert to lotse_person
    with check ((organisation_id = my_organisation()) AND (author_id = me()) AND (state = 'waiting'::text) AND (journey_id = ANY (ARRAY( SELECT my_audiences() AS my_audiences))) AND (NOT (journey_id = ANY (ARRAY( SELECT audiences_i_steer() AS audiences_i_steer)))))

table public_text (
  organisation_id uuid not null,
  kind text not null,
  language text not null,
  version integer not null,
  body text not null,
  written_by uuid not null,
  written_at timestamp with time zone not null default now(),
  constraint public_text_body_check CHECK (((char_length(body) >= 1) AND (char_length(body) <= 40000))),
  constraint public_text_kind_check CHECK ((kind = ANY (ARRAY['imprint'::text, 'privacy'::text, 'accessibility'::text]))),
  constraint public_text_language_check CHECK ((language = ANY (ARRAY['de'::text, 'en'::text]))),
  constraint public_text_version_check CHECK ((version > 0)),
  constraint public_text_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint public_text_pkey PRIMARY KEY (organisation_id, kind, language, version)
)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant select to lotse_person
policy administrator_sees_all_versions for select to lotse_person
    using ((organisation_id = my_organisation()) AND ( SELECT i_administer() AS i_administer))
policy administrator_writes_under_own_name for insert to lotse_person
    with check ((organisation_id = my_organisation()) AND (written_by = me()) AND ( SELECT i_administer() AS i_administer))

table rate_limit (
  key character varying(255) not null,
  points integer not null default 0,
  expire bigint,
  constraint rate_limit_pkey PRIMARY KEY (key)
)
grant delete to lotse_job
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant delete, insert, select, update to lotse_visitor
policy door_counts_attempts for all to lotse_visitor
    using true
    with check true
policy job_removes_old_counts for all to lotse_job
    using ((expire)::numeric < (EXTRACT(epoch FROM now()) * (1000)::numeric))

table recovery_code (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  code_hash bytea not null,
  made_at timestamp with time zone not null default now(),
  used_at timestamp with time zone,
  constraint recovery_code_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id) ON DELETE CASCADE,
  constraint recovery_code_pkey PRIMARY KEY (organisation_id, id),
  constraint recovery_code_organisation_id_person_id_code_hash_key UNIQUE (organisation_id, person_id, code_hash)
)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner

table reflection (
  organisation_id uuid not null,
  id uuid not null,
  author_id uuid not null,
  journey_id uuid,
  cadence text,
  prompt_id text,
  written_at timestamp with time zone not null default now(),
  removed_at timestamp with time zone,
  constraint reflection_cadence_check CHECK ((cadence = ANY (ARRAY['daily'::text, 'weekly'::text, 'after_step'::text]))),
  constraint reflection_prompt_id_check CHECK ((char_length(prompt_id) <= 60)),
  constraint reflection_organisation_id_author_id_fkey FOREIGN KEY (organisation_id, author_id) REFERENCES person(organisation_id, id) ON DELETE CASCADE,
  constraint reflection_organisation_id_journey_id_fkey FOREIGN KEY (organisation_id, journey_id) REFERENCES journey(organisation_id, id) ON DELETE SET NULL (journey_id),
  constraint reflection_pkey PRIMARY KEY (organisation_id, id)
)
CREATE INDEX reflection_beside_journey ON public.reflection USING btree (organisation_id, journey_id) WHERE (journey_id IS NOT NULL)
CREATE INDEX reflection_of_author ON public.reflection USING btree (organisation_id, author_id, written_at DESC)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant delete, insert, select to lotse_person
policy author_keeps_own_journal for all to lotse_person
    using ((organisation_id = my_organisation()) AND (author_id = me()))
    with check ((organisation_id = my_organisation()) AND (author_id = me()) AND ((journey_id IS NULL) OR (journey_id = ANY (ARRAY( SELECT audiences_i_steer() AS audiences_i_steer)))))

table registration (
  organisation_id uuid not null,
  id uuid not null,
  email text not null,
  token_hash bytea not null,
  made_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  constraint registration_email_check CHECK ((((char_length(email) >= 3) AND (char_length(email) <= 254)) AND (email = lower(email)))),
  constraint registration_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint registration_pkey PRIMARY KEY (organisation_id, id),
  constraint registration_token_hash_key UNIQUE (token_hash)
)
grant delete to lotse_job
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
policy job_removes_expired_registrations for delete to lotse_job
    using (expires_at < now())
policy job_sees_expired_registrations for select to lotse_job
    using (expires_at < now())

table reminder_choice (
  organisation_id uuid not null,
  person_id uuid not null,
  kind text not null,
  often text not null default 'usual'::text,
  chosen_at timestamp with time zone not null default now(),
  asked_at timestamp with time zone,
  constraint reminder_choice_kind_check CHECK ((kind = ANY (ARRAY['review'::text, 'step'::text, 'transfer'::text, 'reflection'::text, 'contact'::text, 'session'::text, 'proposal'::text, 'answer'::text, 'need_answered'::text, 'help_asked'::text, 'help_answered'::text, 'step_help_asked'::text, 'accompany_asked'::text, 'request_back'::text, 'agreement'::text, 'handover'::text, 'deputy_asked'::text, 'review_shared'::text, 'reflection_shared'::text, 'times_asked'::text, 'case_consent'::text, 'view_asked'::text, 'case_open'::text, 'practice_answered'::text]))),
  constraint reminder_choice_often_check CHECK ((often = ANY (ARRAY['usual'::text, 'less'::text, 'off'::text, 'stopped'::text]))),
  constraint reminder_choice_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id) ON DELETE CASCADE,
  constraint reminder_choice_pkey PRIMARY KEY (organisation_id, person_id, kind)
)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant insert, select, update to lotse_person
policy person_keeps_own_reminder_choices for all to lotse_person
    using ((organisation_id = my_organisation()) AND (person_id = me()))

table response_hat (
  organisation_id uuid not null,
  review_id uuid not null,
  author_id uuid not null,
  journey_id uuid not null,
  hat text not null,
  constraint response_hat_hat_check CHECK ((hat = ANY (ARRAY['facilitation'::text, 'coaching'::text, 'training'::text]))),
  constraint response_hat_organisation_id_author_id_fkey FOREIGN KEY (organisation_id, author_id) REFERENCES person(organisation_id, id) ON DELETE CASCADE,
  constraint response_hat_organisation_id_journey_id_review_id_fkey FOREIGN KEY (organisation_id, journey_id, review_id) REFERENCES review(organisation_id, journey_id, id) ON DELETE CASCADE,
  constraint response_hat_pkey PRIMARY KEY (organisation_id, review_id, author_id)
)
CREATE INDEX response_hat_of_journey ON public.response_hat USING btree (organisation_id, journey_id)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant insert, select to lotse_person
policy audience_reads_hats_of_responses for select to lotse_person
    using ((organisation_id = my_organisation()) AND (journey_id = ANY (ARRAY( SELECT my_audiences() AS my_audiences))) AND ((hat <> 'coaching'::text) OR (author_id = me()) OR (journey_id = ANY (ARRAY( SELECT audiences_i_steer() AS audiences_i_steer)))))
policy author_changes_the_hat_of_a_response for update to lotse_person
    using ((organisation_id = my_organisation()) AND (author_id = me()) AND (journey_id = ANY (ARRAY( SELECT my_audiences() AS my_audiences))) AND (NOT (journey_id = ANY (ARRAY( SELECT audiences_i_steer() AS audiences_i_steer)))))
policy nobody_reads_withheld_hats for select to lotse_person
    using (review_id <> ALL (ARRAY( SELECT withheld_from_me() AS withheld_from_me)))
policy who_accompanies_names_the_hat_of_a_response for insert to lotse_person
    with check ((organisation_id = my_organisation()) AND (author_id = me()) AND (journey_id = ANY (ARRAY( SELECT my_audiences() AS my_audiences))) AND (NOT (journey_id = ANY (ARRAY( SELECT audiences_i_steer() AS audiences_i_steer)))))

table review (
  organisation_id uuid not null,
  id uuid not null,
  journey_id uuid not null,
  cycle_id uuid not null,
  progress integer,
  confidence_now integer,
  lead jsonb not null default '{}'::jsonb,
  lead_by_facilitator jsonb not null default '{}'::jsonb,
  obstacle_tags text[] not null default '{}'::text[],
  next_move text,
  opened_at timestamp with time zone not null default now(),
  saved_at timestamp with time zone,
  constraint review_confidence_now_check CHECK (((confidence_now >= 0) AND (confidence_now <= 10))),
  constraint review_next_move_check CHECK ((next_move = ANY (ARRAY['next_cycle'::text, 'declare_solved'::text, 'reframe'::text, 'pause'::text, 'set_aside'::text, 'pass_on'::text]))),
  constraint review_obstacle_tags_check CHECK ((obstacle_tags <@ ARRAY['time'::text, 'knowledge'::text, 'practice'::text, 'tools'::text, 'permission'::text, 'people'::text, 'motivation'::text, 'other'::text])),
  constraint review_progress_check CHECK (((progress >= 0) AND (progress <= 4))),
  constraint review_organisation_id_journey_id_cycle_id_fkey FOREIGN KEY (organisation_id, journey_id, cycle_id) REFERENCES cycle(organisation_id, journey_id, id) ON DELETE CASCADE,
  constraint review_organisation_id_journey_id_fkey FOREIGN KEY (organisation_id, journey_id) REFERENCES journey(organisation_id, id) ON DELETE CASCADE,
  constraint review_pkey PRIMARY KEY (organisation_id, id),
  constraint review_in_journey UNIQUE (organisation_id, journey_id, id),
  constraint review_organisation_id_cycle_id_key UNIQUE (organisation_id, cycle_id)
)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant delete, select to lotse_person
policy audience_reads_saved_review for select to lotse_person
    using ((organisation_id = my_organisation()) AND (saved_at IS NOT NULL) AND (journey_id = ANY (ARRAY( SELECT my_audiences() AS my_audiences))))
policy learner_writes_own_review for all to lotse_person
    using ((organisation_id = my_organisation()) AND (journey_id = ANY (ARRAY( SELECT audiences_i_steer() AS audiences_i_steer))))
policy nobody_reads_withheld_reviews for select to lotse_person
    using (id <> ALL (ARRAY( SELECT withheld_from_me() AS withheld_from_me)))

table review_private (
  organisation_id uuid not null,
  review_id uuid not null,
  person_id uuid not null,
  mood text,
  constraint review_private_mood_check CHECK ((mood = ANY (ARRAY['low'::text, 'ok'::text, 'good'::text]))),
  constraint review_private_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id) ON DELETE CASCADE,
  constraint review_private_organisation_id_review_id_fkey FOREIGN KEY (organisation_id, review_id) REFERENCES review(organisation_id, id) ON DELETE CASCADE,
  constraint review_private_pkey PRIMARY KEY (organisation_id, review_id)
)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant delete, insert, select to lotse_person
policy only_the_person_keeps_review_private for all to lotse_person
    using ((organisation_id = my_organisation()) AND (person_id = me()))
    with check ((organisation_id = my_organisation()) AND (person_id = me()) AND (EXISTS ( SELECT
   FROM review x
  WHERE ((x.organisation_id = my_organisation()) AND (x.id = review_private.review_id) AND (x.journey_id = ANY (ARRAY( SELECT audiences_i_steer() AS audiences_i_steer)))))))

table review_sign (
  organisation_id uuid not null,
  review_id uuid not null,
  sign_id uuid not null,
  journey_id uuid not null,
  state text not null,
  constraint review_sign_state_check CHECK ((state = ANY (ARRAY['not_yet'::text, 'partly'::text, 'met'::text, 'met_otherwise'::text, 'no_longer_relevant'::text]))),
  constraint review_sign_organisation_id_journey_id_review_id_fkey FOREIGN KEY (organisation_id, journey_id, review_id) REFERENCES review(organisation_id, journey_id, id) ON DELETE CASCADE,
  constraint review_sign_organisation_id_journey_id_sign_id_fkey FOREIGN KEY (organisation_id, journey_id, sign_id) REFERENCES success_sign(organisation_id, journey_id, id) ON DELETE CASCADE,
  constraint review_sign_pkey PRIMARY KEY (organisation_id, review_id, sign_id)
)
CREATE INDEX review_sign_of_journey ON public.review_sign USING btree (organisation_id, journey_id)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant delete, insert, select, update to lotse_person
policy audience_reads_review_sign for select to lotse_person
    using ((organisation_id = my_organisation()) AND (journey_id = ANY (ARRAY( SELECT my_audiences() AS my_audiences))) AND (EXISTS ( SELECT
   FROM review r
  WHERE ((r.organisation_id = my_organisation()) AND (r.id = review_sign.review_id)))))
policy learner_adds_review_sign for insert to lotse_person
    with check ((organisation_id = my_organisation()) AND (journey_id = ANY (ARRAY( SELECT audiences_i_steer() AS audiences_i_steer))))
policy learner_changes_review_sign for update to lotse_person
    using ((organisation_id = my_organisation()) AND (journey_id = ANY (ARRAY( SELECT audiences_i_steer() AS audiences_i_steer))))
policy learner_removes_review_sign for delete to lotse_person
    using ((organisation_id = my_organisation()) AND (journey_id = ANY (ARRAY( SELECT audiences_i_steer() AS audiences_i_steer))))

table rhythm (
  organisation_id uuid not null,
  person_id uuid not null,
  learning_days integer[] not null,
  learning_from time(0) without time zone not null,
  learning_to time(0) without time zone not null,
  days_off datemultirange not null default '{}'::datemultirange,
  daily boolean not null,
  weekly boolean not null,
  weekly_day integer not null,
  weekly_at time(0) without time zone not null,
  after_step boolean not null,
  constraint rhythm_check CHECK ((learning_to > learning_from)),
  constraint rhythm_learning_days_check CHECK ((learning_days <@ ARRAY[1, 2, 3, 4, 5, 6, 7])),
  constraint rhythm_weekly_day_check CHECK (((weekly_day >= 1) AND (weekly_day <= 7))),
  constraint rhythm_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id) ON DELETE CASCADE,
  constraint rhythm_pkey PRIMARY KEY (organisation_id, person_id)
)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant insert, select, update to lotse_person
policy person_keeps_own_rhythm for all to lotse_person
    using ((organisation_id = my_organisation()) AND (person_id = me()))

table scan (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  form text not null,
  instrument_version text not null,
  taken_on date not null,
  kept_at timestamp with time zone not null default now(),
  goal double precision,
  plan double precision,
  try double precision,
  network double precision,
  reflect double precision,
  drive double precision,
  overall double precision,
  constants jsonb not null,
  constraint scan_drive_check CHECK (((drive >= (0)::double precision) AND (drive <= (100)::double precision))),
  constraint scan_form_check CHECK ((form = ANY (ARRAY['full'::text, 'short'::text]))),
  constraint scan_goal_check CHECK (((goal >= (0)::double precision) AND (goal <= (100)::double precision))),
  constraint scan_network_check CHECK (((network >= (0)::double precision) AND (network <= (100)::double precision))),
  constraint scan_overall_check CHECK (((overall >= (0)::double precision) AND (overall <= (100)::double precision))),
  constraint scan_plan_check CHECK (((plan >= (0)::double precision) AND (plan <= (100)::double precision))),
  constraint scan_reflect_check CHECK (((reflect >= (0)::double precision) AND (reflect <= (100)::double precision))),
  constraint scan_try_check CHECK (((try >= (0)::double precision) AND (try <= (100)::double precision))),
  constraint scan_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id) ON DELETE CASCADE,
  constraint scan_pkey PRIMARY KEY (organisation_id, id)
)
CREATE INDEX scan_of_person ON public.scan USING btree (organisation_id, person_id, taken_on)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant delete, insert, select to lotse_person
policy owner_keeps_scan for insert to lotse_person
    with check ((organisation_id = my_organisation()) AND (person_id = me()))
policy owner_reads_scan for select to lotse_person
    using ((organisation_id = my_organisation()) AND (person_id = me()))
policy owner_removes_scan for delete to lotse_person
    using ((organisation_id = my_organisation()) AND (person_id = me()))
policy whoever_is_shown_a_scan_reads_it for select to lotse_person
    using ((organisation_id = my_organisation()) AND (id = ANY (ARRAY( SELECT scans_shown_to_me() AS scans_shown_to_me))))

table scan_constants (
  id uuid not null default gen_random_uuid(),
  instrument_version text not null,
  language text not null,
  reckoned_on date not null default CURRENT_DATE,
  donations integer not null,
  constants jsonb not null,
  constraint scan_constants_donations_check CHECK ((donations >= 200)),
  constraint scan_constants_language_check CHECK ((language = ANY (ARRAY['de'::text, 'en'::text]))),
  constraint scan_constants_pkey PRIMARY KEY (id)
)
CREATE INDEX scan_constants_newest ON public.scan_constants USING btree (instrument_version, language, reckoned_on)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner

table scan_donation (
  id uuid not null default gen_random_uuid(),
  instrument_version text not null,
  language text not null,
  form text not null,
  answers smallint[] not null,
  iso_year smallint not null,
  iso_week smallint not null,
  first boolean not null,
  constraint scan_donation_answers_check CHECK (((cardinality(answers) = 24) AND (1 <= ALL (answers)) AND (6 >= ALL (answers)))),
  constraint scan_donation_form_check CHECK ((form = ANY (ARRAY['full'::text, 'short'::text]))),
  constraint scan_donation_iso_week_check CHECK (((iso_week >= 1) AND (iso_week <= 53))),
  constraint scan_donation_language_check CHECK ((language = ANY (ARRAY['de'::text, 'en'::text]))),
  constraint scan_donation_pkey PRIMARY KEY (id)
)
grant insert to lotse_job
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
policy job_stores_donations for insert to lotse_job
    with check true

table scan_donation_waiting (
  id uuid not null default gen_random_uuid(),
  instrument_version text not null,
  language text not null,
  form text not null,
  answers smallint[] not null,
  iso_year smallint not null,
  iso_week smallint not null,
  first boolean not null,
  constraint scan_donation_answers_check CHECK (((cardinality(answers) = 24) AND (1 <= ALL (answers)) AND (6 >= ALL (answers)))),
  constraint scan_donation_form_check CHECK ((form = ANY (ARRAY['full'::text, 'short'::text]))),
  constraint scan_donation_iso_week_check CHECK (((iso_week >= 1) AND (iso_week <= 53))),
  constraint scan_donation_language_check CHECK ((language = ANY (ARRAY['de'::text, 'en'::text]))),
  constraint scan_donation_waiting_pkey PRIMARY KEY (id)
)
grant delete, select to lotse_job
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
policy job_takes_what_waits for all to lotse_job
    using true

table scan_offer (
  organisation_id uuid not null,
  person_id uuid not null,
  occasion text not null,
  subject_id uuid not null,
  answered_at timestamp with time zone not null default now(),
  constraint scan_offer_occasion_check CHECK ((occasion = ANY (ARRAY['first'::text, 'cycle'::text, 'closed'::text, 'transfer'::text]))),
  constraint scan_offer_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id) ON DELETE CASCADE,
  constraint scan_offer_pkey PRIMARY KEY (organisation_id, person_id, occasion, subject_id)
)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant insert, select to lotse_person
policy everybody_answers_for_themselves for insert to lotse_person
    with check ((organisation_id = my_organisation()) AND (person_id = me()))
policy everybody_knows_what_they_answered for select to lotse_person
    using ((organisation_id = my_organisation()) AND (person_id = me()))

table scan_private (
  organisation_id uuid not null,
  scan_id uuid not null,
  answers jsonb not null,
  look_back text,
  constraint scan_private_look_back_check CHECK ((look_back = ANY (ARRAY['too_high'::text, 'about_right'::text, 'too_low'::text, 'unsure'::text]))),
  constraint scan_private_organisation_id_scan_id_fkey FOREIGN KEY (organisation_id, scan_id) REFERENCES scan(organisation_id, id) ON DELETE CASCADE,
  constraint scan_private_pkey PRIMARY KEY (organisation_id, scan_id)
)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant delete, insert, select to lotse_person
policy answers_are_for_the_owner_alone for all to lotse_person
    using ((organisation_id = my_organisation()) AND (EXISTS ( SELECT
   FROM scan s
  WHERE ((s.organisation_id = my_organisation()) AND (s.id = scan_private.scan_id) AND (s.person_id = me())))))

table scan_share (
  organisation_id uuid not null,
  id uuid not null,
  scan_id uuid not null,
  reader_id uuid not null,
  since timestamp with time zone not null default now(),
  until timestamp with time zone,
  constraint scan_share_organisation_id_reader_id_fkey FOREIGN KEY (organisation_id, reader_id) REFERENCES person(organisation_id, id) ON DELETE CASCADE,
  constraint scan_share_organisation_id_scan_id_fkey FOREIGN KEY (organisation_id, scan_id) REFERENCES scan(organisation_id, id) ON DELETE CASCADE,
  constraint scan_share_pkey PRIMARY KEY (organisation_id, id)
)
CREATE INDEX scan_share_to_reader ON public.scan_share USING btree (organisation_id, reader_id)
CREATE UNIQUE INDEX scan_shared_once ON public.scan_share USING btree (organisation_id, scan_id, reader_id) WHERE (until IS NULL)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant insert, select to lotse_person
policy both_ends_see_a_shown_scan for select to lotse_person
    using ((organisation_id = my_organisation()) AND ((reader_id = me()) OR (EXISTS ( SELECT
   FROM scan s
  WHERE ((s.organisation_id = my_organisation()) AND (s.id = scan_share.scan_id) AND (s.person_id = me()))))))
policy owner_ends_showing for update to lotse_person
    using ((organisation_id = my_organisation()) AND (EXISTS ( SELECT
   FROM scan s
  WHERE ((s.organisation_id = my_organisation()) AND (s.id = scan_share.scan_id) AND (s.person_id = me())))))
policy owner_shows_scan_to_who_accompanies for insert to lotse_person
    with check ((organisation_id = my_organisation()) AND (reader_id = ANY (ARRAY( SELECT who_accompanies_me() AS who_accompanies_me))) AND (EXISTS ( SELECT
   FROM scan s
  WHERE ((s.organisation_id = my_organisation()) AND (s.id = scan_share.scan_id) AND (s.person_id = me())))))

table session (
  organisation_id uuid not null,
  id uuid not null,
  journey_id uuid,
  kind text not null,
  created_by uuid,
  state text not null default 'planned'::text,
  made_at timestamp with time zone not null default now(),
  began_at timestamp with time zone,
  ended_at timestamp with time zone,
  series_id uuid,
  constraint session_kind_check CHECK ((kind = ANY (ARRAY['one_to_one'::text, 'group'::text]))),
  constraint session_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'running'::text, 'held'::text, 'cancelled'::text]))),
  constraint session_organisation_id_created_by_fkey FOREIGN KEY (organisation_id, created_by) REFERENCES person(organisation_id, id) ON DELETE SET NULL (created_by),
  constraint session_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id) ON DELETE CASCADE,
  constraint session_organisation_id_journey_id_fkey FOREIGN KEY (organisation_id, journey_id) REFERENCES journey(organisation_id, id) ON DELETE CASCADE,
  constraint session_organisation_id_series_id_fkey FOREIGN KEY (organisation_id, series_id) REFERENCES appointment(organisation_id, id) ON DELETE SET NULL (series_id),
  constraint session_pkey PRIMARY KEY (organisation_id, id)
)
CREATE INDEX session_by_person ON public.session USING btree (organisation_id, created_by)
CREATE INDEX session_of_journey ON public.session USING btree (organisation_id, journey_id, made_at)
CREATE INDEX session_of_series ON public.session USING btree (organisation_id, series_id)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant select to lotse_person
policy who_calls_a_session_takes_part_in_its_journey for insert to lotse_person
    with check ((organisation_id = my_organisation()) AND (created_by = me()) AND (id = ANY (ARRAY( SELECT audiences_i_steer() AS audiences_i_steer))) AND ((journey_id IS NULL) OR (journey_id = ANY (ARRAY( SELECT my_audiences() AS my_audiences)))))
policy whoever_takes_part_moves_a_session for update to lotse_person
    using ((organisation_id = my_organisation()) AND (state = ANY (ARRAY['planned'::text, 'running'::text])) AND (id = ANY (ARRAY( SELECT my_audiences() AS my_audiences))))
    with check (organisation_id = my_organisation())
policy whoever_takes_part_sees_a_session for select to lotse_person
    using ((organisation_id = my_organisation()) AND (id = ANY (ARRAY( SELECT my_audiences() AS my_audiences))))

table session_agreement (
  organisation_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  made_by uuid,
  made_at timestamp with time zone not null default now(),
  by_when date,
  step_id uuid,
  proposal_id uuid,
  removed_at timestamp with time zone,
  constraint session_agreement_organisation_id_made_by_fkey FOREIGN KEY (organisation_id, made_by) REFERENCES person(organisation_id, id) ON DELETE SET NULL (made_by),
  constraint session_agreement_organisation_id_proposal_id_fkey FOREIGN KEY (organisation_id, proposal_id) REFERENCES proposal(organisation_id, id) ON DELETE SET NULL (proposal_id),
  constraint session_agreement_organisation_id_session_id_fkey FOREIGN KEY (organisation_id, session_id) REFERENCES session(organisation_id, id) ON DELETE CASCADE,
  constraint session_agreement_organisation_id_step_id_fkey FOREIGN KEY (organisation_id, step_id) REFERENCES step(organisation_id, id) ON DELETE SET NULL (step_id),
  constraint session_agreement_pkey PRIMARY KEY (organisation_id, id)
)
CREATE INDEX session_agreement_as_proposal ON public.session_agreement USING btree (organisation_id, proposal_id)
CREATE INDEX session_agreement_as_step ON public.session_agreement USING btree (organisation_id, step_id)
CREATE INDEX session_agreement_by_person ON public.session_agreement USING btree (organisation_id, made_by)
CREATE INDEX session_agreement_of_session ON public.session_agreement USING btree (organisation_id, session_id, made_at)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant insert, select to lotse_person
policy whoever_takes_part_changes_what_was_agreed for update to lotse_person
    using ((organisation_id = my_organisation()) AND (session_id = ANY (ARRAY( SELECT my_audiences() AS my_audiences))))
policy whoever_takes_part_sees_what_was_agreed for select to lotse_person
    using ((organisation_id = my_organisation()) AND (session_id = ANY (ARRAY( SELECT my_audiences() AS my_audiences))))
policy whoever_takes_part_writes_down_what_was_agreed for insert to lotse_person
    with check ((organisation_id = my_organisation()) AND (made_by = me()) AND (session_id = ANY (ARRAY( SELECT my_audiences() AS my_audiences))))

table session_item (
  organisation_id uuid not null,
  id uuid not null,
  session_id uuid not null,
  position integer not null,
  suggestion text,
  carried_from uuid,
  done_at timestamp with time zone,
  removed_at timestamp with time zone,
  constraint session_item_suggestion_check CHECK ((suggestion = ANY (ARRAY['open_points'::text, 'proposals'::text, 'challenge'::text, 'plan'::text, 'trying'::text, 'review'::text, 'closing'::text, 'transfer'::text, 'agreement'::text, 'arrive'::text]))),
  constraint session_item_organisation_id_carried_from_fkey FOREIGN KEY (organisation_id, carried_from) REFERENCES session_item(organisation_id, id) ON DELETE SET NULL (carried_from),
  constraint session_item_organisation_id_session_id_fkey FOREIGN KEY (organisation_id, session_id) REFERENCES session(organisation_id, id) ON DELETE CASCADE,
  constraint session_item_pkey PRIMARY KEY (organisation_id, id)
)
CREATE INDEX session_item_carried ON public.session_item USING btree (organisation_id, carried_from)
CREATE INDEX session_item_of_session ON public.session_item USING btree (organisation_id, session_id, "position")
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant insert, select to lotse_person
policy whoever_takes_part_writes_the_agenda for all to lotse_person
    using ((organisation_id = my_organisation()) AND (session_id = ANY (ARRAY( SELECT my_audiences() AS my_audiences))))

table setup_link (
  organisation_id uuid not null,
  host text,
  token_hash bytea not null,
  made_at timestamp with time zone not null default now(),
  constraint setup_link_host_check CHECK ((host = lower(host))),
  constraint setup_link_pkey PRIMARY KEY (organisation_id),
  constraint setup_link_host_key UNIQUE NULLS NOT DISTINCT (host),
  constraint setup_link_token_hash_key UNIQUE (token_hash)
)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner

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
grant insert, select to lotse_person
policy author_ends_own_share for update to lotse_person
    using ((organisation_id = my_organisation()) AND (granted_by = me()))
policy author_shares_own_words for insert to lotse_person
    with check ((organisation_id = my_organisation()) AND (granted_by = me()) AND (EXISTS ( SELECT
   FROM passage p
  WHERE ((p.organisation_id = my_organisation()) AND (p.id = share.passage_id) AND (p.author_id = me())))))
policy both_ends_see_a_share for select to lotse_person
    using ((organisation_id = my_organisation()) AND ((reader_id = me()) OR (granted_by = me())))
policy nobody_shares_what_they_wrote_to_others for insert to lotse_person
    with check ((reader_id <> me()) AND (EXISTS ( SELECT
   FROM passage p
  WHERE ((p.organisation_id = my_organisation()) AND (p.id = share.passage_id) AND ((p.context_id = me()) OR (p.context_id = ANY (ARRAY( SELECT audiences_i_steer() AS audiences_i_steer))))))))

table shared_text (
  organisation_id uuid not null,
  id uuid not null,
  audience_id uuid not null,
  merged bytea,
  merged_to integer not null default 0,
  last_change integer not null default 0,
  constraint shared_text_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id) ON DELETE CASCADE,
  constraint shared_text_pkey PRIMARY KEY (organisation_id, id)
)
CREATE INDEX shared_text_of_audience ON public.shared_text USING btree (organisation_id, audience_id)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant insert, select to lotse_person
policy members_read_their_shared_text for select to lotse_person
    using ((organisation_id = my_organisation()) AND (audience_id = ANY (ARRAY( SELECT my_audiences() AS my_audiences))))
policy members_write_in_their_shared_text for update to lotse_person
    using ((organisation_id = my_organisation()) AND (audience_id = ANY (ARRAY( SELECT my_audiences() AS my_audiences))))
policy who_steers_begins_a_shared_text for insert to lotse_person
    with check ((organisation_id = my_organisation()) AND (audience_id = ANY (ARRAY( SELECT audiences_i_steer() AS audiences_i_steer))))

table shared_text_change (
  organisation_id uuid not null,
  shared_text_id uuid not null,
  number integer not null,
  content bytea not null,
  constraint shared_text_change_organisation_id_shared_text_id_fkey FOREIGN KEY (organisation_id, shared_text_id) REFERENCES shared_text(organisation_id, id) ON DELETE CASCADE,
  constraint shared_text_change_pkey PRIMARY KEY (organisation_id, shared_text_id, number)
)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant delete, insert, select to lotse_person
policy members_write_and_merge_changes for all to lotse_person
    using ((organisation_id = my_organisation()) AND (EXISTS ( SELECT
   FROM shared_text t
  WHERE ((t.organisation_id = my_organisation()) AND (t.id = shared_text_change.shared_text_id) AND (t.audience_id = ANY (ARRAY( SELECT my_audiences() AS my_audiences)))))))

table sign_in (
  organisation_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  token_hash bytea not null,
  created_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  device text not null default ''::text,
  constraint sign_in_device_check CHECK ((char_length(device) <= 80)),
  constraint sign_in_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id) ON DELETE CASCADE,
  constraint sign_in_pkey PRIMARY KEY (organisation_id, id),
  constraint sign_in_token_hash_key UNIQUE (token_hash)
)
CREATE INDEX sign_in_of_person ON public.sign_in USING btree (organisation_id, person_id)
grant delete to lotse_job
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant delete to lotse_person
policy job_removes_expired_sign_ins for delete to lotse_job
    using (expires_at < now())
policy job_sees_expired_sign_ins for select to lotse_job
    using (expires_at < now())
policy person_ends_own_sign_ins for delete to lotse_person
    using ((organisation_id = my_organisation()) AND (person_id = me()))
policy person_sees_own_sign_ins for select to lotse_person
    using ((organisation_id = my_organisation()) AND (person_id = me()))

table step (
  organisation_id uuid not null,
  id uuid not null,
  journey_id uuid not null,
  cycle_id uuid not null,
  position integer not null default 0,
  kind text,
  by_when date,
  minutes_planned integer,
  confidence integer,
  status text not null default 'planned'::text,
  created_by uuid not null,
  created_as text not null,
  from_passage_id uuid,
  carried_from_id uuid,
  created_at timestamp with time zone not null default now(),
  removed_at timestamp with time zone,
  prepares_id uuid,
  constraint step_confidence_check CHECK (((confidence >= 0) AND (confidence <= 10))),
  constraint step_created_as_check CHECK ((created_as = ANY (ARRAY['learner'::text, 'facilitator'::text]))),
  constraint step_kind_check CHECK ((kind = ANY (ARRAY['self_study'::text, 'training'::text, 'coaching'::text, 'group_session'::text, 'on_the_job_trial'::text, 'peer_consultation'::text, 'shadowing'::text, 'other'::text]))),
  constraint step_minutes_planned_check CHECK (((minutes_planned >= 5) AND (minutes_planned <= 2400))),
  constraint step_status_check CHECK ((status = ANY (ARRAY['planned'::text, 'doing'::text, 'done'::text, 'partly_done'::text, 'changed'::text, 'dropped'::text]))),
  constraint step_organisation_id_journey_id_cycle_id_fkey FOREIGN KEY (organisation_id, journey_id, cycle_id) REFERENCES cycle(organisation_id, journey_id, id) ON DELETE CASCADE,
  constraint step_organisation_id_journey_id_fkey FOREIGN KEY (organisation_id, journey_id) REFERENCES journey(organisation_id, id) ON DELETE CASCADE,
  constraint step_organisation_id_journey_id_prepares_id_fkey FOREIGN KEY (organisation_id, journey_id, prepares_id) REFERENCES step(organisation_id, journey_id, id) ON DELETE SET NULL (prepares_id),
  constraint step_pkey PRIMARY KEY (organisation_id, id),
  constraint step_in_journey UNIQUE (organisation_id, journey_id, id)
)
CREATE INDEX step_that_prepares ON public.step USING btree (organisation_id, journey_id, prepares_id) WHERE (prepares_id IS NOT NULL)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant delete, insert, select to lotse_person
policy audience_reads_step for select to lotse_person
    using ((organisation_id = my_organisation()) AND (journey_id = ANY (ARRAY( SELECT my_audiences() AS my_audiences))))
policy learner_adds_step for insert to lotse_person
    with check ((organisation_id = my_organisation()) AND (journey_id = ANY (ARRAY( SELECT audiences_i_steer() AS audiences_i_steer))))
policy learner_changes_step for update to lotse_person
    using ((organisation_id = my_organisation()) AND (journey_id = ANY (ARRAY( SELECT audiences_i_steer() AS audiences_i_steer))))
policy learner_removes_step for delete to lotse_person
    using ((organisation_id = my_organisation()) AND (journey_id = ANY (ARRAY( SELECT audiences_i_steer() AS audiences_i_steer))))
policy nobody_puts_a_step_down_to_another for insert to lotse_person
    with check (((created_as = 'learner'::text) = (created_by = me())) AND ((created_by = me()) OR was_idea_of(created_by, journey_id, id, carried_from_id)))
policy nobody_reads_withheld_steps for select to lotse_person
    using (id <> ALL (ARRAY( SELECT withheld_from_me() AS withheld_from_me)))
policy who_helps_with_a_step_reads_it for select to lotse_person
    using ((organisation_id = my_organisation()) AND (removed_at IS NULL) AND (id = ANY (ARRAY( SELECT steps_i_help_with() AS steps_i_help_with))))

table success_sign (
  organisation_id uuid not null,
  id uuid not null,
  challenge_id uuid not null,
  journey_id uuid not null,
  position integer not null default 0,
  kind text,
  removed_at timestamp with time zone,
  constraint success_sign_kind_check CHECK ((kind = ANY (ARRAY['visible'::text, 'felt'::text, 'noticed_by_others'::text]))),
  constraint success_sign_organisation_id_journey_id_challenge_id_fkey FOREIGN KEY (organisation_id, journey_id, challenge_id) REFERENCES challenge(organisation_id, journey_id, id) ON DELETE CASCADE,
  constraint success_sign_organisation_id_journey_id_fkey FOREIGN KEY (organisation_id, journey_id) REFERENCES journey(organisation_id, id) ON DELETE CASCADE,
  constraint success_sign_pkey PRIMARY KEY (organisation_id, id),
  constraint success_sign_in_journey UNIQUE (organisation_id, journey_id, id)
)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant delete, insert, select, update to lotse_person
policy audience_reads_success_sign for select to lotse_person
    using ((organisation_id = my_organisation()) AND (journey_id = ANY (ARRAY( SELECT my_audiences() AS my_audiences))))
policy learner_adds_success_sign for insert to lotse_person
    with check ((organisation_id = my_organisation()) AND (journey_id = ANY (ARRAY( SELECT audiences_i_steer() AS audiences_i_steer))))
policy learner_changes_success_sign for update to lotse_person
    using ((organisation_id = my_organisation()) AND (journey_id = ANY (ARRAY( SELECT audiences_i_steer() AS audiences_i_steer))))
policy learner_removes_success_sign for delete to lotse_person
    using ((organisation_id = my_organisation()) AND (journey_id = ANY (ARRAY( SELECT audiences_i_steer() AS audiences_i_steer))))
policy nobody_reads_withheld_signs for select to lotse_person
    using (id <> ALL (ARRAY( SELECT withheld_from_me() AS withheld_from_me)))

table time_answer (
  organisation_id uuid not null,
  time_id uuid not null,
  person_id uuid not null,
  answer text not null,
  answered_at timestamp with time zone not null default now(),
  constraint time_answer_answer_check CHECK ((answer = ANY (ARRAY['yes'::text, 'maybe'::text, 'no'::text]))),
  constraint time_answer_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id) ON DELETE CASCADE,
  constraint time_answer_organisation_id_time_id_fkey FOREIGN KEY (organisation_id, time_id) REFERENCES appointment_time(organisation_id, id) ON DELETE CASCADE,
  constraint time_answer_pkey PRIMARY KEY (organisation_id, time_id, person_id)
)
CREATE INDEX time_answer_of_person ON public.time_answer USING btree (organisation_id, person_id)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant insert, select to lotse_person
policy audience_sees_who_can_when for select to lotse_person
    using ((organisation_id = my_organisation()) AND (time_id = ANY (ARRAY( SELECT times_i_see(NULL::text) AS times_i_see))))
policy person_answers_for_themselves for insert to lotse_person
    with check ((organisation_id = my_organisation()) AND (person_id = me()) AND (time_id = ANY (ARRAY( SELECT times_i_see('proposed'::text) AS times_i_see))))
policy person_changes_own_answer for update to lotse_person
    using ((organisation_id = my_organisation()) AND (person_id = me()) AND (time_id = ANY (ARRAY( SELECT times_i_see('proposed'::text) AS times_i_see))))

table transfer_check (
  organisation_id uuid not null,
  id uuid not null,
  journey_id uuid not null,
  due_on date not null,
  state text not null default 'open'::text,
  postponed integer not null default 0,
  met_new_challenge text,
  progress integer,
  support_used text,
  reused text[] not null default '{}'::text[],
  confidence integer,
  wants_new_journey boolean,
  answered_at timestamp with time zone,
  follows_id uuid,
  constraint transfer_check_check CHECK ((follows_id <> id)),
  constraint transfer_check_confidence_check CHECK (((confidence >= 0) AND (confidence <= 10))),
  constraint transfer_check_met_new_challenge_check CHECK ((met_new_challenge = ANY (ARRAY['yes'::text, 'not_yet'::text, 'unsure'::text]))),
  constraint transfer_check_postponed_check CHECK (((postponed >= 0) AND (postponed <= 2))),
  constraint transfer_check_progress_check CHECK (((progress >= 0) AND (progress <= 4))),
  constraint transfer_check_reused_check CHECK ((reused <@ ARRAY['goal'::text, 'plan'::text, 'try'::text, 'network'::text, 'reflect'::text, 'drive'::text])),
  constraint transfer_check_state_check CHECK ((state = ANY (ARRAY['open'::text, 'answered'::text, 'declined'::text, 'cancelled'::text]))),
  constraint transfer_check_support_used_check CHECK ((support_used = ANY (ARRAY['none'::text, 'looked_things_up'::text, 'peer'::text, 'facilitator'::text, 'trainer_or_coach'::text]))),
  constraint transfer_check_organisation_id_journey_id_fkey FOREIGN KEY (organisation_id, journey_id) REFERENCES journey(organisation_id, id) ON DELETE CASCADE,
  constraint transfer_check_organisation_id_journey_id_follows_id_fkey FOREIGN KEY (organisation_id, journey_id, follows_id) REFERENCES transfer_check(organisation_id, journey_id, id) ON DELETE CASCADE,
  constraint transfer_check_pkey PRIMARY KEY (organisation_id, id),
  constraint transfer_check_organisation_id_journey_id_id_key UNIQUE (organisation_id, journey_id, id)
)
CREATE UNIQUE INDEX one_check_follows_another ON public.transfer_check USING btree (organisation_id, journey_id, follows_id) WHERE (follows_id IS NOT NULL)
CREATE UNIQUE INDEX one_open_transfer_check ON public.transfer_check USING btree (organisation_id, journey_id) WHERE (state = 'open'::text)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant delete, insert, select, update to lotse_person
policy audience_reads_transfer_check for select to lotse_person
    using ((organisation_id = my_organisation()) AND (journey_id = ANY (ARRAY( SELECT my_audiences() AS my_audiences))))
policy learner_adds_transfer_check for insert to lotse_person
    with check ((organisation_id = my_organisation()) AND (journey_id = ANY (ARRAY( SELECT audiences_i_steer() AS audiences_i_steer))))
policy learner_changes_transfer_check for update to lotse_person
    using ((organisation_id = my_organisation()) AND (journey_id = ANY (ARRAY( SELECT audiences_i_steer() AS audiences_i_steer))))
policy learner_removes_transfer_check for delete to lotse_person
    using ((organisation_id = my_organisation()) AND (journey_id = ANY (ARRAY( SELECT audiences_i_steer() AS audiences_i_steer))))

table transfer_check_private (
  organisation_id uuid not null,
  transfer_check_id uuid not null,
  person_id uuid not null,
  helped text[] not null default '{}'::text[],
  hindered text[] not null default '{}'::text[],
  constraint transfer_check_private_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id) ON DELETE CASCADE,
  constraint transfer_check_private_organisation_id_transfer_check_id_fkey FOREIGN KEY (organisation_id, transfer_check_id) REFERENCES transfer_check(organisation_id, id) ON DELETE CASCADE,
  constraint transfer_check_private_pkey PRIMARY KEY (organisation_id, transfer_check_id)
)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant delete, insert, select to lotse_person
policy only_the_person_keeps_transfer_check_private for all to lotse_person
    using ((organisation_id = my_organisation()) AND (person_id = me()))
    with check ((organisation_id = my_organisation()) AND (person_id = me()) AND (EXISTS ( SELECT
   FROM transfer_check x
  WHERE ((x.organisation_id = my_organisation()) AND (x.id = transfer_check_private.transfer_check_id) AND (x.journey_id = ANY (ARRAY( SELECT audiences_i_steer() AS audiences_i_steer)))))))

table withheld (
  organisation_id uuid not null,
  journey_id uuid not null,
  person_id uuid not null,
  subject_id uuid not null,
  since timestamp with time zone not null default now(),
  constraint withheld_organisation_id_journey_id_fkey FOREIGN KEY (organisation_id, journey_id) REFERENCES journey(organisation_id, id) ON DELETE CASCADE,
  constraint withheld_organisation_id_person_id_fkey FOREIGN KEY (organisation_id, person_id) REFERENCES person(organisation_id, id) ON DELETE CASCADE,
  constraint withheld_pkey PRIMARY KEY (organisation_id, person_id, journey_id, subject_id)
)
CREATE INDEX withheld_in_journey ON public.withheld USING btree (organisation_id, journey_id)
grant delete, insert, maintain, references, select, trigger, truncate, update to lotse_owner
grant delete, insert, select to lotse_person
policy learner_sees_what_they_withhold for select to lotse_person
    using ((organisation_id = my_organisation()) AND (journey_id = ANY (ARRAY( SELECT audiences_i_steer() AS audiences_i_steer))))
policy learner_shows_again for delete to lotse_person
    using ((organisation_id = my_organisation()) AND (journey_id = ANY (ARRAY( SELECT audiences_i_steer() AS audiences_i_steer))))
policy learner_withholds for insert to lotse_person
    with check ((organisation_id = my_organisation()) AND (journey_id = ANY (ARRAY( SELECT audiences_i_steer() AS audiences_i_steer))) AND (person_id <> me()))
policy only_what_is_of_the_journey_is_withheld for insert to lotse_person
    with check (is_part_of_journey(subject_id, journey_id) OR (EXISTS ( SELECT
   FROM person p
  WHERE ((p.organisation_id = my_organisation()) AND (p.id = withheld.subject_id)))))
