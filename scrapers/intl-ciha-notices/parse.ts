import type { Parse } from '../../schema/source.ts';
import { placeOf } from '../../src/places/place-of.ts';
import { htmlSections } from '../../src/readers/formats/html-sections.ts';
import { filedNames } from '../../src/readers/lists/filed-names.ts';
import { dateIn } from '../../src/readers/lists/printed-date.ts';
import { issue } from '../../src/readers/lists/row-reader.ts';

const PASSED =
  /^(?:关于|祝贺|热烈祝贺|喜报[：:]?)?(.+?(?:医院|医学中心|医疗中心))(?:[（(].{1,12}[)）])?(?:顺利|正式|成功)?通过.{0,24}(?:国际医院评审|CIHA|国际版)/u;

/** One accreditation a notice, by its title and day. Titles about other things are passed over. */
export const parse: Parse = function* ({ body }) {
  const lines = htmlSections(body).flatMap((section) => [section.heading, ...section.lines]);
  let row = 0;
  for (const line of lines) {
    if (!/通过|获得/u.test(line) || !/评审|认证|CIHA/u.test(line)) continue;
    row += 1;
    const name = PASSED.exec(line)?.[1];
    const date = dateIn(line);
    if (name === undefined || date === null) {
      yield issue('unreadable-row', row, 'title', `"${line}" names no hospital that passed, or no day`);
      continue;
    }
    yield {
      kind: 'institution',
      row,
      key: `${name}|${date}`,
      raw: { title: line },
      asOf: date,
      names: [...filedNames(name).names],
      identifiers: [],
      place: placeOf({ name }),
      credentials: [
        {
          gate: 'accreditation',
          code: 'ciha',
          status: 'accredited',
          scope: { kind: 'institution' },
          issuer: 'Shenzhen Hospital Accreditation Research Centre (SHARC)',
          eventDate: date,
          validFrom: date,
        },
      ],
    };
  }
};
