-- The audit as a chain: each seal's digest covers its entry and the seal before, so that a changed,
-- removed or slipped-in entry breaks it. Sealed behind the deeds, which therefore wait for nothing.

alter table audit_entry add column xid xid8 not null default pg_current_xact_id();
create index ix_audit_entry_xid on audit_entry (school_id, xid, seq);
create index ix_audit_entry_at on audit_entry (school_id, at);
create index ix_audit_entry_action on audit_entry (school_id, action, seq);

create table audit_seal (
  school_id uuid not null references tenancy_school,
  position bigint not null check (position > 0),
  seq bigint not null,
  digest bytea not null,
  sealed_at timestamptz not null default now(),
  primary key (school_id, position),
  unique (school_id, seq),
  foreign key (school_id, seq) references audit_entry (school_id, seq)
);
create trigger audit_seal_final
  before update or delete or truncate on audit_seal
  for each statement execute function audit_entry_is_final();
select tenant_table('audit_seal', 'select, insert');

-- Everything that an entry says, in one unambiguous text.
create function audit_canonical(p_entry audit_entry) returns text
  language sql immutable
  as $$
  select jsonb_build_array(p_entry.school_id, p_entry.seq,
    (extract(epoch from p_entry.at) * 1000000)::bigint, p_entry.actor_id, p_entry.action,
    p_entry.subject_type, p_entry.subject_id, p_entry.before_state, p_entry.after_state,
    p_entry.request_id, p_entry.ip)::text
$$;

-- Seals at most p_limit entries of finished transactions, oldest first; returns how many. Entries of
-- transactions still running wait for the next call.
create function audit_seal_next(p_limit integer) returns integer
  language plpgsql set search_path = homeroom, pg_temp
  as $$
declare
  v_school uuid := current_school();
  v_position bigint;
  v_digest bytea;
  v_next record;
  v_sealed integer := 0;
begin
  perform pg_advisory_xact_lock(hashtextextended('audit seal ' || v_school, 0));
  select s.position, s.digest into v_position, v_digest from audit_seal s
    where s.school_id = v_school order by s.position desc limit 1;
  v_position := coalesce(v_position, 0);
  v_digest := coalesce(v_digest, sha256(convert_to('homeroom audit ' || v_school, 'UTF8')));
  for v_next in
    select e.seq, audit_canonical(e) as said from audit_entry e
      where e.school_id = v_school and e.xid < pg_snapshot_xmin(pg_current_snapshot())
        and not exists (select from audit_seal s where s.school_id = v_school and s.seq = e.seq)
      order by e.xid, e.seq limit p_limit
  loop
    v_position := v_position + 1;
    v_digest := sha256(v_digest || convert_to(v_next.said, 'UTF8'));
    insert into audit_seal (school_id, position, seq, digest)
      values (v_school, v_position, v_next.seq, v_digest);
    v_sealed := v_sealed + 1;
  end loop;
  return v_sealed;
end
$$;

-- Recomputes the whole chain: how many seals there are and the first break in words, null when none.
create function audit_prove() returns table (sealed bigint, breach text)
  language plpgsql set search_path = homeroom, pg_temp
  as $$
declare
  v_school uuid := current_school();
  v_digest bytea := sha256(convert_to('homeroom audit ' || v_school, 'UTF8'));
  v_next record;
begin
  sealed := 0;
  for v_next in
    select s.position, s.seq, s.digest, audit_canonical(e) as said from audit_seal s
      left join audit_entry e on e.school_id = s.school_id and e.seq = s.seq
      where s.school_id = v_school order by s.position
  loop
    if v_next.position <> sealed + 1 then
      breach := format('seal %s is missing', sealed + 1);
    elsif v_next.said is null then
      breach := format('entry %s of seal %s is missing', v_next.seq, v_next.position);
    else
      v_digest := sha256(v_digest || convert_to(v_next.said, 'UTF8'));
      if v_digest <> v_next.digest then
        breach := format('entry %s or its seal %s was changed', v_next.seq, v_next.position);
      end if;
    end if;
    exit when breach is not null;
    sealed := v_next.position;
  end loop;
  return next;
end
$$;

revoke execute on function audit_seal_next(integer), audit_prove(), audit_canonical(audit_entry)
  from public;
grant execute on function audit_seal_next(integer), audit_prove(), audit_canonical(audit_entry)
  to homeroom_app;
