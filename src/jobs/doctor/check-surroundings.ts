import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { LEAST_ROOM, roomLeft } from '../../archive/room-left.ts';
import type { Leases, ProcessCounts } from '../../store/leases.ts';
import { heldLease, isFromTheFuture } from '../lease-guard.ts';
import { danger, type Finding, warning } from './finding.ts';

const DAY_MS = 86_400_000;
const LONGEST_DAYS = 400;
const MB = 1_048_576;
const LOW_MB = 1024;

/** Compares the clock with the newest generation: a wrong one makes lists look fresh or stale. */
export const checkClock = (now: Date, publishedAt: string | null | undefined): readonly Finding[] => {
  if (publishedAt == null) return [];
  const days = (now.getTime() - Date.parse(publishedAt)) / DAY_MS;
  if (days < 0)
    return [
      warning(
        'clock-behind',
        `the clock says ${now.toISOString()}, before the newest generation (${publishedAt})`,
        'set the clock of the machine and keep it set (timedatectl set-ntp true)',
      ),
    ];
  return days > LONGEST_DAYS
    ? [
        warning(
          'clock-ahead',
          `the newest generation is ${Math.floor(days)} days old (${publishedAt})`,
          'set the clock of the machine if it is wrong, else licet harvest',
        ),
      ]
    : [];
};

/** Where some processes only answer, another must work, or lists wait and sources age. */
export const checkProcesses = (counts: ProcessCounts | null): readonly Finding[] =>
  counts === null || counts.answering === 0 || counts.working > 0
    ? []
    : [
        warning(
          'nobody-works',
          `${counts.answering} processes answer, and none reads lists, tells of watches or answers lists of partners`,
          'start licet work on the same database',
        ),
      ];

/** Is there room for the next night? */
export const checkRoom = async (data: string): Promise<readonly Finding[]> => {
  const room = await roomLeft(data);
  const free = Math.floor(room / MB);
  if (free >= LOW_MB) return [];
  return [
    (room < LEAST_ROOM ? danger : warning)(
      'disk-low',
      `${free} MB are free on the disk of ${data}`,
      'make room: move backups away, licet archive prune, or a larger disk',
    ),
  ];
};

/** Files and folders that others than their owner may read or write: keys lie among them. A folder that is not there yet has none. */
export const checkModes = (data: string): readonly Finding[] => {
  if (!existsSync(data)) return [];
  const open = ['.', ...readdirSync(data)].filter((name) => {
    const found = statSync(join(data, name));
    return (name === '.' || found.isFile()) && (found.mode & 0o077) !== 0;
  });
  return open.length === 0
    ? []
    : [
        warning(
          'folder-open',
          `others may enter or read ${open.join(', ')} in ${data}`,
          `chmod -R go= ${data}`,
        ),
      ];
};

/** A lease that ends later than any lease taken now could keeps every night waiting. */
export const checkLease = async (store: Pick<Leases, 'lease'>, now: Date): Promise<readonly Finding[]> => {
  const lease = await heldLease(store);
  return lease !== undefined && isFromTheFuture(lease, now)
    ? [
        warning(
          'lease-from-the-future',
          `the lease of ${lease.holder} ends on ${lease.expiresAt}, stamped by a clock that ran fast: no night begins before`,
          'licet harvest break-lease',
        ),
      ]
    : [];
};
