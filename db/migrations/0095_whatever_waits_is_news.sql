-- Whatever lies with somebody because somebody else did something is told once: on the page of the day, and in the summary.
alter table reminder_choice drop constraint reminder_choice_kind_check;
alter table reminder_choice add constraint reminder_choice_kind_check check (kind in ('review', 'step', 'transfer', 'reflection', 'contact', 'session',
  'proposal', 'answer', 'need_answered', 'help_asked', 'help_answered', 'step_help_asked', 'accompany_asked', 'request_back', 'agreement', 'handover',
  'deputy_asked', 'review_shared', 'reflection_shared', 'times_asked', 'case_consent', 'view_asked', 'case_open', 'practice_answered'));
alter table digest_line drop constraint digest_line_kind_check;
alter table digest_line add constraint digest_line_kind_check check (kind in ('review', 'step', 'transfer', 'reflection', 'contact', 'session',
  'proposal', 'answer', 'need_answered', 'help_asked', 'help_answered', 'step_help_asked', 'accompany_asked', 'request_back', 'agreement', 'handover',
  'deputy_asked', 'review_shared', 'reflection_shared', 'times_asked', 'case_consent', 'view_asked', 'case_open', 'practice_answered'));
