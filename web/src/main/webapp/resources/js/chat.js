/* Makes the chat page live: what is written goes over the socket and every message is appended as it
   is told. The page's history and the socket meet by sequence number, so nothing shows twice and
   nothing is missed; without this script the form posts and the page comes back. */
(() => {
  const talk = document.querySelector('[data-chat]');
  if (!talk) return;
  const { chat: room, me, zone, you, youWrote, guest, offline, ended, waiting } = talk.dataset;
  const live = window.homeroom.live;
  const topic = 'conversation:' + room;
  const scroll = talk.querySelector('.hr-scroll');
  const list = talk.querySelector('.hr-msgs');
  const note = talk.querySelector('[data-chat-note]');
  const form = talk.querySelector('form');
  const box = form.querySelector('textarea');
  const button = form.querySelector('button');
  const showsNewest = talk.dataset.newestShown === 'true';
  const unsent = new Map();
  let upTo = Number(talk.dataset.upTo);

  const isLive = () => document.documentElement.dataset.live === 'live';
  const isEnded = () => document.documentElement.dataset.live === 'ended';
  const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: zone });
  const day = new Intl.DateTimeFormat(document.documentElement.lang, { weekday: 'long', day: 'numeric', month: 'long', timeZone: zone });
  // In the order in which the server writes it.
  const dayOf = date => {
    const part = Object.fromEntries(day.formatToParts(date).map(({ type, value }) => [type, value]));
    return `${part.weekday} ${part.day} ${part.month}`;
  };
  const toEnd = () => { scroll.scrollTop = scroll.scrollHeight; };
  const atEnd = () => scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 80;
  const add = (parent, tag, style, text) => {
    const made = document.createElement(tag);
    if (style) made.className = style;
    if (text !== undefined) made.textContent = text;
    parent.append(made);
    return made;
  };
  const initials = name => {
    const words = name.replace(/^(Mr|Ms|Mrs|Dr)\.? /, '').trim().split(/\s+/);
    return (words[0][0] + (words.length > 1 ? words[words.length - 1][0] : '')).toUpperCase();
  };

  /* A list item for a message; the text is set as text, never as markup. */
  const item = (name, mine, at, text, byGuest) => {
    const li = document.createElement('li');
    li.className = 'hr-msg';
    add(li, 'span', mine ? 'hr-face is-me' : 'hr-face', initials(name)).setAttribute('aria-hidden', 'true');
    const by = add(li, 'div', 'hr-msg-by', name + (mine ? you : ''));
    if (byGuest) {
      by.append(' ');
      add(by, 'span', 'hr-guest', guest);
    }
    const when = add(by, 'time', '', time.format(at));
    when.dateTime = at.toISOString();
    add(li, 'div', 'hr-msg-text', text);
    return li;
  };
  const place = li => {
    const seq = Number(li.dataset.seq);
    const next = [...list.querySelectorAll('[data-seq]')].find(other => Number(other.dataset.seq) > seq);
    const pending = list.querySelector('.is-pending');
    list.insertBefore(li, next ?? pending);
    const own = dayOf(new Date(li.querySelector('time').dateTime));
    const before = [...list.querySelectorAll('.hr-day')].filter(d => d.compareDocumentPosition(li) & 4).pop();
    if (before?.textContent !== own) {
      const heading = document.createElement('li');
      heading.className = 'hr-day';
      heading.textContent = own;
      list.insertBefore(heading, li);
    }
  };
  const show = message => {
    if (message.client_id && unsent.has(message.client_id)) {
      unsent.get(message.client_id).item.remove();
      unsent.delete(message.client_id);
    }
    if (list.querySelector(`[data-seq="${Number(message.seq)}"]`)) return;
    const follow = atEnd() || message.sender.id === me;
    talk.querySelector('[data-none]')?.remove();
    const li = item(message.sender.name, message.sender.id === me, new Date(message.at), message.text, message.sender.guest);
    li.dataset.seq = message.seq;
    place(li);
    if (follow) toEnd();
    if (document.visibilityState === 'visible') live.send('ack', { conversation_id: room, seq: message.seq });
  };
  const preview = message => {
    const row = document.querySelector(`[data-room="${CSS.escape(message.conversation_id)}"] a`);
    if (!row) return;
    const who = message.sender.id === me ? youWrote : message.sender.name;
    row.querySelector('p').textContent = who + ': ' + message.text;
    if (message.conversation_id === room) return;
    const count = row.querySelector('[data-unread]')
      ?? add(row.querySelector('.hr-count') ?? add(row, 'span', 'hr-count'), 'span');
    count.dataset.unread = '';
    count.textContent = Number(count.textContent) + 1;
  };

  /* What was said while nobody listened, by number, until nothing is left. */
  const catchUp = async () => {
    for (let after = upTo; after !== null;) {
      const address = `/api/v1/conversations/${room}/messages?limit=200&after=${after}`;
      const answer = await fetch(address, { headers: { 'X-Background': 'true' } });
      if (!answer.ok) return;
      const { data, meta } = await answer.json();
      data.forEach(message => { show(message); upTo = Math.max(upTo, message.seq); });
      after = meta?.next ?? null;
    }
  };
  const post = (clientId, text) => live.send('send', { conversation_id: room, text, client_id: clientId });
  const submit = () => {
    const text = box.value.trim();
    box.focus();
    if (!text || !isLive()) return;
    const clientId = crypto.randomUUID?.() ?? `${Date.now()}-${Math.random().toString(36).slice(2)}`;
    const li = item(talk.dataset.name ?? document.querySelector('.hr-menu .hr-face + div b, .hr-menu-sheet p b')?.textContent ?? '', true, new Date(), text);
    li.classList.add('is-pending');
    talk.querySelector('[data-none]')?.remove();
    list.append(li);
    unsent.set(clientId, { item: li, text });
    note.textContent = '';
    box.value = '';
    grow();
    toEnd();
    if (!post(clientId, text)) note.textContent = waiting;
  };
  const grow = () => {
    box.style.height = 'auto';
    box.style.height = Math.min(box.scrollHeight + 2, 160) + 'px';
  };
  const state = () => {
    button.disabled = !isLive();
    button.classList.toggle('ui-state-disabled', !isLive());
    note.textContent = isLive() ? '' : isEnded() ? ended : unsent.size ? waiting : offline;
    // What is shown above and below takes its room from the messages.
    if (atEnd()) toEnd();
  };

  form.addEventListener('submit', event => { event.preventDefault(); submit(); });
  box.addEventListener('input', grow);
  box.addEventListener('keydown', event => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      submit();
    }
  });
  document.addEventListener('homeroom:message', ({ detail: message }) => {
    preview(message);
    if (message.conversation_id === room && showsNewest) {
      show(message);
      if (message.seq === upTo + 1) upTo = message.seq;
    }
  });
  document.addEventListener('homeroom:error', ({ detail: error }) => {
    const failed = unsent.get(error.client_id);
    if (!failed) return;
    failed.item.remove();
    unsent.delete(error.client_id);
    if (!box.value) box.value = failed.text;
    note.textContent = error.message;
  });
  document.addEventListener('homeroom:subscribed', ({ detail }) => {
    if (!(topic in detail.topics)) return;
    // The same number again stores once, so what may have got lost is simply sent again.
    unsent.forEach((message, clientId) => post(clientId, message.text));
    if (showsNewest && detail.topics[topic] > upTo) catchUp();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') live.send('ack', { conversation_id: room, seq: upTo });
  });
  new MutationObserver(state).observe(document.documentElement, { attributeFilter: ['data-live'] });
  live.subscribe(topic);
  state();
  toEnd();
  if (matchMedia('(min-width: 768px)').matches) box.focus();
})();
