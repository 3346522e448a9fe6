-- What each run decided, called and got.

create table cleanup_run (
  run_id uuid primary key,
  run_key text not null,
  mode text not null check (mode in ('dry-run', 'apply', 'restore')),
  status text not null default 'PLANNING'
    check (status in ('PLANNING', 'PLANNED', 'RUNNING', 'STOPPED', 'GUARDED', 'COMPLETED', 'ABANDONED')),
  decided_at timestamptz not null default now(),
  policy_hash text not null default '',
  plan_hash text,
  plan_id uuid references cleanup_run,
  scope jsonb not null default '{}',
  requested_by text not null default current_user,
  host text not null default '',
  started_at timestamptz not null default now(),
  finished_at timestamptz,
  counts jsonb not null default '{}' check (jsonb_typeof(counts) = 'object'),
  stop_reason text,
  fence bigint not null default 0
);

comment on column cleanup_run.decided_at is 'the run''s now: every age is measured from it';
comment on column cleanup_run.policy_hash is 'SHA-256 of the policy file''s bytes, in hexadecimal';
comment on column cleanup_run.plan_hash is
  'SHA-256, in hexadecimal, over the sealed rows ordered by account_id, region_id, image_id (each collate "C"), of each row'
  ' account_id, region_id, image_id, decision, rule, reason in UTF-8, each written as its number of bytes, a colon, the text'
  ' and a comma; null is a hyphen and a comma. Null until the plan is sealed';
comment on column cleanup_run.plan_id is 'the plan that this run carries out';
comment on column cleanup_run.scope is 'accounts, regions and limit, as asked for';
comment on column cleanup_run.counts is
  'from the seal on: figures, ruleMatches, warnings; missing grows; outcomes are counted when the run ends';
comment on column cleanup_run.fence is 'raised at each take-over; an older one marks nothing';

create index cleanup_run_by_key on cleanup_run (run_key);
create index cleanup_run_newest_first on cleanup_run (started_at desc, run_id);

create table deletion_result (
  run_id uuid not null references cleanup_run,
  account_id text not null,
  region_id text not null,
  image_id text not null,
  decision text not null check (decision in ('KEEP', 'DELETE', 'DEPRECATE', 'RESTORE')),
  rule text,
  reason text not null default '',
  outcome text not null default 'PLANNED'
    check (outcome in ('PLANNED', 'CALLING', 'DELETED', 'DEPRECATED', 'RESTORED', 'ALREADY_GONE', 'KEPT', 'SKIPPED',
      'DEFERRED', 'FAILED')),
  error_code text,
  http_status integer,
  request_id text,
  message text,
  forced boolean not null default false,
  attempts integer not null default 0 check (attempts >= 0),
  planned_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz,
  confirmed_at timestamptz,
  size_gib integer,
  snapshot_ids text[] not null default '{}',
  image_name text,
  created_at timestamptz,
  force_allowed boolean not null default false,
  called_before boolean not null default false,
  fence bigint,
  primary key (run_id, account_id, region_id, image_id),
  constraint deletion_result_kept check ((decision = 'KEEP') = (outcome = 'KEPT')),
  constraint deletion_result_confirmed check (confirmed_at is null or outcome in ('DELETED', 'DEPRECATED', 'RESTORED'))
);

comment on table deletion_result is 'the results: one row per run and candidate';
comment on column deletion_result.started_at is 'before the first call';
comment on column deletion_result.confirmed_at is 'start of the first complete listing that no longer held the image';
comment on column deletion_result.image_name is 'as planned';
comment on column deletion_result.created_at is 'of the image, as planned';
comment on column deletion_result.force_allowed is 'whether the rule allows deleting the image although instances use it';
comment on column deletion_result.called_before is 'whether a call whose answer nobody saw may have reached the provider';
comment on column deletion_result.fence is 'the take-over under which the row was marked CALLING last';

-- by bytes: the same order in every database, for pages that go on where the last one ended
create index deletion_result_in_order
  on deletion_result (run_id, account_id, region_id, image_id collate "C");
create index deletion_result_open
  on deletion_result (run_id, account_id, region_id, image_id collate "C")
  where outcome in ('PLANNED', 'CALLING');
create index deletion_result_calling
  on deletion_result (account_id, region_id)
  where outcome = 'CALLING';
create index deletion_result_unconfirmed
  on deletion_result (account_id, region_id)
  where outcome = 'DELETED' and confirmed_at is null;
create index deletion_result_done
  on deletion_result (account_id, region_id, finished_at)
  where outcome in ('DELETED', 'DEPRECATED');

create table deletion_attempt (
  run_id uuid not null,
  account_id text not null,
  region_id text not null,
  image_id text not null,
  attempt integer not null check (attempt > 0),
  action text not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  http_status integer,
  error_code text,
  request_id text,
  message text,
  primary key (run_id, account_id, region_id, image_id, attempt),
  foreign key (run_id, account_id, region_id, image_id) references deletion_result
);

comment on table deletion_attempt is 'one row per answered call that changes something, throttled ones too';

create index deletion_attempt_in_order
  on deletion_attempt (run_id, account_id, region_id, image_id collate "C", attempt);

create table requested_image (
  run_id uuid not null references cleanup_run,
  account_id text not null,
  region_id text not null,
  image_id text not null,
  primary key (run_id, account_id, region_id, image_id)
);

comment on table requested_image is 'the images that a run was asked to delete by their ids';
