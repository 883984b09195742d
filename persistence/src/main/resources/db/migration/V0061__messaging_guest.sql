-- Guests of one conversation. What they write is marked for good, also when the guest is long gone.

alter table messaging_member drop constraint messaging_member_role_check;
alter table messaging_member add constraint ck_messaging_member_role
  check (role in ('owner', 'member', 'guest'));

alter table messaging_message add column by_guest boolean not null default false;

-- As before, and marks what a guest writes.
create or replace function messaging_post(
  p_conversation uuid, p_sender uuid, p_text text, p_client_id text, p_at timestamptz)
  returns table (seq bigint, text text, sent_at timestamptz, replayed boolean)
  language plpgsql
  set search_path = homeroom, pg_temp
  as $$
#variable_conflict use_column
declare
  v_school uuid := current_school();
  v_seq bigint;
  v_role text;
begin
  select m.role into v_role from messaging_member m
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
  insert into messaging_message
      (school_id, conversation_id, seq, sender_id, text, client_id, sent_at, by_guest)
    values (v_school, p_conversation, v_seq, p_sender, p_text, p_client_id, p_at, v_role = 'guest');
  update messaging_conversation c set last_seq = v_seq
    where c.school_id = v_school and c.id = p_conversation;
  update messaging_member m set read_seq = v_seq
    where m.school_id = v_school and m.conversation_id = p_conversation and m.account_id = p_sender;
  return query select v_seq, p_text, p_at, false;
end
$$;
