-- The tables of WildFly's JDBC job repository (JBeret 3.1, sql/jberet-postgresql.ddl). Made here, so
-- that the server's role need not own or create anything. They hold no pupil data: jobs take ids.

create table homeroom_batch.job_instance (
  jobinstanceid bigserial primary key,
  version integer,
  jobname varchar(512),
  applicationname varchar(512)
);

create table homeroom_batch.job_execution (
  jobexecutionid bigserial primary key,
  jobinstanceid bigint not null references homeroom_batch.job_instance on delete cascade,
  version integer,
  createtime timestamptz,
  starttime timestamptz,
  endtime timestamptz,
  lastupdatedtime timestamptz,
  batchstatus varchar(30),
  exitstatus varchar(512),
  jobparameters varchar(3000),
  restartposition varchar(255)
);
create index ix_job_execution_instance on homeroom_batch.job_execution (jobinstanceid);

create table homeroom_batch.step_execution (
  stepexecutionid bigserial primary key,
  jobexecutionid bigint not null references homeroom_batch.job_execution on delete cascade,
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
  writercheckpointinfo bytea
);
create index ix_step_execution_job on homeroom_batch.step_execution (jobexecutionid);

create table homeroom_batch.partition_execution (
  partitionexecutionid integer not null,
  stepexecutionid bigint not null references homeroom_batch.step_execution on delete cascade,
  version integer,
  batchstatus varchar(30),
  exitstatus varchar(512),
  executionexception varchar(2048),
  persistentuserdata bytea,
  readercheckpointinfo bytea,
  writercheckpointinfo bytea,
  primary key (partitionexecutionid, stepexecutionid)
);

grant select, insert, update, delete on all tables in schema homeroom_batch to homeroom_app;
grant usage on all sequences in schema homeroom_batch to homeroom_app;
