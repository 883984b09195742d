-- What the batch runtime (JBeret) keeps of jobs. Names and columns are the runtime's own; it would make
-- the tables itself, but the application role may not own or create any. Of every tenant's jobs, hence
-- without a school: parameters hold identifiers only, and a school's operators see their own
-- executions alone (JobsService).

create table job_instance (
  jobinstanceid bigserial not null primary key,
  version integer,
  jobname varchar(512),
  applicationname varchar(512)
);

create table job_execution (
  jobexecutionid bigserial not null primary key,
  jobinstanceid bigint not null,
  version integer,
  createtime timestamptz,
  starttime timestamptz,
  endtime timestamptz,
  lastupdatedtime timestamptz,
  batchstatus varchar(30),
  exitstatus varchar(512),
  jobparameters varchar(3000),
  restartposition varchar(255),
  constraint fk_job_execution_job_instance
    foreign key (jobinstanceid) references job_instance (jobinstanceid) on delete cascade
);
create index ix_job_execution_instance on job_execution (jobinstanceid);

create table step_execution (
  stepexecutionid bigserial not null primary key,
  jobexecutionid bigint not null,
  version integer,
  stepname varchar(255),
  starttime timestamptz,
  endtime timestamptz,
  batchstatus varchar(30),
  exitstatus varchar(512),
  executionexception varchar(2048),
  persistentuserdata bytea,
  readcount integer,
  writecount integer,
  commitcount integer,
  rollbackcount integer,
  readskipcount integer,
  processskipcount integer,
  filtercount integer,
  writeskipcount integer,
  readercheckpointinfo bytea,
  writercheckpointinfo bytea,
  constraint fk_step_exe_job_exe
    foreign key (jobexecutionid) references job_execution (jobexecutionid) on delete cascade
);
create index ix_step_execution_execution on step_execution (jobexecutionid);

create table partition_execution (
  partitionexecutionid integer not null,
  stepexecutionid bigint not null,
  version integer,
  batchstatus varchar(30),
  exitstatus varchar(512),
  executionexception varchar(2048),
  persistentuserdata bytea,
  readercheckpointinfo bytea,
  writercheckpointinfo bytea,
  primary key (partitionexecutionid, stepexecutionid),
  constraint fk_partition_exe_step_exe
    foreign key (stepexecutionid) references step_execution (stepexecutionid) on delete cascade
);

grant select, insert, update, delete
  on job_instance, job_execution, step_execution, partition_execution to homeroom_app;
grant usage on sequence job_instance_jobinstanceid_seq, job_execution_jobexecutionid_seq,
  step_execution_stepexecutionid_seq to homeroom_app;
