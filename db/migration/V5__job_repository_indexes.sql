-- Spring Batch's own script has no index beyond its keys; its repository looks rows up by these columns.

create index batch_job_execution_of_instance on batch_job_execution (job_instance_id);
create index batch_job_execution_params_of_execution on batch_job_execution_params (job_execution_id);
create index batch_step_execution_of_job on batch_step_execution (job_execution_id);
