/** Longer texts are no words that come again; they are not kept. */
const LONGEST = 200;

/**
 * A function of a text that keeps what it gave for the last texts asked: at most `most`, then all are dropped and made anew, so that memory stays
 * bounded whatever is asked. `make` must depend on the text alone.
 */
export const remembered = <T>(most: number, make: (text: string) => T): ((text: string) => T) => {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before as T;
    const made = make(text);
    if (text.length > LONGEST) return made;
    if (known.size >= most) known.clear();
    known.set(text, made);
    return made;
  };
};

/** What `make` gives for a number, kept under it; beyond `most` all are dropped and made anew, so that memory stays bounded. */
export const byNumber = <T>(most: number) => {
  const known = new Map<number, T>();
  return (number: number, make: () => T): T => {
    const before = known.get(number);
    if (before !== undefined) return before;
    const made = make();
    if (known.size >= most) known.clear();
    known.set(number, made);
    return made;
  };
};

/** A map of the last few that were put in: beyond `most` the oldest is dropped. For keys that come again soon or never. */
export const lastFew = <T>(most: number) => {
  const known = new Map<string, T>();
  return {
    get: (key: string): T | undefined => known.get(key),
    set: (key: string, value: T): void => {
      const [oldest] = known.size >= most ? known.keys() : [];
      if (oldest !== undefined) known.delete(oldest);
      known.set(key, value);
    },
    delete: (key: string): boolean => known.delete(key),
  };
};

/** Keeps what `make` gave for what was asked last (the same text, the same object): a name asked for is compared with many, one after another. */
export const onceInARow = <Of, T>(make: (of: Of) => T): ((of: Of) => T) => {
  let last: Readonly<{ of: Of; made: T }> | null = null;
  return (of) => {
    if (last === null || last.of !== of) last = { of, made: make(of) };
    return last.made;
  };
};

/** What `make` gives for an object (an index, a record, a generation), made when that is first asked about and kept for as long as it lives. */
export const onceEach = <Of extends object, T>(make: (of: Of) => T): ((of: Of) => T) => {
  const known = new WeakMap<Of, T>();
  return (of) => {
    const before = known.get(of);
    if (before !== undefined) return before;
    const made = make(of);
    known.set(of, made);
    return made;
  };
};

/** What `make` gives, made when it is first asked for: tables that most starts and questions never need. */
export const late = <T extends object>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
};
