// The hall on the day of a session: the countdown, the list of who has come, and what is done while the network is away.

const SKEW = 'hall clock';
const stale = 'stale' in document.documentElement.dataset;

// Counting follows the server's clock. A page that was kept from earlier tells an old time: then the difference is the one known last.
let ahead = Number(localStorage.getItem(SKEW)) || 0;
const setClock = () => {
  const told = document.querySelector('[data-now]');
  if (told) {
    ahead = Number(told.dataset.now) - Date.now();
    localStorage.setItem(SKEW, ahead);
  }
};
const serverNow = () => Date.now() + ahead;

const written = (left) => {
  const seconds = Math.max(0, Math.ceil(left / 1000));
  const hours = Math.floor(seconds / 3600);
  const rest = [Math.floor(seconds / 60) % 60, seconds % 60].map((n) => String(n).padStart(2, '0')).join(':');
  return hours > 0 ? `${hours}:${rest}` : rest;
};
let asked = '';
const tick = () => {
  document.querySelectorAll('[data-until]').forEach((shown) => {
    const left = Number(shown.dataset.until) - serverNow();
    shown.textContent = written(left);
    if (left <= 0 && asked !== shown.dataset.until) {
      asked = shown.dataset.until;
      htmx.trigger('#live', 'refresh');
    }
  });
};

// Names can be looked for in a long list.
const narrow = () => {
  const input = document.querySelector('[data-filter]');
  if (input) {
    input.closest('[hidden]')?.removeAttribute('hidden');
    document.querySelectorAll(input.dataset.filter).forEach((line) => {
      line.hidden = !line.textContent.includes(input.value.trim());
    });
  }
};
document.addEventListener('input', (event) => {
  if (event.target.matches('[data-filter]')) {
    narrow();
  }
});

// Who has come is noted on this device first, and sent when that can be. The server knows who is there already, so that nobody is noted
// twice, whatever is sent again.
const path = location.pathname.replace(/\/hall$/, '/arrivals');
const QUEUE = `arrivals ${path}`;
const queued = () => JSON.parse(localStorage.getItem(QUEUE) || '[]');
const keepQueue = (queue) => localStorage.setItem(QUEUE, JSON.stringify(queue));
let cut = stale;
let since = new Date();
let trouble = '';
const shown = () => new Date(Number(document.querySelector('[data-now]').dataset.now));
const clockTime = (date) => date.toTimeString().slice(0, 5);
const tell = () => {
  const away = document.getElementById('away');
  if (!away) {
    return;
  }
  const waiting = queued().length;
  const lines = [];
  if (cut) {
    lines.push(`网络断开了，下面是 ${clockTime(stale ? shown() : since)} 的情况。`);
  }
  if (waiting > 0) {
    lines.push(`有 ${waiting} 个签到记在这台设备上，连上后自动补送，请不要清除浏览器的数据。`);
  }
  if (trouble) {
    lines.push(trouble);
  }
  away.textContent = lines.join('');
  away.hidden = lines.length === 0;
};
const mark = () => {
  queued().forEach((one) => {
    const row = [...document.querySelectorAll('[data-party]')].find((line) => line.dataset.party === `${one.side} ${one.party}`);
    const form = row && row.querySelector('form.check-in');
    if (form) {
      const told = document.createElement('span');
      told.className = 'hall-waiting';
      told.textContent = '已记下，待送';
      form.replaceWith(told);
    }
  });
  tell();
};
const sendOne = async (one) => {
  const token = document.querySelector('input[name=_form]');
  const body = new URLSearchParams({ _form: token.value, side: one.side, party: one.party, at: one.at });
  const answer = await fetch(`${path}/kept`, { method: 'POST', body, redirect: 'manual' });
  if (answer.ok) {
    return '';
  }
  if (answer.status === 422) {
    return `${one.name}：${await answer.text()}`;
  }
  throw new Error(answer.type === 'opaqueredirect' || answer.status === 403 ? 'sign-in' : 'away');
};
const send = async () => {
  trouble = '';
  while (queued().length > 0) {
    const one = queued()[0];
    try {
      trouble += await sendOne(one);
    } catch (error) {
      if (error.message === 'sign-in') {
        trouble = '登录已过期，请在新的标签页里重新登录，再刷新本页。';
      } else {
        cut = true;
      }
      mark();
      return;
    }
    keepQueue(queued().slice(1));
    cut = false;
  }
  mark();
  htmx.trigger('#live', 'refresh');
};
const flush = () => (navigator.locks ? navigator.locks.request(QUEUE, send) : send());
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!form.matches('form.check-in')) {
    return;
  }
  event.preventDefault();
  const { side, party } = Object.fromEntries(new FormData(form));
  if (!queued().some((one) => one.side === side && one.party === party)) {
    const name = form.closest('[data-party]').querySelector('.hall-name').textContent;
    keepQueue([...queued(), { side, party, name, at: Math.round(serverNow()) }]);
  }
  mark();
  flush();
});

document.addEventListener('htmx:beforeRequest', (event) => {
  // Somebody is about to confirm something, or looks for a name: the list stays as it is under their hands.
  const busy = document.querySelector('#live details.confirm[open]') || (document.activeElement && document.activeElement.matches('[data-filter]'));
  if (event.target.id === 'live' && busy && event.detail.requestConfig.triggeringEvent?.type !== 'refresh') {
    event.preventDefault();
  }
});
let looked = '';
document.addEventListener('htmx:beforeSwap', (event) => {
  const input = document.querySelector('[data-filter]');
  looked = input ? input.value : '';
  // A page to sign in is not the list.
  if (event.target.id === 'live' && !event.detail.xhr.responseText.includes('id="live"')) {
    event.detail.shouldSwap = false;
    trouble = '登录已过期，请重新登录，再刷新本页。';
    tell();
  }
});
document.addEventListener('htmx:afterSettle', () => {
  const input = document.querySelector('[data-filter]');
  if (input && looked) {
    input.value = looked;
  }
  since = new Date();
  cut = false;
  setClock();
  narrow();
  mark();
});
const lost = (event) => {
  if (event.target.id === 'live') {
    cut = true;
    tell();
  }
};
document.addEventListener('htmx:sendError', lost);
document.addEventListener('htmx:responseError', lost);
document.addEventListener('htmx:afterRequest', (event) => {
  if (event.target.id === 'live' && event.detail.successful && queued().length > 0) {
    flush();
  }
});
addEventListener('online', () => {
  htmx.trigger('#live', 'refresh');
  flush();
});

// More tables than fit on the screen are shown in turns.
const TURN = 10000;
let turn = 0;
const turns = () => {
  const grid = document.querySelector('.screen-grid');
  if (!grid) {
    return;
  }
  const lines = [...grid.children];
  lines.forEach((line) => { line.hidden = false; });
  const room = innerHeight - grid.getBoundingClientRect().top - 48;
  const fits = lines.filter((line) => line.offsetTop - grid.offsetTop + line.offsetHeight <= room).length || 1;
  const parts = Math.ceil(lines.length / fits);
  const part = turn % Math.max(parts, 1);
  lines.forEach((line, i) => { line.hidden = Math.floor(i / fits) !== part; });
  const told = document.getElementById('turns');
  if (told) {
    told.textContent = parts > 1 ? `第 ${part + 1} 屏，共 ${parts} 屏` : '';
  }
};
setInterval(() => { turn += 1; turns(); }, TURN);
document.addEventListener('htmx:afterSettle', turns);
addEventListener('resize', turns);

if (!stale) {
  setClock();
}
setInterval(tick, 250);
tick();
narrow();
mark();
turns();
if (queued().length > 0) {
  flush();
}

// The last state of the page is there even where it is opened anew without a network.
if ('serviceWorker' in navigator) {
  navigator.serviceWorker.register('/assets/hall-worker.js', { scope: '/sessions/' }).catch(() => {});
}
