import t from 'tap';
import { unreadTreatments } from '../../src/batch/answer/unread-treatments.ts';

/** Whether a cell of a column that is not read keeps the row from an answer. */
const keeps = (cell: string): boolean =>
  unreadTreatments({ table: 0, line: 1, hidden: false, cells: [cell] }, { unread: [0], heading: ['Wish'] })
    .length > 0;

t.test('words of a treatment in a column that is not read keep the row from a yes', async (t) => {
  for (const cell of [
    'CAR-T',
    'stem cell',
    '干细胞',
    'Liver Tx',
    'wants surrogacy',
    'Patient möchte IVF',
    'IVF, surrogacy',
    '肾移植/肝移植',
    'exosomes',
    '买肾',
  ])
    t.ok(keeps(cell), cell);
});

t.test('an illness, a person, a sum or a remark does not', async (t) => {
  for (const cell of [
    'heart disease',
    'liver cancer',
    'leukemia',
    '糖尿病',
    '肝癌',
    'Dr. Made-Up',
    'prefers morning',
    'needs interpreter',
    'budget 20000 USD',
    'VIP ward',
    '家属陪同',
    'second opinion',
    'Shanghai',
    '',
  ])
    t.notOk(keeps(cell), cell);
});
