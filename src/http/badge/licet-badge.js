/**
 * <licet-badge institution="…" site="…" size="medium" lang="en" theme="auto"></licet-badge>
 * A live badge: link and image, looked at again every five minutes while it is in view. No dependency, no cookie.
 * Put an <a><img></a> or words inside the element: they are shown as long as this script has not run and while the service does not
 * answer. Without them the element then shows a link. It looks again every five minutes and recovers by itself.
 */
const home = new URL(import.meta.url).origin;
const sizes = { seal: [73, 79], small: [120, 40], medium: [240, 80], large: [360, 120] };
const wanted = ['institution', 'site', 'size', 'lang', 'theme', 'campus', 'service', 'claim'];
const FIVE_MINUTES = 300_000;

class LicetBadge extends HTMLElement {
  static observedAttributes = wanted;
  #timer = 0;
  #looks = 0;
  #link = document.createElement('a');
  #image = document.createElement('img');

  connectedCallback() {
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    this.#link.append(this.#image);
    root.replaceChildren(this.#link);
    // What cannot be loaded falls back to what the page put inside the element, or to a link, until it can be loaded again.
    this.#image.onerror = () => root.replaceChildren(this.#fallback());
    this.#image.onload = () => this.#link.isConnected || root.replaceChildren(this.#link);
    this.#draw();
    this.#timer = setInterval(() => document.hidden || this.#draw(), FIVE_MINUTES);
  }

  disconnectedCallback() {
    clearInterval(this.#timer);
  }

  attributeChangedCallback() {
    if (this.isConnected) this.#draw();
  }

  #fallback() {
    const slot = document.createElement('slot');
    const link = document.createElement('a');
    link.href = this.#link.href;
    link.textContent = this.#image.alt;
    slot.append(link);
    return slot;
  }

  #draw() {
    const id = this.getAttribute('institution');
    if (!id) return;
    const query = new URLSearchParams();
    for (const name of wanted.slice(1)) {
      const value = this.getAttribute(name);
      if (value) query.set(name, value);
    }
    const site = this.getAttribute('site') ?? location.hostname;
    query.set('site', site);
    const [width, height] = sizes[this.getAttribute('size')] ?? sizes.medium;
    const asked = ['service', 'claim']
      .filter((name) => query.has(name))
      .map((name) => [name, query.get(name)]);
    const landing = new URLSearchParams([...(asked.length ? [['id', id], ...asked] : []), ['site', site]]);
    this.#link.href = `${home}${asked.length ? '/check' : `/hospitals/${encodeURIComponent(id)}`}?${landing}`;
    Object.assign(this.#image, {
      width,
      height,
      alt: this.getAttribute('alt') ?? 'Licet: what is known about this hospital',
    });
    // The fragment makes the browser ask its cache again, which asks us once the five minutes are over.
    this.#image.src = `${home}/badge/${encodeURIComponent(id)}.svg?${query}#${this.#looks++}`;
  }
}

customElements.get('licet-badge') ?? customElements.define('licet-badge', LicetBadge);
