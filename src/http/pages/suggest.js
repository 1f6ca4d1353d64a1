/**
 * Type-ahead for the name of a hospital: an addition only, every form works without it.
 * A combobox as WAI-ARIA describes it: arrows choose, Enter takes, Escape closes.
 */
const WAIT_MS = 120;
const LONGEST = 100;

const setAll = (element, attributes) => {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
};

class Names {
  #input;
  #list = document.createElement('ul');
  #said = document.createElement('p');
  #asked = new AbortController();
  #timer = 0;
  #found = [];
  #chosen = -1;
  #id;
  #name;
  #keys = {
    ArrowDown: () => this.#choose((this.#chosen + 1) % this.#found.length),
    ArrowUp: () => this.#choose((this.#chosen <= 0 ? this.#found.length : this.#chosen) - 1),
    Enter: () => this.#take(this.#found[this.#chosen]),
    Escape: () => this.#close(),
  };

  constructor(input) {
    this.#input = input;
    this.#name = input.name;
    const label = input.dataset.names;
    Object.assign(this.#list, { id: `${input.id}-names`, className: 'names', hidden: true });
    setAll(this.#list, { role: 'listbox', 'aria-label': label });
    setAll(this.#said, { role: 'status', class: 'unseen' });
    const own = { role: 'combobox', autocomplete: 'off', 'aria-autocomplete': 'list' };
    setAll(input, { ...own, 'aria-expanded': 'false', 'aria-controls': this.#list.id });
    input.closest('.search').append(this.#list, this.#said);
    input.addEventListener('keydown', (event) => this.#key(event));
    input.addEventListener('blur', () => this.#close());
    input.addEventListener('input', () => {
      this.#typed();
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#ask(), WAIT_MS);
    });
  }

  #key(event) {
    // While Chinese is being composed, the keys belong to the input method.
    if (this.#list.hidden || event.isComposing || !this.#keys[event.key]) return;
    if (event.key === 'Enter' && this.#chosen < 0) return;
    event.preventDefault();
    this.#keys[event.key]();
  }

  async #ask() {
    this.#asked.abort();
    this.#asked = new AbortController();
    const q = this.#input.value.trim();
    if (q === '' || q.length > LONGEST) return this.#show([]);
    try {
      const lang = document.documentElement.lang.slice(0, 2);
      const answer = await fetch(`/v1/suggest?q=${encodeURIComponent(q)}&lang=${lang}`, {
        signal: this.#asked.signal,
      });
      this.#show(answer.ok ? (await answer.json()).suggestions : []);
    } catch (error) {
      if (error.name !== 'AbortError') this.#show([]);
    }
  }

  #show(found) {
    this.#found = found;
    this.#list.replaceChildren(...found.map((one, at) => this.#item(one, at)));
    this.#said.textContent = found.length > 0 ? `${this.#input.dataset.names}: ${found.length}` : '';
    if (found.length === 0 || document.activeElement !== this.#input) return this.#close();
    this.#chosen = -1;
    this.#list.hidden = false;
    this.#input.setAttribute('aria-expanded', 'true');
  }

  #item(one, at) {
    const item = document.createElement('li');
    setAll(item, { id: `${this.#list.id}-${at}`, role: 'option', 'aria-selected': 'false' });
    const shown = one.translation ?? one.name;
    const ours = one.translation ? ` (${this.#input.dataset.ours})` : '';
    item.textContent = `${shown}${ours}${one.city && !shown.includes(one.city) ? ` · ${one.city}` : ''}`;
    // Before the field loses the focus, which would close the list.
    item.addEventListener('pointerdown', (event) => event.preventDefault());
    item.addEventListener('click', () => this.#take(one));
    return item;
  }

  #choose(at) {
    this.#chosen = at;
    for (const [index, item] of [...this.#list.children].entries())
      item.setAttribute('aria-selected', String(index === at));
    const item = this.#list.children[at];
    this.#input.setAttribute('aria-activedescendant', item.id);
    item.scrollIntoView({ block: 'nearest' });
  }

  /** What was chosen is sent by its id, so that nobody has to be found again; typing on goes back to the name. */
  #send(id) {
    this.#id = Object.assign(document.createElement('input'), { type: 'hidden', name: 'id', value: id });
    this.#input.removeAttribute('name');
    this.#input.after(this.#id);
  }

  #typed() {
    this.#id?.remove();
    this.#input.name = this.#name;
  }

  #take({ id, name }) {
    this.#close();
    this.#typed();
    this.#input.value = name;
    if (this.#input.dataset.suggest === 'choose') return this.#send(id);
    if (this.#input.dataset.suggest !== 'go') return;
    const lang = new URLSearchParams(location.search).get('lang');
    const search = lang === null ? '' : `?lang=${encodeURIComponent(lang)}`;
    location.assign(`/hospitals/${encodeURIComponent(id)}${search}`);
  }

  #close() {
    this.#list.hidden = true;
    this.#chosen = -1;
    this.#input.setAttribute('aria-expanded', 'false');
    this.#input.removeAttribute('aria-activedescendant');
  }
}

for (const input of document.querySelectorAll('input[data-suggest]')) new Names(input);
