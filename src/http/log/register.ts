import type { FastifyInstance, FastifyReply } from 'fastify';
import { LicetError } from '../../errors.ts';
import { bundleOf, hashesOf, tileAt } from '../../log/tiles.ts';
import { signerOf } from '../badge/address.ts';
import type { Deps } from '../deps.ts';
import { sendWithEtag } from '../plugins/conditional.ts';
import type { PublicLog } from './keep-log.ts';

const hidden = { schema: { hide: true } } as const;
/** A tile is what it is for ever; a checkpoint is another one after the next night. */
const FOR_EVER = 'public, max-age=31536000, immutable';
const SECONDS = 'public, max-age=5';
const LOOK_MS = 60_000;

type WithTile = Readonly<{ Params: { '*': string } }>;

const sendBytes = (reply: FastifyReply, bytes: Buffer): FastifyReply =>
  reply.header('cache-control', FOR_EVER).type('application/octet-stream').send(bytes);

/**
 * The public log at /log, as C2SP tlog-tiles lays it out: `checkpoint`, `tile/<level>/<index>`, `tile/entries/<index>`, and in `keys` who may
 * sign it. While the service listens, what is published is written down within a minute.
 */
export const registerLog = (
  app: FastifyInstance,
  deps: Pick<Deps, 'config'>,
  { bringUp, look, written }: PublicLog,
): void => {
  const lookAround = (): void => {
    bringUp().catch((fault) =>
      app.log.error({ fault: String(fault) }, 'the public log was not brought up to date'),
    );
  };
  app.addHook('onListen', async () => {
    lookAround();
    const timer = setInterval(lookAround, LOOK_MS);
    timer.unref();
    app.server.once('close', () => clearInterval(timer));
  });
  app.get('/log/checkpoint', hidden, async (request, reply) => {
    const { checkpoint } = await look(signerOf(deps));
    return sendWithEtag(request, reply, checkpoint, {
      contentType: 'text/plain; charset=utf-8',
      cacheControl: SECONDS,
    });
  });
  app.get('/log/keys', hidden, async (request, reply) => {
    const { keys } = await look(signerOf(deps));
    return sendWithEtag(request, reply, keys.map((key) => `${key}\n`).join(''), {
      contentType: 'text/plain; charset=utf-8',
    });
  });
  app.get<WithTile>('/log/tile/*', hidden, async (request, reply) => {
    const tile = tileAt(request.params['*']);
    signerOf(deps);
    const { entries, leaves } = await written();
    const bytes = tile && (tile.level === 'entries' ? bundleOf(tile, entries) : hashesOf(tile, leaves));
    if (bytes === null) throw new LicetError('LICET_UNKNOWN_ADDRESS', 'The log holds no such tile.');
    return sendBytes(reply, bytes);
  });
};
