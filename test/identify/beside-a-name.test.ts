import t from 'tap';
import { trailingBracket } from '../../src/identify/name-cuts.ts';
import { imitates, webFit } from '../../src/identify/web-address.ts';
import { anyText } from '../support/any-text.ts';
import { fc } from '../support/draws.ts';

t.test('a bracket at the end of a name is taken off it where a name stands before it', async (t) => {
  t.strictSame(trailingBracket('甲（乙）'), { before: '甲', inside: '乙' });
  t.strictSame(trailingBracket(' 编造医院 (东) (院区) '), { before: '编造医院 (东)', inside: '院区' });
  for (const name of ['（编造医院）', '编造（示例）医院', '编造医院）', '编造医院'])
    t.equal(trailingBracket(name), null, name);
});

t.test('a website that only looks like the registered one is told apart from it', async (t) => {
  t.equal(webFit('https://www.made-up-hospital.example/a', 'made-up-hospital.example').fit, 'agrees');
  t.equal(webFit('http://rnade-up-hospital.example', 'made-up-hospital.example').fit, 'imitates');
  t.equal(webFit('http://other.example', 'made-up-hospital.example').fit, 'differs');
  t.equal(webFit('not a site', undefined).fit, 'unknown');
  t.ok(imitates('xn--80ak6aa92e.example', 'apple.example'));
  const fits: Readonly<Record<string, readonly [string, string]>> = {
    'https://zhuanke.made-up-hospital.com.cn/yuyue': ['made-up-hospital.com.cn', 'agrees'],
    'http://WWW.MADE-UP-HOSPITAL.COM.CN.': ['https://www.made-up-hospital.com.cn/', 'agrees'],
    'rnade-up-hospital.com.cn': ['made-up-hospital.com.cn', 'imitates'],
    'made-up-hosptial.com.cn': ['made-up-hospital.com.cn', 'imitates'],
    'made-up-hospitals.com.cn': ['made-up-hospital.com.cn', 'imitates'],
    'madeuphospital.cn': ['made-up-hospital.com.cn', 'imitates'],
    'mаde-up-hоspital.com.cn': ['made-up-hospital.com.cn', 'imitates'],
    'made-up-hospital.com.cn.example': ['made-up-hospital.com.cn', 'imitates'],
    'made-up-hospital-com-cn.example': ['made-up-hospital.com.cn', 'imitates'],
    'https://made-up-hospital.com.cn@other.example/': ['made-up-hospital.com.cn', 'imitates'],
    '编造示例医院.cn': ['made-up-hospital.com.cn', 'differs'],
    'muh.com.cn': ['mub.com.cn', 'differs'],
    'weibo.com/made-up': ['made-up-hospital.com.cn', 'differs'],
    'mp.weixin.qq.com/other': ['mp.weixin.qq.com/made-up', 'unknown'],
    'qq.com/made-up': ['madeup.qq.com', 'unknown'],
    'made-up-hospital.com.cn/a': ['weibo.com/made-up', 'unknown'],
    'madeuq.cn': ['madeup.cn', 'imitates'],
    'maedup.cn': ['madeup.cn', 'imitates'],
    'madeq.cn': ['madep.cn', 'differs'],
    'madep.com': ['madep.cn', 'imitates'],
    'madeuq.cn.example': ['madeup.cn', 'differs'],
    'app.madep.cn.made-up.example': ['madep.cn', 'imitates'],
    'abcdcn-made-up.example': ['abcd.cn', 'imitates'],
    'abccn-made-up.example': ['abc.cn', 'differs'],
    'made-up.abcdcn.example': ['abcd.cn', 'imitates'],
    'http://madep.cn@other.example/': ['madep.cn', 'imitates'],
    'http://somebody@other.example/': ['madep.cn', 'differs'],
  };
  for (const [asked, [registered, fit]] of Object.entries(fits))
    t.equal(webFit(asked, registered).fit, fit, asked);
  fc.assert(
    fc.property(anyText({ maxLength: 200 }), (text) => {
      const { fit } = webFit(text, 'made-up-hospital.com.cn');
      return ['agrees', 'differs', 'imitates', 'unknown'].includes(fit);
    }),
  );
});
