import * as fc from 'fast-check';
import type { CellValue } from '../../src/domain/reading';
import { dataRows } from '../csvRows';
import { sheet, trackerIn } from './sheets';

/** One heading for each of the eleven columns, as several officers head them. */
const HEADINGS: string[][] = [
  [
    'id',
    'dob',
    'review_date',
    'from_type',
    'from_provider',
    'from_weekly_cost',
    'to_type',
    'to_provider',
    'to_weekly_cost',
    'ended_on',
    'note',
  ],
  [
    'Ref',
    'D.O.B',
    'Reviewed',
    'Baseline placement',
    'Baseline provider',
    'Baseline £/wk',
    'Now',
    'Provider now',
    'Now £/wk',
    'Date ended',
    'Comments',
  ],
  [
    'Child ID',
    'Date of birth',
    'Last review',
    'Original placement',
    'Original provider',
    'Original weekly cost',
    'Current placement',
    'Current provider',
    'Current weekly cost',
    'End date',
    'What happened',
  ],
  [
    'YP',
    'DOB',
    'Review date',
    'Before',
    'Provider before',
    'Cost pw before',
    'After',
    'Provider after',
    'Cost pw after',
    'Left care on',
    'Narrative',
  ],
  [
    'Case no.',
    'Born',
    'Date reviewed',
    'Old placement type',
    'Old provider',
    'Old weekly fee (£)',
    'New placement type',
    'New provider',
    'New weekly fee (£)',
    'Ceased',
    'Summary of what changed',
  ],
];
const FULL: CellValue[] = [
  '',
  '04/05/2010',
  '03/12/2024',
  'IFA',
  'Private',
  900,
  'Residential',
  'Private',
  4000,
  '',
  'Moved in June',
];

const full = (id: CellValue, note: CellValue): CellValue[] => [id, ...FULL.slice(1, 10), note];
/** Neither placements nor providers nor costs. */
const bare = (id: CellValue, note: CellValue): CellValue[] => [
  id,
  ...Array.from({ length: 9 }, () => ''),
  note,
];

const read = (rows: CellValue[][], headings = HEADINGS[0]!) =>
  trackerIn([sheet('T', [headings, ...rows])]);

/** What came out of each row: where it stands, whose it is, and its note. */
const notesIn = (rows: CellValue[][], headings?: string[]) =>
  read(rows, headings).people.map(({ row, reference, circumstances }) => [
    row,
    reference,
    circumstances.note,
  ]);
const asTyped = (rows: CellValue[][]) => rows.map((row, i) => [i + 2, String(row[0]), row[10]]);

describe('what is known of every young person', () => {
  it.each(HEADINGS)('is read under headings such as %s, %s, %s', (...headings) => {
    const tracker = read(
      [full('YP1', 'Moved in June'), full('YP2', ''), full('YP3', 'x')],
      headings,
    );
    expect(tracker.people[0]).toEqual({
      reference: 'YP1',
      cohort: '',
      opportunity: '',
      circumstances: {
        note: 'Moved in June',
        original: { placement: 'IFA', provider: 'Private', cost: 900 },
        current: { placement: 'Residential', provider: 'Private', cost: 4000 },
        dateOfBirth: '2010-05-04',
        reviewDate: '2024-12-03',
        endedOn: undefined,
      },
      counted: true,
      sheet: 'T',
      row: 2,
    });
    expect(tracker.changes).toHaveLength(3);
  });

  it('keeps a note as it is typed, its lines too, and nothing of an error value', () => {
    const [one, two, three] = read([
      full('YP1', ' Notice given.\nMoved to  IFA '),
      full('YP2', '#N/A'),
      [...full('YP3', 'x').slice(0, 6), 'same', 'as above', 900, '', 'x'],
    ]).people;
    expect(one!.circumstances.note).toBe('Notice given.\nMoved to  IFA');
    expect(two!.circumstances.note).toBe('');
    expect(three!.circumstances.current).toEqual({
      placement: 'same',
      provider: 'as above',
      cost: 900,
    });
  });

  it('has no cost where none can be read, and none of an ended placement is nought', () => {
    const row = (id: string, was: CellValue, now: CellValue, ended: CellValue) =>
      full(id, 'n').map((cell, i) => (i === 5 ? was : i === 8 ? now : i === 9 ? ended : cell));
    const { people, changes, leftOut } = read([
      row('YP1', 900, '', '01/11/2024'),
      row('YP2', 'TBC', 5, ''),
      row('YP3', 900, -5, ''),
      row('YP4', 900, '', ''),
    ]);
    expect(
      people.map(({ circumstances: { original, current }, counted }) => [
        original.cost,
        current.cost,
        counted,
      ]),
    ).toEqual([
      [900, 0, true],
      [undefined, 5, false],
      [900, undefined, false],
      [900, undefined, false],
    ]);
    expect(changes).toMatchObject([{ reference: 'YP1', original: 900, current: 0, row: 2 }]);
    expect(leftOut).toBe(3);
  });
});

describe('every row of a young person comes out, in the order of the sheet', () => {
  const LONG = `Placement ended. ${'The carers were praised, "warmly", at review; nothing else. '.repeat(60)}`;
  it.each<[string, CellValue[][]]>([
    ['alone', [bare('DV001', 'Went home')]],
    ['alone after one with costs', [full('DV001', 'a'), bare('DV002', 'Went home')]],
    ['first', [bare('DV001', 'Went home'), full('DV002', 'a'), full('DV003', 'b')]],
    ['last', [full('DV001', 'a'), full('DV002', 'b'), bare('DV003', 'Went home')]],
    [
      'in a run',
      [
        full('DV001', 'a'),
        ...[2, 3, 4, 5].map((n) => bare(`DV00${n}`, `note ${n}`)),
        full('DV006', 'b'),
      ],
    ],
    ['everywhere', Array.from({ length: 30 }, (_, i) => bare(`DV${i}`, `Note ${i}`))],
    [
      'nearly everywhere',
      [...Array.from({ length: 30 }, (_, i) => bare(i + 7001, 'Note')), full(1, 'x')],
    ],
    [
      'with odd references',
      ['DV001', 'EX-12', 7001, 'AB', 'J.S.', 'C/2019/44'].map((id) => bare(id, 'Home')),
    ],
    [
      'with odd references beside others with costs',
      [
        full('DV001', 'a'),
        full('DV002', 'b'),
        ...['EX-12', 7001, 'Jo', 'C/2019/44'].map((id) => bare(id, 'Home')),
        full('DV003', 'c'),
      ],
    ],
    [
      'with notes that look like totals',
      [
        'total cost up',
        'Total',
        'Average',
        'Sub total:',
        'All children',
        'Count',
        'Sum of costs',
      ].flatMap((note, i) => [full(`DV0${i}`, note), bare(`EX-${i}`, note)]),
    ],
    [
      'with long notes, commas, quotes and lines',
      [LONG, 'a, b, "c"', "'=x", 'one\ntwo', '£4,000 a week', '12', 7].flatMap((note, i) => [
        full(`DV0${i}`, note),
        bare(`EX-${i}`, note),
      ]),
    ],
    [
      'with notes that name the costs',
      [full('DV1', 'note'), bare('DV2', 'Weekly cost'), bare('DV3', 'to_weekly_cost')],
    ],
  ])('where one without placement, provider and cost stands %s', (_, rows) => {
    const typed = asTyped(rows).map(([row, ref, note]) => [row, ref, String(note).trim()]);
    for (const headings of HEADINGS) expect(notesIn(rows, headings)).toEqual(typed);
  });

  it('also below a blank row', () => {
    const rows = [
      full('DV001', 'a'),
      full('DV002', 'b'),
      [''],
      bare('DV003', 'c'),
      bare('DV004', 'd'),
    ];
    expect(notesIn(rows).map(([row]) => row)).toEqual([2, 3, 5, 6]);
  });

  it('also without a note, where there is no more than a reference like the others', () => {
    const rows = [full('DV001', ''), full('DV002', ''), bare('DV003', ''), bare('DV004', '')];
    expect(notesIn(rows)).toHaveLength(4);
  });

  it('and each that is not counted is a problem with an address', () => {
    const rows = [full('DV001', 'a'), bare('DV002', 'Went home'), bare('EX-3', 'Moved')];
    const { people, leftOut, problems } = read(rows);
    expect(people.map(({ counted }) => counted)).toEqual([true, false, false]);
    expect(leftOut).toBe(2);
    expect(
      problems.filter(({ leavesOut }) => leavesOut).map(({ address, ref }) => [address, ref]),
    ).toEqual(
      expect.arrayContaining([
        ['T!F3', 'DV002'],
        ['T!F4', 'EX-3'],
      ]),
    );
  });

  it('but no footnote, legend, total or heading does', () => {
    const rows = [
      full('DV001', 'a'),
      full('DV002', 'b'),
      HEADINGS[0]!,
      full('DV003', 'c'),
      ['Total', '', '', '', '', 2700, '', '', 12000, '', ''],
      [''],
      ['Source: the placements system'],
      ['Prepared by', 'J Smith'],
      ['IFA', 'Independent fostering agency'],
    ];
    expect(notesIn(rows).map(([, reference]) => reference)).toEqual(['DV001', 'DV002', 'DV003']);
  });

  it('whatever is blank and whatever the note says', () => {
    const reference = fc.constantFrom('DV', 'EX-', 'YP ', '70');
    const note = fc.oneof(
      fc.constantFrom('Total', 'total cost up', 'Average', 'note', 'Comments', 'n/a', '-', '12'),
      fc.string({ minLength: 1 }).filter((text) => /\p{L}/u.test(text)),
    );
    const row = fc.tuple(reference, note, fc.boolean(), fc.array(fc.boolean(), { maxLength: 9 }));
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 12 }),
        fc.constantFrom(...HEADINGS),
        (shapes, headings) => {
          const rows = shapes.map(([prefix, text, isBare, blanks], i) =>
            (isBare ? bare : full)(`${prefix}${100 + i}`, text).map((cell, column) =>
              column > 0 && column < 10 && blanks[column - 1] ? '' : cell,
            ),
          );
          expect(notesIn(rows, headings).map(([row_, ref]) => [row_, ref])).toEqual(
            rows.map((each, i) => [i + 2, each[0]]),
          );
        },
      ),
    );
  });

  it('but only once where two versions of the tracker have hardly a cost', () => {
    const rows = [bare('DV001', 'Went home'), bare('DV002', 'Moved')];
    const versions = trackerIn([
      sheet('Nov 24', [HEADINGS[0]!, ...rows]),
      sheet('Dec 24', [HEADINGS[0]!, ...rows, bare('DV003', 'New')]),
    ]);
    expect(versions.people.map((person) => `${person.sheet} ${person.reference}`)).toEqual([
      'Dec 24 DV001',
      'Dec 24 DV002',
      'Dec 24 DV003',
    ]);
    expect(versions.otherSheets).toEqual(['Nov 24']);
  });

  it('all of a long list of labelled rows', () => {
    const rows = dataRows('reasons-development.csv');
    const tracker = trackerIn([sheet('T', rows)]);
    const ids = new Set(tracker.people.map(({ reference }) => reference));
    expect([rows.length - 1, tracker.people.length, ids.size]).toEqual([330, 330, 330]);
  });
});
