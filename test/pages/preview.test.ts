import { load } from 'cheerio';
import { fastify } from 'fastify';
import sharp from 'sharp';
import t from 'tap';
import { shapes } from '../../src/badge/shapes.ts';
import { palettes } from '../../src/badge/theme.ts';
import type { LicetError } from '../../src/errors.ts';
import type { Card } from '../../src/http/pages/preview/card.ts';
import { readRareFonts } from '../../src/http/pages/preview/card-fonts.ts';
import { type Box, cardLayout } from '../../src/http/pages/preview/card-layout.ts';
import { drawCard } from '../../src/http/pages/preview/draw-card.ts';
import { createKeptCards } from '../../src/http/pages/preview/kept-cards.ts';
import { createSendDrawn } from '../../src/http/pages/preview/send-drawn.ts';
import { fewSources, openService, TODAY } from '../support/app.ts';

const service = await openService({}, fewSources);
t.teardown(service.close);

const get = (url: string) => service.app.inject({ url });

/** What the head of a page says of its picture. */
const imageOf = async (url: string) => {
  const $ = load((await get(url)).body);
  const of = (name: string) => $(`meta[property="og:image${name}"]`).attr('content') ?? '';
  return {
    path: of('').replace('http://localhost:80', ''),
    size: [of(':width'), of(':height')],
    alt: of(':alt'),
  };
};

const card: Card = {
  lang: 'en',
  title: 'Made-up Example Hospital',
  second: '编造示例医院',
  asked: 'May it offer CAR-T?',
  answer: { state: 'unknown', word: 'Not known' },
  below: 'Answer of 2026-11-20',
  test: null,
};

/** Every text and every line of a sign that a layout draws. */
const drawnIn = ({ props }: Box): readonly string[] => {
  const { children, d } = props;
  const inside =
    typeof children === 'string' ? [children] : (children ?? []).flatMap((one) => (one ? drawnIn(one) : []));
  return [...(typeof d === 'string' ? [d] : []), ...inside];
};

/** Share of pixels that have a colour, give or take what a palette of 64 colours rounds. */
const shareOf = async (png: Buffer, colour: string): Promise<number> => {
  const { data } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const want = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  let found = 0;
  for (let at = 0; at < data.length; at += 3)
    if (want.every((part, channel) => Math.abs((data[at + channel] ?? 0) - part) <= 12)) found += 1;
  return found / (data.length / 3);
};

t.test('answer, hospital and offer pages name a picture of their size, and it is one', async (t) => {
  for (const url of [
    '/check?id=test-unknown&service=car-t&lang=en',
    '/check?lang=zh',
    '/hospitals/test-confirmed?lang=zh',
    '/offer',
  ]) {
    const { path, size, alt } = await imageOf(url);
    t.strictSame(size, ['1200', '630'], url);
    t.not(alt, '', url);
    const response = await get(path);
    t.equal(response.statusCode, 200, path);
    t.equal(response.headers['content-type'], 'image/png');
    const { format, width, height } = await sharp(response.rawPayload).metadata();
    t.strictSame([format, width, height], ['png', 1200, 630]);
    t.ok(response.rawPayload.length < 60_000, `${response.rawPayload.length} bytes`);
    const again = await service.app.inject({
      url: path,
      headers: { 'if-none-match': String(response.headers.etag) },
    });
    t.equal(again.statusCode, 304);
  }
});

t.test(
  'the picture says who, what was asked, the word and the day, in the language of the page',
  async (t) => {
    const { alt } = await imageOf('/check?id=test-unknown&service=car-t&lang=en');
    t.match(alt, /May it offer CAR-T.*\?\. Not known\. Answer of \d{4}-\d\d-\d\d\. Made up for tests/);
    const chinese = await imageOf('/check?id=test-confirmed&lang=zh');
    t.match(chinese.alt, /是否为持证医疗机构？。已核实。答复日期：/);
    t.strictSame(drawnIn(cardLayout(card)), [
      card.title,
      card.second,
      card.asked,
      shapes.unknown.outline,
      shapes.unknown.sign,
      'Not known',
      'Licet',
      card.below,
    ]);
  },
);

t.test('over what is not known stands the colour of not knowing, and none of a yes', async (t) => {
  const { confirmed, limited, unknown } = palettes.light.state;
  const png = await drawCard(card);
  t.ok((await shareOf(png, unknown)) > 0.01);
  t.ok((await shareOf(png, confirmed)) === 0 && (await shareOf(png, limited)) === 0);
  const yes = await drawCard({ ...card, answer: { state: 'confirmed', word: 'Confirmed' } });
  t.ok((await shareOf(yes, confirmed)) > 0.01, 'a test that could not see a yes would prove nothing');
});

t.test('rare letters of counties are drawn, not boxes', async (t) => {
  const fonts = await readRareFonts('弶岜垱垴沔埫硎岞垸剅僰菉祿簰栟岵嚞');
  t.ok(fonts.length >= 2 && fonts.length < 60, `${fonts.length} pieces`);
  t.strictSame(await readRareFonts('Привет'), [], 'letters that no piece has');
  const drawn = await drawCard({ ...card, title: '垱垱垱垱' });
  const boxes = await drawCard({ ...card, title: '\u{10fff0}'.repeat(4) });
  t.notSame(drawn, boxes);
});

t.test(
  'a name that was only typed is not drawn: a picture of ours says nothing that a stranger wrote',
  async (t) => {
    const { alt } = await imageOf('/check?name=Best%20clinic%20of%20all&service=car-t&lang=en');
    t.notMatch(alt, /Best clinic/);
    t.match(alt, 'Not known');
  },
);

t.test('a picture is drawn once, however many ask at once, and one that failed is tried anew', async (t) => {
  let drawn = 0;
  const cards = createKeptCards(async () => {
    drawn += 1;
    if (drawn === 1) throw new Error('made-up fault');
    return Buffer.from('png');
  });
  await t.rejects(cards.draw(card), /made-up fault/);
  await Promise.all([cards.draw(card), cards.draw(card), cards.draw(card)]);
  t.equal(drawn, 2);
  t.match(cards.held(card), Buffer.from('png'));
  t.equal(
    cards.held({ ...card, below: 'Answer of 2026-11-21' }),
    undefined,
    'another day is another picture',
  );
});

t.test('no more pictures wait than may, and no more bytes are kept than may', async (t) => {
  let finish = () => {};
  const first = new Promise<void>((done) => {
    finish = done;
  });
  const cards = createKeptCards(
    async () => {
      await first;
      return Buffer.alloc(1000);
    },
    { waiting: 2, bytes: 2500 },
  );
  const of = (below: string) => cards.draw({ ...card, below });
  const waiting = [of('1'), of('2')];
  t.equal(await of('3'), null);
  finish();
  await Promise.all(waiting);
  t.not(await of('3'), null);
  t.equal(cards.held({ ...card, below: '1' }), undefined, 'the oldest went');
});

t.test('one client gets 30 new pictures a minute, and those already drawn besides', async (t) => {
  const app = fastify();
  t.teardown(() => app.close());
  const send = createSendDrawn(createKeptCards(async () => Buffer.from('made-up png')));
  app.get<{ Params: { below: string } }>('/:below', (request, reply) =>
    send(request, reply, { ...card, below: request.params.below }, TODAY).catch((cause: LicetError) =>
      reply.code(cause.code === 'LICET_TOO_MANY_REQUESTS' ? 429 : 500).send(cause.message),
    ),
  );
  const asked = async (below: number) => (await app.inject(`/${below}`)).statusCode;
  for (let at = 1; at <= 30; at += 1) t.equal(await asked(at), 200);
  t.equal(await asked(31), 429);
  t.match((await app.inject('/32')).headers, { 'retry-after': /\d/ });
  t.equal(await asked(1), 200);
  t.equal((await get('/preview/hospitals/nobody.png')).statusCode, 404);
});
