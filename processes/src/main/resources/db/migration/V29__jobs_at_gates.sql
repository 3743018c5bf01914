-- Jobs that wait until something outside works again, the longest first: looked for each second, and mostly there is none.
create index job_at_gate on act_ru_job (tenant_id_, exception_msg_, create_time_) where exception_msg_ like 'Later: at %';
