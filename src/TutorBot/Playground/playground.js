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

  const [notice, again] = status.children;
  let events = null;
  let last = root.dataset.last;
  let isLost = false;

  // One notice at a time, with a second try where there is something to try.
  const show = (text, retry) => {
    notice.textContent = text;
    again.hidden = !retry;
    again.onclick = retry ?? null;
    status.classList.toggle('hidden', text === '');
  };

  const hasDraft = () => line.value.trim() !== '';

  const retry = () => hasDraft() ? form.requestSubmit() : listen();

  const post = async (path, text) => {
    try {
      const response = await fetch(path, { method: 'POST', body: text, headers: { 'Content-Type': 'text/plain' } });
      return response.ok ? '' : await response.text() || 'Too fast. Wait a few seconds.';
    } catch {
      return 'TutorBot does not answer. Is it still running?';
    }
  };

  const sent = () => {
    show('');
    // The reply comes by the stream: do not wait for the browser's own next try.
    if (events.readyState !== EventSource.OPEN) listen();
  };

  const say = async text => {
    const problem = await post(`/messages?${who}`, text);
    if (problem === '') return sent();
    if (line.value === '') line.value = text;
    if (line.value === text) show(`${problem} Your text is still in the box.`, retry);
    else show(`${problem} Not sent: “${text}”`, () => say(text));
  };

  const press = async (id, element) => {
    const message = element.closest('article')?.dataset.id ?? '';
    const problem = await post(`/presses?${who}&message=${message}`, id);
    if (problem === '') sent();
    else show(`${problem} What you pressed did not arrive.`, () => press(id, element));
  };

  // A button that asks for words gives its place to a field for them; Escape takes that back.
  const ask = button => {
    const field = document.createElement('form');
    field.className = 'asked';
    const label = document.createElement('label');
    label.textContent = `${button.dataset.asks} `;
    const input = document.createElement('input');
    input.type = 'text';
    input.maxLength = 200;
    input.autocomplete = 'off';
    label.append(input);
    const send = document.createElement('button');
    send.textContent = 'Send';
    field.append(label, send);
    const back = () => {
      field.replaceWith(button);
      button.focus();
    };
    field.addEventListener('keydown', event => { if (event.key === 'Escape') back(); });
    field.addEventListener('submit', event => {
      event.preventDefault();
      if (input.value.trim() === '') return;
      press(`${button.dataset.press}\n${input.value}`, field);
      back();
    });
    button.replaceWith(field);
    input.focus();
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
    // A post of the tutor or a panel changes where it stands; the keyboard stays at the same control of it.
    if (before) {
      const controls = scope => [...scope.querySelectorAll('button, select')];
      const at = controls(before).indexOf(document.activeElement);
      before.replaceWith(article);
      controls(article)[at]?.focus();
      return;
    }
    messages.append(article);
    article.scrollIntoView({ block: article.offsetHeight > messages.clientHeight ? 'start' : 'end' });
  };

  // The browser connects again by itself while its state is CONNECTING; after an error status it gives up, and we try.
  const listen = () => {
    events?.close();
    events = new EventSource(`/events?${who}&after=${last}`);
    events.onmessage = event => {
      last = event.lastEventId;
      add(event.data);
    };
    events.addEventListener('restart', event => {
      last = event.lastEventId;
      messages.querySelectorAll('article[data-id]').forEach(article => article.remove());
      const news = 'TutorBot was started anew, so the replies from before are gone; its posts and everything kept are there.';
      if (hasDraft()) show(`${news} Your text is still in the box.`, retry);
      else show(news);
    });
    events.onopen = () => {
      if (isLost && hasDraft()) show('TutorBot is back. Your text is still in the box.', retry);
      else if (isLost) show('');
      isLost = false;
    };
    events.onerror = () => {
      if (!isLost) show('The connection to TutorBot is lost. Is it still running? This page tries again by itself and keeps what you type.', retry);
      isLost = true;
      if (events.readyState === EventSource.CLOSED) setTimeout(listen, 3000);
    };
  };
  listen();

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
    let completions = [];
    try {
      const response = await fetch(`/completions?line=${encodeURIComponent(line.value)}`);
      if (response.ok) completions = await response.json();
    } catch {
      // Without a server there is nothing to suggest; the notice says so already.
    }
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

  form.addEventListener('submit', event => {
    event.preventDefault();
    const text = line.value.trim();
    close();
    asked++;
    if (text === '') return;
    if (history.at(-1) !== text) history.push(text);
    place = history.length;
    line.value = '';
    say(text);
  });

  messages.addEventListener('click', event => {
    const button = event.target.closest('button');
    if (button?.dataset.line) say(button.dataset.line);
    else if (button?.dataset.asks) ask(button);
    else if (button?.dataset.press) press(button.dataset.press, button);
  });

  messages.addEventListener('change', event => {
    if (event.target.matches('select[data-press]') && event.target.value) {
      press(event.target.value, event.target);
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
