// After the list was replaced in place, a reader of the screen should not be left at the top.
document.addEventListener('htmx:afterSettle', (event) => {
  const path = event.detail.requestConfig && event.detail.requestConfig.triggeringEvent;
  const link = path && path.target && path.target.closest ? path.target.closest('[id]') : null;
  const again = link && document.getElementById(link.id);
  if (again && again !== document.activeElement) {
    again.focus({ preventScroll: true });
  }
});

// A page that was asked for by the address of a match shows that match open.
const opened = location.hash.startsWith('#match-') && document.getElementById(location.hash.slice(1));
if (opened && opened.tagName === 'DETAILS') {
  opened.open = true;
}

// Paper cannot be unfolded: browsers that the style sheet cannot tell so print the best three open.
if (!CSS.supports('selector(::details-content)')) {
  const closed = () => document.querySelectorAll('.match-first:not([open])');
  let printed = [];
  addEventListener('beforeprint', () => {
    printed = [...closed()];
    printed.forEach((match) => { match.open = true; });
  });
  addEventListener('afterprint', () => printed.forEach((match) => { match.open = false; }));
}

// Browsers keep pages as they stood and show them again with "back": not to whoever sits there
// after its reader has signed out. What a form of the page carries tells whether it is still theirs.
addEventListener('pageshow', async (event) => {
  const own = document.querySelector('.person input[name=_form]');
  if (!event.persisted || !own) {
    return;
  }
  document.documentElement.hidden = true;
  try {
    const now = await (await fetch('/account/password', { cache: 'no-store' })).text();
    if (now.includes(`"${own.value}"`)) {
      document.documentElement.hidden = false;
      return;
    }
  } catch {
    // Whether it is still theirs cannot be known: the page is asked for again.
  }
  location.reload();
});

// What a device keeps for the hall of a session goes with whoever signs out.
document.addEventListener('submit', (event) => {
  if (event.target.getAttribute('action') === '/sign-out' && 'caches' in window) {
    caches.delete('hall');
  }
});

// Forms that keep themselves: whether something was typed since they last did.
const KEEPING = 'form[hx-post][hx-trigger]';
const typed = new Set();
document.addEventListener('input', (event) => {
  const form = event.target.closest(KEEPING);
  if (form) {
    typed.add(form);
  }
});
document.addEventListener('htmx:beforeRequest', (event) => {
  if (event.target.matches(KEEPING) && !typed.delete(event.target)) {
    event.preventDefault();
  }
});
document.addEventListener('submit', (event) => typed.delete(event.target));

// What keeps itself moves its version on, and the page's other forms are about the same record.
const moveOn = (told) => {
  const kept = told && told.querySelector('input[name=version]');
  if (kept) {
    document.querySelectorAll('input[name=version]').forEach((input) => { input.value = kept.value; });
  }
};
document.addEventListener('htmx:afterSettle', (event) => {
  if (event.target.id === 'autosaved') {
    moveOn(event.target);
  }
});

// What is typed and could not be kept by itself: its writer should know.
const unsaved = (form) => {
  typed.add(form);
  const told = form.querySelector('#autosaved');
  if (told) {
    told.replaceChildren(told.firstElementChild, '没有自动保存：连不上平台，或者登录已过期。请按下面的按钮保存。');
  }
};
const failed = (event) => {
  if (event.target.matches(KEEPING)) {
    unsaved(event.target);
  } else if (event.detail.target && event.detail.target.id === 'autosaved') {
    unsaved(event.detail.target.closest('form'));
  }
};
document.addEventListener('htmx:responseError', failed);
document.addEventListener('htmx:sendError', failed);

// Whoever leaves the page does not wait until it keeps itself: what is typed is kept at once. Browsers carry only so much
// for a page that is gone; with more than that, they ask whether to stay.
const CARRIED = 60 * 1024;
const content = (form) => new URLSearchParams(new FormData(form));
let underway = 0;
const keep = async (form) => {
  const body = content(form);
  typed.delete(form);
  underway += 1;
  try {
    const answer = await fetch(form.getAttribute('hx-post'), {
      method: 'POST', body, keepalive: String(body).length <= CARRIED, redirect: 'error',
    });
    const told = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('autosaved');
    if (!answer.ok || !told) {
      throw new Error(answer.status);
    }
    document.getElementById('autosaved').replaceWith(told);
    moveOn(told);
  } catch {
    unsaved(form);
  }
  underway -= 1;
};
const leave = () => [...typed].filter((form) => form.isConnected && !form.classList.contains('htmx-request')).forEach(keep);
addEventListener('pagehide', leave);
document.addEventListener('visibilitychange', () => {
  if (document.hidden) {
    leave();
  }
});
addEventListener('beforeunload', (event) => {
  if ([...typed].some((form) => String(content(form)).length > CARRIED)) {
    event.preventDefault();
  }
});
addEventListener('pageshow', (event) => {
  if (event.persisted && underway > 0) {
    location.reload();
  }
});

// A file that is too large would be sent for minutes, and then refused.
document.addEventListener('submit', (event) => {
  const input = event.target.querySelector('input[type=file][data-most]');
  const file = input && input.files[0];
  if (!file || file.size <= Number(input.dataset.most) * 1024 * 1024) {
    return;
  }
  event.preventDefault();
  let told = event.target.querySelector('.too-large');
  if (!told) {
    told = document.createElement('p');
    told.className = 'field-problem too-large';
    told.setAttribute('role', 'alert');
    input.before(told);
  }
  told.textContent = `这个文件有 ${Math.ceil(file.size / 1024 / 1024)} MB，最大 ${input.dataset.most} MB，没有上传。`;
  input.focus();
});

// What is being kept by itself is kept before the rest is sent: else one's own change would be in the way.
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (form.classList.contains('htmx-request') && form.hasAttribute('hx-trigger')) {
    event.preventDefault();
    const send = () => setTimeout(() => form.requestSubmit(event.submitter), 50);
    form.addEventListener('htmx:afterRequest', send, { once: true });
  }
});
