-- Jobs that wait until something outside works again, the longest first: looked for each second, and mostly there is none.
create index job_at_gate on act_ru_job (tenant_id_, exception_msg_, create_time_) where exception_msg_ like 'Later: at %';

-- The engine looks for due jobs several times a second, and would read each job that waits, all timers among them.
create index job_due on act_ru_job (duedate_);

-- Stacks of failures that were told to a history that we do not keep.
delete from act_ge_bytearray b
where name_ = 'job.exceptionByteArray' and not exists (select from act_ru_job j where j.exception_stack_id_ = b.id_);
