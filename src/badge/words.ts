import type { BadgeState } from './state.ts';

/** Why a badge cannot be about a hospital at all; each is drawn, with the matching HTTP status. */
export const badgeNotes = ['no-institution', 'bad-request', 'not-ready', 'no-campus'] as const;
export type BadgeNote = (typeof badgeNotes)[number];

export type BadgeWords = Readonly<{
  /** Writing direction of the language. */
  dir: 'ltr' | 'rtl';
  state: Readonly<Record<BadgeState, string>>;
  /** The same in as few letters as a seal of 73 px holds. */
  brief: Readonly<Record<BadgeState, string>>;
  note: Readonly<Record<BadgeNote, string>>;
  /** `{day}` and `{site}` are filled in. */
  checked: string;
  issuedFor: string;
  test: string;
}>;

/** Every language of the badge. A new language is one entry here and nothing else. */
const badgeWords = {
  en: {
    dir: 'ltr',
    state: {
      confirmed: 'Confirmed',
      limited: 'Partly confirmed',
      refuted: 'Contradicted',
      expired: 'Term ended',
      unknown: 'Not known',
      'not-for-site': 'Not for this site',
    },
    brief: {
      confirmed: 'Confirmed',
      limited: 'Partly',
      refuted: 'Contradicted',
      expired: 'Term ended',
      unknown: 'Not known',
      'not-for-site': 'Wrong site',
    },
    note: {
      'no-institution': 'No such hospital here',
      'bad-request': 'Badge address not valid',
      'not-ready': 'No answer right now',
      'no-campus': 'No such campus here',
    },
    checked: 'Checked {day}',
    issuedFor: 'Issued for {site}',
    test: 'TEST, made up',
  },
  zh: {
    dir: 'ltr',
    state: {
      confirmed: '已核实',
      limited: '部分核实',
      refuted: '与官方记录不符',
      expired: '已过有效期',
      unknown: '无法确认',
      'not-for-site': '非本站徽章',
    },
    brief: {
      confirmed: '已核实',
      limited: '部分核实',
      refuted: '与记录不符',
      expired: '已过期',
      unknown: '无法确认',
      'not-for-site': '非本站徽章',
    },
    note: {
      'no-institution': '未收录此机构',
      'bad-request': '徽章地址有误',
      'not-ready': '暂时无法答复',
      'no-campus': '未收录此院区',
    },
    checked: '核查日期 {day}',
    issuedFor: '仅供 {site} 使用',
    test: '测试用，虚构机构',
  },
  ru: {
    dir: 'ltr',
    state: {
      confirmed: 'Подтверждено',
      limited: 'Подтверждено частично',
      refuted: 'Противоречит реестру',
      expired: 'Срок истёк',
      unknown: 'Неизвестно',
      'not-for-site': 'Не для этого сайта',
    },
    brief: {
      confirmed: 'Подтверждено',
      limited: 'Частично',
      refuted: 'Опровергнуто',
      expired: 'Срок истёк',
      unknown: 'Неизвестно',
      'not-for-site': 'Чужой сайт',
    },
    note: {
      'no-institution': 'Такой больницы здесь нет',
      'bad-request': 'Неверный адрес значка',
      'not-ready': 'Сейчас ответа нет',
      'no-campus': 'Такого корпуса здесь нет',
    },
    checked: 'Проверено {day}',
    issuedFor: 'Выдано для {site}',
    test: 'ТЕСТ, вымышлено',
  },
  ar: {
    dir: 'rtl',
    state: {
      confirmed: 'مؤكَّد',
      limited: 'مؤكَّد جزئيًا',
      refuted: 'يخالف السجل الرسمي',
      expired: 'انتهت المدة',
      unknown: 'غير معروف',
      'not-for-site': 'ليس لهذا الموقع',
    },
    brief: {
      confirmed: 'مؤكَّد',
      limited: 'مؤكَّد جزئيًا',
      refuted: 'يخالف السجل',
      expired: 'انتهت المدة',
      unknown: 'غير معروف',
      'not-for-site': 'موقع آخر',
    },
    note: {
      'no-institution': 'لا يوجد هذا المستشفى هنا',
      'bad-request': 'عنوان الشارة غير صالح',
      'not-ready': 'لا توجد إجابة الآن',
      'no-campus': 'لا يوجد هذا الفرع هنا',
    },
    // The left-to-right mark keeps the day from being read backwards after Arabic letters.
    checked: 'تاريخ التحقق \u200e{day}',
    issuedFor: 'صادرة لموقع {site}',
    test: 'اختبار، مؤسسة وهمية',
  },
  ja: {
    dir: 'ltr',
    state: {
      confirmed: '確認済み',
      limited: '一部確認済み',
      refuted: '公的記録と不一致',
      expired: '有効期間終了',
      unknown: '確認できません',
      'not-for-site': 'このサイト用ではありません',
    },
    brief: {
      confirmed: '確認済み',
      limited: '一部確認',
      refuted: '記録と不一致',
      expired: '期間終了',
      unknown: '確認不能',
      'not-for-site': '対象外',
    },
    note: {
      'no-institution': '未登録の医療機関です',
      'bad-request': 'バッジのURLが無効です',
      'not-ready': '現在回答できません',
      'no-campus': '未登録の院区です',
    },
    checked: '確認日 {day}',
    issuedFor: '{site} 専用',
    test: 'テスト用・架空の機関',
  },
  ko: {
    dir: 'ltr',
    state: {
      confirmed: '확인됨',
      limited: '일부 확인됨',
      refuted: '공식 기록과 불일치',
      expired: '유효기간 종료',
      unknown: '확인할 수 없음',
      'not-for-site': '이 사이트용이 아님',
    },
    brief: {
      confirmed: '확인됨',
      limited: '일부 확인',
      refuted: '기록 불일치',
      expired: '기간 종료',
      unknown: '확인 불가',
      'not-for-site': '대상 아님',
    },
    note: {
      'no-institution': '등록되지 않은 병원입니다',
      'bad-request': '배지 주소가 올바르지 않습니다',
      'not-ready': '지금은 답할 수 없습니다',
      'no-campus': '등록되지 않은 분원입니다',
    },
    checked: '확인일 {day}',
    issuedFor: '{site} 전용',
    test: '테스트용 가상 기관',
  },
} as const satisfies Readonly<Record<string, BadgeWords>>;

export type BadgeLanguage = keyof typeof badgeWords;
export const badgeLanguages = Object.keys(badgeWords) as readonly BadgeLanguage[];

/** The words of one language, widened so that all languages read alike. */
export const wordsIn = (lang: BadgeLanguage): BadgeWords => badgeWords[lang];
