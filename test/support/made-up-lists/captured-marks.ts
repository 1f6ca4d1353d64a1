import type { MadeUpList } from '../fixture-maker.ts';
import { madeUpUscc } from '../made-up.ts';
import { captured } from './captured-page.ts';

export const capturedMarks: readonly MadeUpList[] = [
  captured(
    'intl-jci-directory',
    ['Organization', '中文名称', 'City', 'Country', 'Program', 'Effective', 'Through'],
    [
      [
        'Made-up Example Hospital',
        '编造示例医院',
        'Shanghai',
        'China',
        'Hospital Program',
        '2025-05-31',
        '2028-05-30',
      ],
      ['Made-up Example Hospital', '编造示例医院', 'Shanghai', 'China', 'Laboratory', '2025-05-31', ''],
      ['Made-up Harbour Hospital', '', 'Hong Kong', 'Hong Kong', 'Heart Failure', '', '2027-01-01'],
    ],
    ['Country', 'Atlantis'],
    ['Effective', 'Through'],
  ),
  captured(
    'cn-cnca-certificates',
    [
      '获证组织名称',
      '省份',
      '统一社会信用代码',
      '证书编号',
      '认证依据',
      '认证范围',
      '发证机构',
      '证书状态',
      '颁证日期',
      '到期日期',
    ],
    [
      [
        '编造示例医院',
        '上海市',
        madeUpUscc(611, '310115'),
        'MADEUP-Q-001',
        'GB/T 19001-2016/ISO 9001:2015',
        '医疗服务',
        '编造认证有限公司',
        '有效',
        '2025-01-01',
        '2027-12-31',
      ],
      [
        '编造示例第二医院',
        '江苏省',
        '',
        'MADEUP-Q-002',
        'ISO 7101:2023',
        '门诊服务',
        '',
        '暂停',
        '2024-02-02',
        '2027-02-01',
      ],
    ],
    ['证书状态', '正常'],
  ),
  captured(
    'cn-cnas-laboratories',
    ['机构名称', '所属医院', '省份', '注册编号', '公布状态', '有效期自', '有效期至'],
    [
      ['编造示例医院检验科', '编造示例医院', '上海市', 'MT9901', '有效', '2024-01-01', '2029-12-31'],
      ['编造示例第二医院病理科', '编造示例第二医院', '江苏省', 'MT9902', '暂停', '', '2028-01-01'],
    ],
    ['公布状态', '正常'],
  ),
];
