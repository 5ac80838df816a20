-- An agreement that waits for a confirmation is told once, like whatever else somebody did for a person.
alter table reminder_choice drop constraint reminder_choice_kind_check;
alter table reminder_choice add constraint reminder_choice_kind_check check (kind in ('review', 'step', 'transfer', 'reflection', 'contact', 'session',
  'proposal', 'answer', 'need_answered', 'help_asked', 'help_answered', 'accompany_asked', 'agreement', 'review_shared'));
alter table digest_line drop constraint digest_line_kind_check;
alter table digest_line add constraint digest_line_kind_check check (kind in ('review', 'step', 'transfer', 'reflection', 'contact', 'session',
  'proposal', 'answer', 'need_answered', 'help_asked', 'help_answered', 'accompany_asked', 'agreement', 'review_shared'));
