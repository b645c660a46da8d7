// Completes what is typed into the search field, as a combobox of the ARIA Authoring Practices.
// Where it fails, the form works as it does without scripts.
const field = document.getElementById('q');
const [searches, names, person, place, org, issue, one, many] = field.dataset.texts.split('|');
const kinds = { person, place, org, issue };
const PAUSE_MILLIS = 120;

const list = make('div', 'suggestions', '');
list.id = 'suggestions';
list.setAttribute('role', 'listbox');
list.setAttribute('aria-label', searches);
list.hidden = true;
const told = make('span', 'unseen', '');
told.setAttribute('aria-live', 'polite');
field.parentElement.append(list, told);
set(field, { role: 'combobox', 'aria-autocomplete': 'list', 'aria-controls': list.id, 'aria-expanded': 'false' });

let options = [];
let at = -1;
let typed = field.value;
let asked = new AbortController();
let pause = 0;

function make(tag, style, text) {
  const element = document.createElement(tag);
  element.className = style;
  element.textContent = text;
  return element;
}

function set(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}

function close() {
  asked.abort();
  clearTimeout(pause);
  list.hidden = true;
  at = -1;
  field.setAttribute('aria-expanded', 'false');
  field.removeAttribute('aria-activedescendant');
}

function move(to) {
  if (at >= 0) options[at].row.setAttribute('aria-selected', 'false');
  at = to;
  field.value = at < 0 || !options[at].text ? typed : options[at].text;
  if (at < 0) {
    field.removeAttribute('aria-activedescendant');
    return;
  }
  const row = options[at].row;
  row.setAttribute('aria-selected', 'true');
  row.scrollIntoView({ block: 'nearest' });
  field.setAttribute('aria-activedescendant', row.id);
}

function choose(option) {
  close();
  if (option.href) {
    location.assign(option.href);
  } else {
    field.value = option.text;
    field.form.requestSubmit();
  }
}

function add(group, option, style, notes) {
  const row = make('div', style, '');
  row.id = 'suggestion-' + options.length;
  set(row, { role: 'option', 'aria-selected': 'false' });
  row.append(make('span', '', option.label), ...notes.map((note) => make('span', 'note', note)));
  row.addEventListener('click', () => choose(option));
  group.append(row);
  options.push({ ...option, row });
}

function group(title, items, addItem) {
  if (!items.length) return;
  const part = make('div', '', '');
  const heading = make('p', 'label', title);
  heading.id = 'suggestions-of-' + list.children.length;
  set(part, { role: 'group', 'aria-labelledby': heading.id });
  heading.setAttribute('role', 'presentation');
  part.append(heading);
  items.forEach((item) => addItem(part, item));
  list.append(part);
}

function show(answer) {
  options = [];
  list.replaceChildren();
  group(searches, answer.queries, (part, { text, count }) =>
    add(part, { label: text, text }, 'query-option', [count]));
  group(names, answer.entities, (part, { kind, id, label, alias, count }) =>
    add(part, { label, href: `/search?${kind}=${encodeURIComponent(id)}` }, 'tag ' + kind,
      [alias ? `${kinds[kind]}, ${alias}` : kinds[kind], count]));
  const isOpen = options.length > 0;
  at = -1;
  field.removeAttribute('aria-activedescendant');
  list.hidden = !isOpen;
  field.setAttribute('aria-expanded', String(isOpen));
  told.textContent = !isOpen ? '' : options.length === 1 ? one : many.replace('#', options.length);
}

async function ask() {
  asked.abort();
  asked = new AbortController();
  const { signal } = asked;
  try {
    const answer = await fetch('/api/v1/suggest?limit=8&q=' + encodeURIComponent(typed), { signal });
    if (answer.ok) {
      const found = await answer.json();
      if (!signal.aborted) show(found);
    }
  } catch {
    // no suggestions then
  }
}

field.addEventListener('input', () => {
  typed = field.value;
  close();
  if (typed.trim()) pause = setTimeout(ask, PAUSE_MILLIS);
});

field.addEventListener('keydown', (event) => {
  if (event.isComposing) return;
  const isOpen = !list.hidden;
  if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && isOpen) {
    const step = event.key === 'ArrowDown' ? 1 : -1;
    const places = options.length + 1; // the typed text is one of them
    move(((at + 1 + step + places) % places) - 1);
  } else if (event.key === 'ArrowDown' && field.value.trim()) {
    typed = field.value;
    ask();
  } else if (event.key === 'Enter' && isOpen && at >= 0) {
    choose(options[at]);
  } else if (event.key === 'Escape' && isOpen) {
    field.value = typed;
    close();
  } else {
    return;
  }
  event.preventDefault();
});

list.addEventListener('pointerdown', (event) => event.preventDefault()); // the field keeps the focus
field.addEventListener('blur', close);
field.form.addEventListener('submit', close);

document.addEventListener('keydown', (event) => {
  const isTyping = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
  if (event.key === '/' && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    field.focus();
    field.select();
  }
});
