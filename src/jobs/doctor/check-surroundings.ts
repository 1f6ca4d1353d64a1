import { readdirSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { danger, type Finding, warning } from './finding.ts';

const DAY_MS = 86_400_000;
const LONGEST_DAYS = 400;
const MB = 1_048_576;
const LOW_MB = 1024;
const TOO_LOW_MB = 64;

/** Compares the clock with the newest generation: a wrong one makes lists look fresh or stale. */
export const checkClock = (now: Date, publishedAt: string | null | undefined): readonly Finding[] => {
  if (publishedAt == null) return [];
  const days = (now.getTime() - Date.parse(publishedAt)) / DAY_MS;
  if (days < 0)
    return [
      warning(`the clock says ${now.toISOString()}, before the newest generation (${publishedAt}): set it`),
    ];
  return days > LONGEST_DAYS
    ? [
        warning(
          `the newest generation is ${Math.floor(days)} days old (${publishedAt}): set the clock, or licet harvest`,
        ),
      ]
    : [];
};

/** Is there room for the next night? */
export const checkRoom = (data: string): readonly Finding[] => {
  const { bavail, bsize } = statfsSync(data);
  const free = Math.floor((bavail * bsize) / MB);
  if (free >= LOW_MB) return [];
  const text = `${free} MB are free on the disk of ${data}: make room`;
  return [free < TOO_LOW_MB ? danger(text) : warning(text)];
};

/** Files and folders that others than their owner may read or write: keys lie among them. */
export const checkModes = (data: string): readonly Finding[] => {
  const open = ['.', ...readdirSync(data)].filter((name) => {
    const found = statSync(join(data, name));
    return (name === '.' || found.isFile()) && (found.mode & 0o077) !== 0;
  });
  return open.length === 0
    ? []
    : [warning(`others may enter or read ${open.join(', ')} in ${data}: chmod -R go= ${data}`)];
};

/** Settings without which the service does less than its operator may think. */
export const checkSettings = (
  config: Readonly<{ baseUrl: string | null; contact: string | null }>,
): readonly Finding[] => [
  ...(config.baseUrl === null ? [warning('LICET_BASE_URL is not set, so nothing is signed: set it')] : []),
  ...(config.contact === null
    ? [warning('LICET_CONTACT is not set, so no address outside is read: set a mail or web address')]
    : []),
];
