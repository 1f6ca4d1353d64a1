/** A list whose members are made when they are asked for: a million of them need not exist at once. */
export type List<T> = Readonly<{ length: number; at(position: number): T }>;

/** Texts in one run of UTF-8; text `i` lies at `start[i]` … `start[i + 1]`. */
export type TextList = List<string> & Readonly<{ bytes: Uint8Array; start: Uint32Array }>;

/** The texts that lie in `bytes`. A position outside gives ''. */
export const textListOf = (bytes: Uint8Array, start: Uint32Array): TextList => {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    bytes,
    start,
    length: Math.max(0, start.length - 1),
    at: (position) => buffer.toString('utf8', start[position] ?? 0, start[position + 1] ?? 0),
  };
};

/** Whether two texts of a list are the same, without making either. */
export const isSameText = ({ bytes, start }: TextList, one: number, other: number): boolean => {
  const [from, to] = [start[one] ?? 0, start[other] ?? 0];
  const length = (start[one + 1] ?? from) - from;
  if ((start[other + 1] ?? to) - to !== length) return false;
  for (let at = 0; at < length; at += 1) if (bytes[from + at] !== bytes[to + at]) return false;
  return true;
};

/** An array of numbers that grows; `done` gives what was put in. */
export const growableNumbers = () => {
  let numbers = new Uint32Array(16);
  let length = 0;
  return {
    get length() {
      return length;
    },
    push: (value: number): void => {
      if (length === numbers.length) {
        const bigger = new Uint32Array(length * 2);
        bigger.set(numbers);
        numbers = bigger;
      }
      numbers[length] = value;
      length += 1;
    },
    done: (): Uint32Array => numbers.slice(0, length),
  };
};

/** Texts gathered one after another. */
export const textListBuilder = () => {
  let bytes = Buffer.alloc(1 << 16);
  let length = 0;
  const start = growableNumbers();
  start.push(0);
  return {
    get length() {
      return start.length - 1;
    },
    push: (text: string): void => {
      while (length + text.length * 3 > bytes.length)
        bytes = Buffer.concat([bytes, Buffer.alloc(bytes.length)]);
      length += bytes.write(text, length, 'utf8');
      start.push(length);
    },
    done: (): TextList => textListOf(new Uint8Array(bytes.subarray(0, length)), start.done()),
  };
};

/** Texts kept once each, by number: the same text gives the same number. */
export const textInterner = () => {
  const numbers = new Map<string, number>();
  const texts = textListBuilder();
  return {
    numberOf: (text: string): number => {
      const known = numbers.get(text);
      if (known !== undefined) return known;
      const number = texts.length;
      numbers.set(text, number);
      texts.push(text);
      return number;
    },
    done: texts.done,
  };
};
