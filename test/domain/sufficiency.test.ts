import fc from 'fast-check';
import { sufficiency } from '../../src/domain/sufficiency';
import { SNAPSHOT, type SnapshotRow } from '../../src/domain/sources/snapshot';
import type { SourceList } from '../../src/domain/sources/source';

const CELLS = new Proxy({} as SnapshotRow['at'], { get: (_, role) => `S!${String(role)}` });
const maybe = (...words: string[]) => fc.option(fc.constantFrom(...words), { nil: undefined });

const child = fc.record({
  placement: fc.constantFrom('IFA', 'U4', 'Residential', 'Kinship', 'With parents', 'Elsewhere'),
  provider: maybe('Own provision', 'PR4', 'Private', 'Rose House'),
  weeklyCost: fc.double({ min: 0, max: 9000, noNaN: true }),
  gender: maybe('F', 'female', 'M', 'Non-binary', 'unknown'),
  inArea: maybe('Y', 'No', 'Out of county', 'Perhaps'),
  howBought: maybe('Spot', 'spot purchase', 'Block contract', 'Off framework', 'Framework', 'n/a'),
});

const HEADINGS: SourceList<typeof SNAPSHOT>['headings'] = {
  placement: 'Placement',
  provider: 'Provider',
  gender: 'Gender',
  inArea: 'In area',
  howBought: 'How bought',
};

const of = (rows: readonly object[]) => {
  const children = rows.map((row) => ({ ...row, at: CELLS })) as unknown as SnapshotRow[];
  const list = {
    kind: SNAPSHOT.kind,
    label: 'snapshot',
    titles: [],
    addresses: [],
    sheets: [],
    headings: HEADINGS,
    rows: children,
    leftOut: 0,
    problems: [],
  };
  return sufficiency({ list, children, ended: [], otherVersions: [], otherLists: [] });
};

describe('a breakdown', () => {
  it('counts every child once, with its cost, whatever the order', () => {
    fc.assert(
      fc.property(fc.array(child, { minLength: 1, maxLength: 40 }), (rows) => {
        const { all, breakdowns } = of(rows);
        const weekly = rows.reduce((sum, { weeklyCost }) => sum + weeklyCost, 0);
        expect([all.children, all.share]).toEqual([rows.length, 1]);
        for (const { rows: groups } of breakdowns) {
          const add = (measure: 'children' | 'share' | 'weekly'): number =>
            groups.reduce((sum, group) => sum + group[measure], 0);
          expect(add('children')).toBe(rows.length);
          expect(add('share')).toBeCloseTo(1, 8);
          expect(add('weekly')).toBeCloseTo(weekly, 6);
          expect(new Set(groups.map(({ group }) => group)).size).toBe(groups.length);
          expect(groups.slice(0, -1).map(({ group }) => group)).not.toContain('Not told');
        }
        const counts = ({ breakdowns: each }: ReturnType<typeof of>) =>
          each.map(({ rows: groups }) =>
            groups.map(({ group, children }) => [group.toLowerCase(), children]),
          );
        expect(counts(of([...rows].reverse()))).toEqual(counts({ ...of(rows), breakdowns }));
      }),
    );
  });

  it('tells how a placement was bought by the words that officers use', () => {
    const bought = ['Spot purchase', 'Off-framework spot', 'Block', 'EM Framework', 'DPS', 'Grant'];
    const { breakdowns } = of(
      bought.map((howBought) => ({ placement: 'IFA', weeklyCost: 1, howBought })),
    );
    const groups = breakdowns.find(({ by }) => by === 'How bought')!.rows;
    expect(groups.map(({ group, children }) => [group, children])).toEqual([
      ['Framework', 2],
      ['Spot', 2],
      ['Block', 1],
      ['Grant', 1],
    ]);
  });
});
