-- The ledger defends itself. While a plan is being made its rows may be rewritten and removed; once it is sealed they only
-- move forward, and what is final stays as it is, whoever asks.

-- A run that was stopped before its plan was sealed has called nothing: its rows may go.
create function imagesweep.unsealed(run imagesweep.cleanup_run) returns boolean
language sql immutable
return (run).status = 'PLANNING' or ((run).status = 'STOPPED' and (run).plan_hash is null);

create function imagesweep.refuse() returns trigger
language plpgsql as $$
begin
  raise exception '% of % is refused: the ledger is a record', lower(tg_op), tg_table_name
    using errcode = 'integrity_constraint_violation';
end
$$;

-- Locks an unsealed run, so that its plan cannot be sealed while a row is still being written.
create function imagesweep.holds_unsealed(id uuid) returns boolean
language plpgsql as $$
begin
  perform from imagesweep.cleanup_run run where run.run_id = id and imagesweep.unsealed(run) for share;
  return found;
end
$$;

create function imagesweep.demand_unsealed() returns trigger
language plpgsql as $$
declare
  touched uuid;
begin
  for touched in select distinct run_id from rows loop
    if not imagesweep.holds_unsealed(touched) then
      raise exception '% of % is refused: the plan of run % is sealed', lower(tg_op), tg_table_name, touched
        using errcode = 'integrity_constraint_violation';
    end if;
  end loop;
  return null;
end
$$;

create trigger planned_before_the_seal
  after insert on deletion_result
  referencing new table as rows
  for each statement execute function imagesweep.demand_unsealed();

create trigger removed_before_the_seal
  after delete on deletion_result
  referencing old table as rows
  for each statement execute function imagesweep.demand_unsealed();

create trigger asked_before_the_seal
  after insert on requested_image
  referencing new table as rows
  for each statement execute function imagesweep.demand_unsealed();

create trigger removed_before_the_seal
  after delete on requested_image
  referencing old table as rows
  for each statement execute function imagesweep.demand_unsealed();

create trigger never_rewritten
  before update on requested_image
  for each row execute function imagesweep.refuse();

create function imagesweep.demand_forward() returns trigger
language plpgsql as $$
declare
  allowed imagesweep.deletion_result := new;
begin
  if imagesweep.holds_unsealed(old.run_id) and new.run_id = old.run_id then
    return new;
  end if;

  -- what may differ, made equal: all else must be equal as it is
  if old.outcome in ('PLANNED', 'CALLING') then
    allowed.outcome := old.outcome;
    allowed.error_code := old.error_code;
    allowed.http_status := old.http_status;
    allowed.request_id := old.request_id;
    allowed.message := old.message;
    allowed.forced := old.forced;
    allowed.attempts := case when new.attempts < old.attempts then new.attempts else old.attempts end;
    allowed.called_before := old.called_before and new.called_before;
    allowed.fence := case when new.fence >= coalesce(old.fence, new.fence) then old.fence else new.fence end;
    allowed.finished_at := old.finished_at;
    if old.started_at is null then
      allowed.started_at := null;
    end if;
  end if;
  if old.confirmed_at is null then
    allowed.confirmed_at := null;
  end if;
  if allowed is distinct from old then
    raise exception 'image % of run % is % and only moves forward', old.image_id, old.run_id, old.outcome
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;

create trigger only_forward
  before update on deletion_result
  for each row execute function imagesweep.demand_forward();

create trigger never_rewritten
  before update or delete on deletion_attempt
  for each row execute function imagesweep.refuse();

create function imagesweep.demand_approval() returns trigger
language plpgsql as $$
begin
  if exists (
    select
    from imagesweep.deletion_result kept
    where kept.run_id = new.run_id
      and kept.account_id = new.account_id
      and kept.region_id = new.region_id
      and kept.image_id = new.image_id
      and kept.decision = 'KEEP')
  then
    raise exception 'image % is kept in run %: nothing was called', new.image_id, new.run_id
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;

create trigger never_for_a_kept_image
  before insert on deletion_attempt
  for each row execute function imagesweep.demand_approval();

create function imagesweep.demand_same_run() returns trigger
language plpgsql as $$
declare
  allowed imagesweep.cleanup_run := new;
begin
  allowed.status := old.status;
  allowed.finished_at := old.finished_at;
  allowed.stop_reason := old.stop_reason;
  allowed.fence := case when new.fence >= old.fence then old.fence else new.fence end;
  if new.counts - '{missing,outcomes}'::text[] = old.counts - '{missing,outcomes}'::text[] then
    allowed.counts := old.counts;
  end if;
  if allowed is distinct from old
    or new.status = 'PLANNING'
    or (old.status in ('COMPLETED', 'ABANDONED') and new.status <> old.status)
  then
    raise exception 'run % is % and sealed', old.run_id, old.status
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end
$$;

create trigger sealed_stays_sealed
  before update on cleanup_run
  for each row
  when (not imagesweep.unsealed(old))
  execute function imagesweep.demand_same_run();

create trigger sealed_stays
  before delete on cleanup_run
  for each row
  when (not imagesweep.unsealed(old))
  execute function imagesweep.refuse();

create trigger never_emptied before truncate on cleanup_run
  for each statement execute function imagesweep.refuse();
create trigger never_emptied before truncate on deletion_result
  for each statement execute function imagesweep.refuse();
create trigger never_emptied before truncate on deletion_attempt
  for each statement execute function imagesweep.refuse();
create trigger never_emptied before truncate on requested_image
  for each statement execute function imagesweep.refuse();
