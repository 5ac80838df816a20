-- A hat that was laid down before its time was over.
alter table hat_change add column returned_at timestamptz;
