-- A sync that finds fewer images than there should be must not become the baseline of the next one by itself: what was there
-- before stays beside it until a guard has let the drop pass.
alter table sync_source
  add column baseline bigint,
  add column baseline_at timestamptz,
  add constraint sync_source_baseline check ((baseline is null) = (baseline_at is null));

comment on column sync_source.baseline is
  'the population that a later sync fell short of, of images alone, until a guard lets the drop pass; null: there was no drop';
comment on column sync_source.baseline_at is 'start of the sync that found the baseline';
