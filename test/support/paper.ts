import { readFileSync } from 'node:fs';

/** The first request and the first answer that a page of docs/ shows, as they stand there. */
export const shownIn = (paper: string): Readonly<{ path: string; answer: string }> => {
  const text = readFileSync(new URL(`../../docs/${paper}`, import.meta.url), 'utf8');
  const [, path = ''] = /```sh request\ncurl (?:-i )?'?https:\/\/licet\.example([^'\s]+)/.exec(text) ?? [];
  const [, answer = ''] = /``` ?\w+ answer\n([\s\S]*?)```/.exec(text) ?? [];
  return { path, answer };
};
