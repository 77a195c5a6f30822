import fc from 'fast-check';
import type { CellFormat, PlanCell, PlanColumn, SignStyle } from '../../src/reports/plan';
import { HIDDEN } from '../../src/domain/disclosure/hidden';
import type { PublishedAppendix, PublishedPlan } from '../../src/reports/published';

const column = (key: string, heading: string, format: CellFormat): PlanColumn => ({
  key,
  heading,
  format,
});

/** Two tables of a kind that reports make; the second hides a figure, lacks one, and has a chart. */
export const APPENDIX: PublishedAppendix = {
  title: 'Appendix B: placement costs',
  lines: ['Anytown City Council', 'Scrutiny Committee', 'Period 9, 2024/25'],
  about: [
    ['Position at', '3 December 2024'],
    ['How a saving is shown', 'With a minus: -£45.00'],
  ],
  disclosure: [
    'One figure of 1 to 5 young people is hidden, and one more that would give it away.',
  ],
  signs: 'minus',
  plans: [
    {
      id: 'cohorts',
      sheet: 'Cohorts',
      title: 'Change in weekly placement cost by cohort',
      notes: ['A year is 52 weeks.', 'Costs are gross.'],
      commentary: 'Costs fell.\nThey are expected to fall further.',
      table: {
        name: 'Cohorts',
        columns: [
          column('cohort', 'Cohort', 'text'),
          column('count', 'Young people', 'count'),
          column('difference', 'Difference a week', 'change'),
          column('since', 'Since', 'date'),
        ],
        rows: [
          ['Cohort 1', 57, -32288.74, '2024-04-01'],
          ['Cohort 2', 46, 17563.88, '2024-10-01'],
          ['Total', 103, -14724.86, '2024-04-01'],
        ],
      },
      total: true,
    },
    {
      id: 'reductions',
      sheet: 'Reductions',
      title: 'Reductions by reason',
      notes: ['Reasons are read from notes.', 'A year is 52 weeks.', 'The largest is Return home.'],
      table: {
        name: 'Reductions',
        columns: [
          column('reason', 'Reason', 'text'),
          column('count', 'Young people', 'count'),
          column('amount', 'Reduction a week', 'money'),
          column('share', 'Share', 'percent'),
          column('last', 'Latest', 'date'),
        ],
        rows: [
          ['Return home', 6, 23746.62, 0.6, '2024-11-02'],
          ['To foster care', HIDDEN, HIDDEN, HIDDEN, HIDDEN],
          ['Turned 18', 8, 15846.56, null, '2024-09-30'],
        ],
      },
      total: false,
      chart: {
        title: 'Reductions a week by reason',
        sentences: ['The largest is Return home.', 'Two of three reasons are shown.'],
        bars: [
          { label: 'Return home', value: 23746.62 },
          { label: 'Turned 18', value: 15846.56 },
        ],
        measure: column('amount', 'Reduction a week', 'money'),
      },
    },
  ],
};

/** Any text that a cell may hold: words, marks of XML, a formula's beginning, letters of any script. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom('=1+1', '<b>&"\'', 'One\nTwo', '@x', '-', ' '),
);
const word = fc.stringMatching(/^[A-Za-z][a-z]{0,12}( [a-z]{1,12}){0,5}$/);

const FORMATS: CellFormat[] = ['text', 'count', 'number', 'money', 'change', 'percent', 'date'];

function cellOf(format: CellFormat): fc.Arbitrary<PlanCell> {
  const figure = fc.double({ noNaN: true, min: -1e7, max: 1e7 });
  const date = fc.date({
    noInvalidDate: true,
    min: new Date('1990-01-01'),
    max: new Date('2060-01-01'),
  });
  const value: Record<string, fc.Arbitrary<PlanCell>> = {
    text,
    count: fc.nat(10_000),
    date: date.map((day) => day.toISOString().slice(0, 10)),
  };
  return fc.oneof(
    { weight: 6, arbitrary: value[format] ?? figure },
    { weight: 1, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constant(HIDDEN) },
  );
}

const table = (name: string): fc.Arbitrary<PublishedPlan['table']> =>
  fc
    .uniqueArray(fc.record({ heading: word, format: fc.constantFrom(...FORMATS) }), {
      minLength: 1,
      maxLength: 14,
      selector: ({ heading }) => heading.toLowerCase(),
    })
    .chain((columns) =>
      fc
        .array(fc.tuple(...columns.map(({ format }) => cellOf(format))), { maxLength: 25 })
        .map((rows) => ({
          name,
          columns: columns.map((each, i) => ({ ...each, key: `c${i}` })),
          rows,
        })),
    );

/** Any appendix within the type's promises: sheets and tables have names of their own. */
export const appendices: fc.Arbitrary<PublishedAppendix> = fc
  .uniqueArray(
    fc.constantFrom('Cohorts', 'notes', 'Cover', 'O’Hara’s', "A 'b' & c", 'Contents', 'x!y'),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .chain((sheets) => {
    const notes = fc.constantFrom('A year is 52 weeks.', 'Costs are gross.', 'Bars differ.', '<&>');
    const plans = sheets.map((sheet, i) =>
      fc.record({
        id: fc.constant(`p${i}`),
        sheet: fc.constant(sheet),
        title: text,
        notes: fc.array(notes, { maxLength: 4 }),
        commentary: fc.option(text, { nil: undefined }),
        table: table(`Table_${i}`),
        total: fc.boolean(),
        chart: fc.option(
          fc.record({
            title: word,
            sentences: fc.constant<string[]>(['Bars differ.']),
            bars: fc.array(fc.record({ label: text, value: fc.integer() }), {
              minLength: 1,
              maxLength: 30,
            }),
            measure: fc.constant(column('m', 'Measure', 'change')),
          }),
          { nil: undefined },
        ),
      }),
    );
    return fc.record({
      title: text,
      lines: fc.array(text, { maxLength: 4 }),
      about: fc.array(fc.tuple(text, text), { maxLength: 4 }),
      disclosure: fc.array(text, { minLength: 1, maxLength: 3 }),
      signs: fc.constantFrom<SignStyle[]>('minus', 'brackets', 'favourable'),
      plans: fc.tuple(...plans),
    });
  });
