-- What a run changes beside deleting images: it hides them and shows them again, takes them back from those with whom they are
-- shared, and deletes the snapshots behind them.

alter table deletion_result
  add column unshare_allowed boolean not null default false,
  add column delete_snapshots boolean not null default false;

comment on column deletion_result.unshare_allowed is
  'whether the rule allows taking the image back from those with whom it is shared, right before its deletion';
comment on column deletion_result.delete_snapshots is
  'whether the rule has snapshot_ids deleted once a listing confirmed that the image is gone';
comment on column deletion_result.confirmed_at is
  'start of the first complete listing that no longer held a DELETED image, or that showed the status of a DEPRECATED or'
  ' RESTORED one';
comment on column cleanup_run.plan_id is 'the plan that this run carries out, or the run that it undoes';

create index deletion_result_unconfirmed_status
  on deletion_result (account_id, region_id)
  where outcome in ('DEPRECATED', 'RESTORED') and confirmed_at is null;

alter table deletion_attempt add column snapshot_id text;
comment on column deletion_attempt.snapshot_id is 'of a call of DeleteSnapshot; null for all others';

create table snapshot_result (
  run_id uuid not null,
  account_id text not null,
  region_id text not null,
  image_id text not null,
  snapshot_id text not null,
  outcome text not null default 'PLANNED'
    check (outcome in ('PLANNED', 'DELETED', 'ALREADY_GONE', 'SKIPPED', 'FAILED')),
  error_code text,
  http_status integer,
  request_id text,
  message text,
  started_at timestamptz,
  finished_at timestamptz,
  primary key (run_id, account_id, region_id, image_id, snapshot_id),
  foreign key (run_id, account_id, region_id, image_id) references deletion_result
);

comment on table snapshot_result is
  'one row per snapshot of a deleted image whose rule deletes snapshots; PLANNED until it has its outcome, in this run or in a'
  ' later one of the same account and region';
comment on column snapshot_result.started_at is 'before the first call';

create index snapshot_result_open
  on snapshot_result (account_id, region_id)
  where outcome = 'PLANNED';

create table unshared_image (
  run_id uuid not null,
  account_id text not null,
  region_id text not null,
  image_id text not null,
  turn integer not null check (turn > 0),
  accounts text[] not null,
  outcome text not null default 'TAKEN' check (outcome in ('TAKEN', 'GONE', 'PUT_BACK', 'FAILED')),
  error_code text,
  message text,
  taken_at timestamptz not null,
  finished_at timestamptz,
  primary key (run_id, account_id, region_id, image_id, turn),
  foreign key (run_id, account_id, region_id, image_id) references deletion_result
);

comment on table unshared_image is
  'from whom an image was taken right before its deletion; written before the call. TAKEN: not settled yet; GONE: the image is'
  ' deleted; PUT_BACK: it is not, and is shared again; FAILED: it could not be shared again';

create index unshared_image_open
  on unshared_image (account_id, region_id)
  where outcome = 'TAKEN';

-- Whoever records that an image is deleted opens its snapshots with it, so that none is forgotten.
create function imagesweep.open_snapshots() returns trigger
language plpgsql as $$
begin
  insert into imagesweep.snapshot_result (run_id, account_id, region_id, image_id, snapshot_id)
  select distinct new.run_id, new.account_id, new.region_id, new.image_id, snapshot_id
  from unnest(new.snapshot_ids) as listed (snapshot_id)
  on conflict do nothing;
  return null;
end
$$;

create trigger opens_its_snapshots
  after update on deletion_result
  for each row
  when (new.outcome = 'DELETED' and old.outcome <> 'DELETED' and new.delete_snapshots)
  execute function imagesweep.open_snapshots();

create function imagesweep.demand_deleted_image() returns trigger
language plpgsql as $$
begin
  if new.outcome <> 'PLANNED' or not exists (
    select
    from imagesweep.deletion_result image
    where image.run_id = new.run_id
      and image.account_id = new.account_id
      and image.region_id = new.region_id
      and image.image_id = new.image_id
      and image.outcome = 'DELETED'
      and image.delete_snapshots
      and new.snapshot_id = any(image.snapshot_ids))
  then
    raise exception 'snapshot % is none that run % deletes with image %', new.snapshot_id, new.run_id, new.image_id
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;

create trigger only_of_a_deleted_image
  before insert on snapshot_result
  for each row execute function imagesweep.demand_deleted_image();

create function imagesweep.demand_snapshot_forward() returns trigger
language plpgsql as $$
declare
  allowed imagesweep.snapshot_result := new;
begin
  if old.outcome = 'PLANNED' then
    allowed.outcome := old.outcome;
    allowed.error_code := old.error_code;
    allowed.http_status := old.http_status;
    allowed.request_id := old.request_id;
    allowed.message := old.message;
    allowed.finished_at := old.finished_at;
    if old.started_at is null then
      allowed.started_at := null;
    end if;
  end if;
  if allowed is distinct from old then
    raise exception 'snapshot % of run % is % and only moves forward', old.snapshot_id, old.run_id, old.outcome
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;

create trigger only_forward
  before update on snapshot_result
  for each row execute function imagesweep.demand_snapshot_forward();

create function imagesweep.demand_share_forward() returns trigger
language plpgsql as $$
declare
  allowed imagesweep.unshared_image := new;
begin
  if old.outcome = 'TAKEN' then
    allowed.outcome := old.outcome;
    allowed.error_code := old.error_code;
    allowed.message := old.message;
    allowed.finished_at := old.finished_at;
  end if;
  if allowed is distinct from old then
    raise exception 'shares of image % of run % are % and only move forward', old.image_id, old.run_id, old.outcome
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;

create trigger only_forward
  before update on unshared_image
  for each row execute function imagesweep.demand_share_forward();

create function imagesweep.demand_unshare_allowed() returns trigger
language plpgsql as $$
begin
  if new.outcome <> 'TAKEN' or not exists (
    select
    from imagesweep.deletion_result image
    where image.run_id = new.run_id
      and image.account_id = new.account_id
      and image.region_id = new.region_id
      and image.image_id = new.image_id
      and image.outcome = 'CALLING'
      and image.unshare_allowed)
  then
    raise exception 'run % may not take image % from anybody', new.run_id, new.image_id
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;

create trigger only_where_allowed
  before insert on unshared_image
  for each row execute function imagesweep.demand_unshare_allowed();

create trigger never_removed before delete on snapshot_result
  for each row execute function imagesweep.refuse();
create trigger never_removed before delete on unshared_image
  for each row execute function imagesweep.refuse();
create trigger never_emptied before truncate on snapshot_result
  for each statement execute function imagesweep.refuse();
create trigger never_emptied before truncate on unshared_image
  for each statement execute function imagesweep.refuse();

-- A finished run keeps the end that it has; only its fence may still rise.
create function imagesweep.demand_same_end() returns trigger
language plpgsql as $$
declare
  allowed imagesweep.cleanup_run := new;
begin
  allowed.fence := case when new.fence >= old.fence then old.fence else new.fence end;
  if allowed is distinct from old then
    raise exception 'run % is % and keeps its end', old.run_id, old.status
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;

create trigger the_end_stays
  before update on cleanup_run
  for each row
  when (old.status in ('COMPLETED', 'ABANDONED'))
  execute function imagesweep.demand_same_end();

alter procedure imagesweep.grant_to_roles rename to grant_ledger_to_roles;

create procedure imagesweep.grant_to_roles()
language plpgsql as $$
begin
  call imagesweep.grant_ledger_to_roles();
  if exists (select from pg_roles where rolname = 'imagesweep_app') then
    grant insert, update on imagesweep.snapshot_result, imagesweep.unshared_image to imagesweep_app;
  end if;
end
$$;

call imagesweep.grant_to_roles();
