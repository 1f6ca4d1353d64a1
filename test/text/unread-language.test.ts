import t from 'tap';
import { texts } from '../../bench/offers/measure.ts';
import { unreadIn } from '../../src/text/unread-language.ts';

t.test(
  'a text in another language than English and Chinese is told, with the language it seems to be in',
  async (t) => {
    for (const [language, text] of [
      ['es', 'Garantizamos la curación del cáncer. Precio 12.000 euros.'],
      ['de', 'Stammzellentherapie in China für Autismus'],
      ['fr', 'Greffe de rein sans attente à Canton'],
      ['vi', 'Chúng tôi cam kết chữa khỏi ung thư'],
      ['ms', 'sewa rahim di Tiongkok harga murah'],
      ['ru', 'Суррогатное материнство в Китае'],
      ['ar', 'الأم البديلة في الصين'],
      ['ja', '代理出産の相談はこちら'],
      ['ko', '줄기세포 치료 보장'],
      ['th', 'เซลล์ต้นกำเนิดรักษาโรคทุกชนิด'],
      ['tr', 'Böbrek nakli bekleme yok, hemen arayın'],
      ['pt', 'Transplante de rim na China sem fila'],
    ] as const)
      t.strictSame(await unreadIn(text), { part: 'all', languages: [language] }, text);
  },
);

t.test('a text in two languages is unread in part', async (t) => {
  for (const text of [
    '中文广告：保证治愈 Garantizamos la curación del cáncer',
    'We guarantee a cure.\nGarantizamos la curación del cáncer en Shanghai.',
  ])
    t.strictSame(await unreadIn(text), { part: 'some', languages: ['es'] }, text);
});

t.test('English and Chinese texts, names and accounts are no other language', async (t) => {
  for (const text of [
    'Huashan Hospital, Fudan University, No. 12 Wulumuqi Zhong Road',
    'Shanghai Jiaotong Daxue Yixueyuan Fushu Ruijin Yiyuan',
    'WhatsApp +86 138 0000 0000 / Telegram @madeup',
    'Price: 12,000 USD, hotel, visa, interpreter',
    '保证治愈',
    'IVF',
    '',
  ])
    t.equal(await unreadIn(text), null, text);
  for (const { text } of texts) if ((await unreadIn(text)) !== null) t.fail(text);
});
