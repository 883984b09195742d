/* One live channel for each page. What the server sends arrives as DOM events: a frame of type "paid"
   becomes "homeroom:paid" on document with the frame's data as detail. Pages listen and send through
   window.homeroom.live; they never open a socket of their own. */
(() => {
  const PING_MS = 25000;
  const FIRST_WAIT_MS = 500;
  const LONGEST_WAIT_MS = 30000;
  const SIGNED_OUT = 4001;
  const root = document.documentElement;
  const dot = document.querySelector('[data-live]');
  const topics = new Set();
  let socket;
  let wait = FIRST_WAIT_MS;
  let ping;
  let seen = Date.now();
  let again = false;

  const time = () => new Date(seen).toTimeString().slice(0, 5);
  const show = state => {
    root.dataset.live = state;
    if (dot) {
      dot.querySelector('.hr-dot').className = 'hr-dot' + (state === 'live' ? '' : state === 'reconnecting' ? ' is-warn' : ' is-off');
      const words = dot.dataset['word' + state[0].toUpperCase() + state.slice(1)].replace('{0}', time());
      dot.querySelector('[data-live-word]').textContent = words;
    }
    document.querySelectorAll('[data-live-bar]').forEach(bar => {
      bar.textContent = state === 'offline' ? bar.dataset.liveBar.replace('{0}', time()) : '';
      if (state === 'ended') bar.append(bar.dataset.liveEnded + ' ', wayIn(bar.dataset.liveSignIn));
    });
  };
  /* Signing in leads back to this page as it is. */
  const wayIn = words => {
    const link = document.createElement('a');
    link.href = '/identity/sign-in?ended=true&next=' + encodeURIComponent(location.pathname + location.search + '#typed');
    link.textContent = words;
    return link;
  };
  const tell = (type, detail) => document.dispatchEvent(new CustomEvent('homeroom:' + type, { detail }));
  const send = (type, data = {}) => {
    if (!socket || socket.readyState !== WebSocket.OPEN) return false;
    socket.send(JSON.stringify({ type, data }));
    return true;
  };
  const reconnect = () => {
    clearInterval(ping);
    show(navigator.onLine && wait < LONGEST_WAIT_MS / 4 ? 'reconnecting' : 'offline');
    // Spread over time, so that a restarted server is not met by every browser at once.
    setTimeout(connect, wait * (0.5 + Math.random()));
    wait = Math.min(wait * 2, LONGEST_WAIT_MS);
  };
  /* A stranger's connection opens too, only to be told so: the server's hello says that we are in. */
  const admitted = () => {
    wait = FIRST_WAIT_MS;
    show('live');
    ping = setInterval(() => send('ping'), PING_MS);
    if (topics.size) send('subscribe', { topics: [...topics] });
    // What was told meanwhile is lost; pages that were open before read their state again.
    tell('live', { again });
    again = true;
  };
  function connect() {
    socket = new WebSocket(location.origin.replace(/^http/, 'ws') + '/ws/live');
    socket.addEventListener('message', event => {
      seen = Date.now();
      const frame = JSON.parse(event.data);
      if (frame.type === 'hello') admitted();
      tell(frame.type, frame.data ?? {});
    });
    socket.addEventListener('close', event => {
      if (event.code === SIGNED_OUT) {
        clearInterval(ping);
        show('ended');
      } else {
        reconnect();
      }
    });
  }

  window.homeroom = {
    live: {
      send,
      /* For pages that learn by another way that the session is over. */
      ended: () => show('ended'),
      subscribe(...names) {
        names.forEach(name => topics.add(name));
        send('subscribe', { topics: [...topics] });
      },
    },
  };
  addEventListener('online', () => { wait = FIRST_WAIT_MS; });
  connect();
})();
