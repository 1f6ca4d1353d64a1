/**
 * Type-to-search over the treatments of a select: an addition only, the select is sent without it.
 * A combobox with a grouped list as WAI-ARIA describes it: arrows choose, Enter takes, Escape closes.
 */
const setAll = (element, attributes) => {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
};

const made = (tag, attributes, text = '') => {
  const element = Object.assign(document.createElement(tag), { textContent: text });
  setAll(element, attributes);
  return element;
};

/** Words of every treatment in all languages, by its code; fetched once, when a field is first used. */
let words;
const readWords = async (address) => {
  words ??= fetch(address).then((answer) => (answer.ok ? answer.json() : {}));
  return words.catch(() => ({}));
};

class Chooser {
  #select;
  #input;
  #list;
  #said = made('p', { role: 'status', class: 'fine' });
  #words = {};
  #shown = [];
  #at = -1;

  constructor(select) {
    this.#select = select;
    const { id } = select;
    this.#list = made('div', {
      id: `${id}-list`,
      class: 'names',
      role: 'listbox',
      'aria-label': select.dataset.fitting,
    });
    this.#list.hidden = true;
    this.#input = made('input', {
      role: 'combobox',
      autocomplete: 'off',
      'aria-autocomplete': 'list',
      maxlength: '100',
    });
    setAll(this.#input, {
      'aria-expanded': 'false',
      'aria-controls': this.#list.id,
      placeholder: select.dataset.hint,
    });
    if (select.value !== '') this.#input.value = select.selectedOptions[0].text;
    select.id = `${id}-all`;
    select.hidden = true;
    this.#input.id = id;
    const field = made('div', { class: 'choose' });
    field.append(this.#input, this.#list, this.#said);
    select.after(field);
    this.#input.addEventListener('focus', () => this.#load());
    this.#input.addEventListener('click', () => this.#show());
    this.#input.addEventListener('input', () => this.#show());
    this.#input.addEventListener('keydown', (event) => this.#key(event));
    this.#input.addEventListener('blur', () => this.#left());
    select.form.addEventListener('submit', () => this.#left());
  }

  async #load() {
    this.#input.select();
    this.#words = await readWords(this.#select.dataset.words);
    if (!this.#list.hidden && this.#at < 0) this.#show();
  }

  /** Options in whose name, code or everyday words all that is typed occurs; all of them where nothing is typed, or a choice stands. */
  #fitting() {
    const typed = this.#input.value.trim().toLowerCase();
    // What was typed before and means none of them stands beside the groups.
    const options = [...this.#select.options].filter((option) => option.parentElement !== this.#select);
    if (typed === '' || this.#input.value === this.#select.selectedOptions[0]?.text) return options;
    const parts = typed.split(/\s+/);
    return options.filter((option) => {
      const all = `${option.text} ${option.value} ${this.#words[option.value] ?? ''}`.toLowerCase();
      return parts.every((part) => all.includes(part));
    });
  }

  #show() {
    const groups = new Map();
    this.#shown = this.#fitting().map((option, at) => {
      const { label } = option.parentElement;
      if (!groups.has(label)) groups.set(label, made('ul', { role: 'group', 'aria-label': label }));
      const item = made(
        'li',
        { id: `${this.#list.id}-${at}`, role: 'option', 'aria-selected': 'false' },
        option.text,
      );
      // Before the field loses the focus, which would close the list.
      item.addEventListener('pointerdown', (event) => event.preventDefault());
      item.addEventListener('click', () => this.#take(option));
      groups.get(label).append(item);
      return { option, item };
    });
    this.#list.replaceChildren(...groups.values());
    const { fitting, none } = this.#select.dataset;
    this.#said.textContent = this.#shown.length === 0 ? none : '';
    this.#at = -1;
    this.#list.hidden = this.#shown.length === 0;
    this.#input.setAttribute('aria-expanded', String(!this.#list.hidden));
    this.#input.removeAttribute('aria-activedescendant');
    this.#list.setAttribute('aria-label', `${fitting}: ${this.#shown.length}`);
  }

  #key(event) {
    // While Chinese is being composed, the keys belong to the input method.
    if (event.isComposing) return;
    const { key } = event;
    if (key === 'Escape') return this.#close();
    if (key === 'Enter' && !this.#list.hidden && this.#at >= 0) {
      event.preventDefault();
      return this.#take(this.#shown[this.#at].option);
    }
    if (key !== 'ArrowDown' && key !== 'ArrowUp') return;
    event.preventDefault();
    if (this.#list.hidden) this.#show();
    const { length } = this.#shown;
    if (length > 0)
      this.#mark((this.#at + (key === 'ArrowDown' ? 1 : length - (this.#at < 0 ? 0 : 1))) % length);
  }

  #mark(at) {
    this.#shown[this.#at]?.item.setAttribute('aria-selected', 'false');
    this.#at = at;
    const { item } = this.#shown[at];
    item.setAttribute('aria-selected', 'true');
    this.#input.setAttribute('aria-activedescendant', item.id);
    item.scrollIntoView({ block: 'nearest' });
  }

  #take(option) {
    this.#send(option);
    this.#input.value = option.text;
    this.#said.textContent = '';
    this.#close();
  }

  /** The select is sent where something of it is chosen; else what is typed, so that the answer can say that it knows no such treatment. */
  #send(option) {
    const { name } = this.#select.dataset;
    this.#select.value = option?.value ?? '';
    this.#select.name = option === undefined ? '' : name;
    this.#input.name = option === undefined ? name : '';
  }

  #left() {
    this.#close();
    const typed = this.#input.value.trim();
    const fitting = this.#fitting();
    if (typed === '') return this.#send(this.#select.options[0]);
    if (typed === this.#select.selectedOptions[0]?.text) return;
    if (fitting.length === 1) this.#take(fitting[0]);
    else this.#send(undefined);
  }

  #close() {
    this.#list.hidden = true;
    this.#at = -1;
    this.#input.setAttribute('aria-expanded', 'false');
    this.#input.removeAttribute('aria-activedescendant');
  }
}

for (const select of document.querySelectorAll('select[data-words]')) new Chooser(select);
