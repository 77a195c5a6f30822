import { roundPence } from '../../src/domain/money';
import { reasonSummary } from '../../src/functions/functions';
import { reasonedSample } from '../reasonedSample';
import { down, thrown, wholeColumn } from './customFunctions';

const reasons = down(
  'Turned 18',
  'to residential',
  '',
  'From IFA to LCC',
  'No change',
  'Turned 18',
);
const original = down(1000, 500, '', '£900 pw', 300, 200);
const current = down('nil', 2000, '', 600, 298, 500);

const sample = reasonedSample();
const column = (key: 'reason' | 'original' | 'current') => sample.map((row) => [row[key]]);
const lastRow = (direction?: string) =>
  reasonSummary(
    column('reason'),
    column('original'),
    column('current'),
    direction === undefined ? undefined : [[direction]],
  )
    .at(-1)!
    .map((cell) => (typeof cell === 'number' ? roundPence(cell) : cell));

describe('REASON_SUMMARY', () => {
  it('is the net of every reason where no direction is given, a saving negative, the total last', () => {
    expect(reasonSummary(reasons, original, current)).toEqual([
      ['Reason', 'Young people', 'Difference', 'Average'],
      ['Turned 18', 2, -700, -350],
      ['To residential', 1, 1500, 1500],
      ['No change', 1, -2, -2],
      ['From IFA to in-house', 1, -300, -300],
      ['Total', 5, 498, 498 / 5],
    ]);
  });

  it('gives reductions as amounts saved', () => {
    expect(reasonSummary(reasons, original, current, [['Reductions ']])).toEqual([
      ['Reason', 'Young people', 'Saved a week', 'Average'],
      ['Turned 18', 1, 1000, 1000],
      ['From IFA to in-house', 1, 300, 300],
      ['Total', 2, 1300, 650],
    ]);
  });

  it('gives increases as amounts added, with No change among them', () => {
    expect(reasonSummary(reasons, original, current, [['increases']])).toEqual([
      ['Reason', 'Young people', 'Added a week', 'Average'],
      ['To residential', 1, 1500, 1500],
      ['Turned 18', 1, 300, 300],
      ['No change', 1, -2, -2],
      ['Total', 3, 1798, 1798 / 3],
    ]);
  });

  it('gives the totals of paper 000', () => {
    expect(lastRow('reductions')).toEqual(['Total', 26, 64884.57, 2495.56]);
    expect(lastRow('increases')).toEqual(['Total', 77, 50159.71, 651.42]);
    expect(lastRow()).toEqual(['Total', 103, -14724.86, -142.96]);
  });

  it('is an error, naming the row, rather than a total that leaves somebody out', () => {
    expect(thrown(() => reasonSummary(down('Turned 18', ''), down(1, 2), down(0, 1)))).toBe(
      '#N/A: Row 2 of reasons is blank; type the reason.',
    );
    expect(thrown(() => reasonSummary(down('Turned 18'), down(''), down('')))).toBe(
      '#N/A: Original cost is blank; type the amount, or 0.',
    );
    expect(
      thrown(() => reasonSummary(down('Turned 18', 'No change'), down(1, 'x'), down(0, 1))),
    ).toMatch(/^#VALUE!: Row 2 of original cost is not an amount/);
  });

  it.each(['Cheaper', 'Total', '#VALUE!', 18, true])('does not know the reason %p', (reason) => {
    expect(thrown(() => reasonSummary(down('No change', reason), down(1, 1), down(1, 1)))).toBe(
      '#VALUE!: Row 2 of reasons is not one of the reasons; use one as the help page lists them, such as Return home.',
    );
  });

  it.each(['reduction', 'net', 'constructor', 5])('does not know the direction %p', (direction) => {
    expect(thrown(() => reasonSummary(reasons, original, current, [[direction]]))).toBe(
      '#VALUE!: The direction is not known: use reductions or increases, or leave it out for the net.',
    );
  });

  it('reads whole columns below their headings, and is a total of nobody where they are blank', () => {
    expect(
      reasonSummary(
        wholeColumn('Reason', 'No change', '', 'No change'),
        wholeColumn('Was', 10, '', 20),
        wholeColumn('Now', 11, '', 22),
      )[1],
    ).toEqual(['No change', 2, 3, 1.5]);
    expect(reasonSummary(wholeColumn(), wholeColumn(), wholeColumn())).toEqual([
      ['Reason', 'Young people', 'Difference', 'Average'],
      ['Total', 0, 0, 0],
    ]);
  });
});
