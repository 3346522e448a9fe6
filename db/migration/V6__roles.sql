-- Two roles to grant to users: imagesweep_app runs the program on a migrated database, imagesweep_auditor reads. Roles belong
-- to the whole server, so an owner of this database alone may not be able to make them: then this says so and goes on, and
-- after somebody made them, "call imagesweep.grant_to_roles()" gives them their rights.

create procedure imagesweep.grant_to_roles()
language plpgsql as $$
begin
  if exists (select from pg_roles where rolname = 'imagesweep_app') then
    grant usage on schema imagesweep to imagesweep_app;
    grant select on all tables in schema imagesweep to imagesweep_app;
    grant insert, update on
      imagesweep.image, imagesweep.image_reference, imagesweep.sync_source,
      imagesweep.cleanup_run, imagesweep.deletion_result
      to imagesweep_app;
    grant insert on imagesweep.deletion_attempt, imagesweep.requested_image to imagesweep_app;
    -- the triggers let them go only before the seal
    grant delete on imagesweep.deletion_result, imagesweep.requested_image to imagesweep_app;
    grant insert, update, delete on
      imagesweep.batch_job_instance, imagesweep.batch_job_execution, imagesweep.batch_job_execution_params,
      imagesweep.batch_job_execution_context, imagesweep.batch_step_execution, imagesweep.batch_step_execution_context
      to imagesweep_app;
    grant usage on all sequences in schema imagesweep to imagesweep_app;
  end if;
  if exists (select from pg_roles where rolname = 'imagesweep_auditor') then
    grant usage on schema imagesweep to imagesweep_auditor;
    grant select on all tables in schema imagesweep to imagesweep_auditor;
  end if;
end
$$;

do $$
declare
  wanted text;
begin
  foreach wanted in array array['imagesweep_app', 'imagesweep_auditor'] loop
    begin
      if not exists (select from pg_roles where rolname = wanted) then
        execute format('create role %I nologin', wanted);
      end if;
    exception
      when insufficient_privilege then
        raise notice 'role % is not there and may not be made here; make it, then: call imagesweep.grant_to_roles()', wanted;
      when duplicate_object or unique_violation then
        null; -- another database of this server made it at the same moment
    end;
  end loop;
end
$$;

call imagesweep.grant_to_roles();
