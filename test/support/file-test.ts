import { type Test, t } from 'tap';

let current: Test = t;

/** From here on, what a file imports as `tap` is this test. */
export const startFile = (test: Test): void => {
  current = test;
};

/** Stands for `tap` where several test files share a process: whatever is asked of it is asked of the test of the file that runs. */
const fileTest = new Proxy(t, {
  get: (_, key) => {
    const value: unknown = Reflect.get(current, key);
    return typeof value === 'function' ? value.bind(current) : value;
  },
});

// biome-ignore lint/style/noDefaultExport: tap has one, and this stands in its place
export default fileTest;
