-- Rooms, who is in them, and what was said. A message's number within its room has no gaps: it is
-- taken under a lock on the room's row, in the transaction that stores the message.

create table messaging_conversation (
  school_id uuid not null references tenancy_school,
  id uuid not null,
  class_id uuid not null,
  name text not null check (length(name) between 1 and 100),
  last_seq bigint not null default 0 check (last_seq >= 0),
  created_at timestamptz not null,
  primary key (school_id, id),
  foreign key (school_id, class_id) references roster_class,
  constraint ux_messaging_conversation_one_per_class unique (school_id, class_id)
);
select tenant_table('messaging_conversation', 'select, insert, update (name, last_seq)');

create table messaging_member (
  school_id uuid not null,
  conversation_id uuid not null,
  account_id uuid not null,
  role text not null check (role in ('owner', 'member')),
  read_seq bigint not null default 0,
  joined_at timestamptz not null,
  primary key (school_id, conversation_id, account_id),
  foreign key (school_id, conversation_id) references messaging_conversation
);
create index ix_messaging_member_account on messaging_member (school_id, account_id);
select tenant_table('messaging_member', 'select, insert, delete, update (role, read_seq)');

create table messaging_message (
  school_id uuid not null,
  conversation_id uuid not null,
  seq bigint not null check (seq > 0),
  sender_id uuid not null,
  text text not null check (length(text) between 1 and 4000),
  client_id text not null check (length(client_id) between 1 and 100),
  sent_at timestamptz not null,
  primary key (school_id, conversation_id, seq),
  foreign key (school_id, conversation_id) references messaging_conversation,
  constraint ux_messaging_message_once_per_client
    unique (school_id, conversation_id, sender_id, client_id)
);
select tenant_table('messaging_message', 'select, insert');

-- Stores one message and returns it; no row when the sender is not in the room. A repeated client_id
-- returns the message stored the first time, whatever the repeated text is.
create function messaging_post(
  p_conversation uuid, p_sender uuid, p_text text, p_client_id text, p_at timestamptz)
  returns table (seq bigint, text text, sent_at timestamptz, replayed boolean)
  language plpgsql
  set search_path = homeroom, pg_temp
  as $$
#variable_conflict use_column
declare
  v_school uuid := current_school();
  v_seq bigint;
begin
  perform 1 from messaging_member m
    where m.school_id = v_school and m.conversation_id = p_conversation and m.account_id = p_sender;
  if not found then
    return;
  end if;
  -- Waits for the message before this one, so that a repeated one is seen below.
  select c.last_seq + 1 into v_seq from messaging_conversation c
    where c.school_id = v_school and c.id = p_conversation for update;
  return query
    select m.seq, m.text, m.sent_at, true from messaging_message m
    where m.school_id = v_school and m.conversation_id = p_conversation
      and m.sender_id = p_sender and m.client_id = p_client_id;
  if found then
    return;
  end if;
  insert into messaging_message (school_id, conversation_id, seq, sender_id, text, client_id, sent_at)
    values (v_school, p_conversation, v_seq, p_sender, p_text, p_client_id, p_at);
  update messaging_conversation c set last_seq = v_seq
    where c.school_id = v_school and c.id = p_conversation;
  update messaging_member m set read_seq = v_seq
    where m.school_id = v_school and m.conversation_id = p_conversation and m.account_id = p_sender;
  return query select v_seq, p_text, p_at, false;
end
$$;
revoke execute on function messaging_post(uuid, uuid, text, text, timestamptz) from public;
grant execute on function messaging_post(uuid, uuid, text, text, timestamptz) to homeroom_app;
