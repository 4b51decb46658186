'use strict';
(() => {
  const root = document.documentElement;
  const messages = document.getElementById('messages');
  const form = document.getElementById('form');
  const line = document.getElementById('line');
  const list = document.getElementById('completions');
  const status = document.getElementById('status');
  const { person, channel } = root.dataset;
  const who = `person=${person}&channel=${channel}`;
  const history = [];
  let place = 0;
  let chosen = -1;
  let asked = 0;

  const say = text => {
    status.textContent = text;
    status.classList.toggle('hidden', text === '');
  };

  // Whether it arrived.
  const send = async (path, text) => {
    try {
      const response = await fetch(`${path}?${who}`, { method: 'POST', body: text, headers: { 'Content-Type': 'text/plain' } });
      say(response.ok ? '' : await response.text() || 'Too fast. Wait a few seconds.');
      return response.ok;
    } catch {
      say('TutorBot does not answer, so nothing was sent. Your text stays; send it again when it is back.');
      return false;
    }
  };

  // Times are shown in the reader's own zone.
  const showTimes = scope => {
    for (const time of scope.querySelectorAll('time:empty')) {
      time.textContent = new Date(time.dateTime).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
    }
  };

  const add = html => {
    const holder = document.createElement('template');
    holder.innerHTML = html;
    const article = holder.content.firstElementChild;
    const before = messages.querySelector(`[data-id="${article.dataset.id}"]`);
    showTimes(article);
    if (before) {
      before.replaceWith(article);
      return;
    }
    messages.append(article);
    article.scrollIntoView({ block: article.offsetHeight > messages.clientHeight ? 'start' : 'end' });
  };

  const events = new EventSource(`/events?${who}&after=${root.dataset.last}`);
  events.onmessage = event => add(event.data);
  events.onopen = () => say('');
  events.onerror = () => say('TutorBot does not answer just now. This page goes on by itself when it is back.');
  // The worker was started anew: what it kept is loaded, what is being typed stays.
  events.addEventListener('restart', () => {
    sessionStorage.setItem('typed', line.value);
    location.reload();
  });
  if (sessionStorage.getItem('typed')) {
    line.value = sessionStorage.getItem('typed');
    sessionStorage.removeItem('typed');
  }

  const close = () => {
    list.hidden = true;
    list.replaceChildren();
    chosen = -1;
    line.setAttribute('aria-expanded', 'false');
    line.removeAttribute('aria-activedescendant');
  };

  const choose = index => {
    chosen = index;
    [...list.children].forEach((option, i) => option.setAttribute('aria-selected', i === index ? 'true' : 'false'));
    if (index >= 0) {
      list.children[index].scrollIntoView({ block: 'nearest' });
      line.setAttribute('aria-activedescendant', list.children[index].id);
    }
  };

  const take = option => {
    line.value = option.dataset.line;
    close();
    line.focus();
    if (line.value.endsWith(' ')) complete();
  };

  const complete = async () => {
    const number = ++asked;
    if (!line.value.startsWith('/')) return close();
    const response = await fetch(`/completions?line=${encodeURIComponent(line.value)}`);
    const completions = response.ok ? await response.json() : [];
    if (number !== asked) return;
    if (completions.length === 0 || (completions.length === 1 && completions[0].line === line.value)) return close();
    list.replaceChildren(...completions.map((completion, i) => {
      const option = document.createElement('div');
      option.id = `completion-${i}`;
      option.setAttribute('role', 'option');
      option.dataset.line = completion.line;
      const label = document.createElement('span');
      label.textContent = completion.label;
      const detail = document.createElement('small');
      detail.textContent = completion.detail;
      option.append(label, detail);
      return option;
    }));
    list.hidden = false;
    line.setAttribute('aria-expanded', 'true');
    choose(-1);
  };

  line.addEventListener('input', complete);
  list.addEventListener('mousedown', event => {
    const option = event.target.closest('[role=option]');
    if (option) { event.preventDefault(); take(option); }
  });

  line.addEventListener('keydown', event => {
    const open = !list.hidden;
    const count = list.children.length;
    if (event.key === 'Escape') {
      close();
    } else if (event.key === 'ArrowDown' && open) {
      event.preventDefault();
      choose((chosen + 1) % count);
    } else if (event.key === 'ArrowUp' && open) {
      event.preventDefault();
      choose((chosen + count - (chosen < 0 ? 0 : 1)) % count);
    } else if (event.key === 'Tab' && open && !event.shiftKey) {
      event.preventDefault();
      take(list.children[Math.max(0, chosen)]);
    } else if (event.key === 'Enter' && open && chosen >= 0) {
      event.preventDefault();
      take(list.children[chosen]);
    } else if (event.key === 'ArrowUp' && place > 0) {
      event.preventDefault();
      line.value = history[--place];
    } else if (event.key === 'ArrowDown' && place < history.length) {
      event.preventDefault();
      line.value = history[++place] ?? '';
    }
  });

  form.addEventListener('submit', async event => {
    event.preventDefault();
    const text = line.value.trim();
    close();
    asked++;
    if (text === '') return;
    line.value = '';
    if (await send('/messages', text)) {
      history.push(text);
      place = history.length;
    } else if (line.value === '') {
      line.value = text;
    }
  });

  messages.addEventListener('click', event => {
    const button = event.target.closest('button');
    if (button?.dataset.line) send('/messages', button.dataset.line);
    else if (button?.dataset.press) send('/presses', button.dataset.press);
  });

  messages.addEventListener('change', event => {
    if (event.target.matches('select[data-press]') && event.target.value) {
      send('/presses', event.target.value);
      event.target.value = '';
    }
  });

  const personMenu = document.getElementById('person');
  const channelMenu = document.getElementById('channel');
  for (const menu of [personMenu, channelMenu]) {
    menu.addEventListener('change', () => {
      location.search = `?person=${personMenu.value}&channel=${channelMenu.value}`;
    });
  }

  const theme = document.getElementById('theme');
  const isDark = () => (root.dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';
  const showTheme = () => {
    theme.setAttribute('aria-pressed', isDark() ? 'true' : 'false');
  };
  if (localStorage.getItem('theme')) root.dataset.theme = localStorage.getItem('theme');
  theme.addEventListener('click', () => {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    localStorage.setItem('theme', root.dataset.theme);
    showTheme();
  });
  showTheme();
  showTimes(document);
  messages.scrollTop = messages.scrollHeight;
})();
