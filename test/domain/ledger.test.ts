import * as fc from 'fast-check';
import type { Classification } from '../../src/domain/classify/classification';
import {
  decide,
  keptDecisions,
  laidOver,
  notYetWritten,
  takeBack,
} from '../../src/domain/decisions';
import { knownBy } from '../../src/domain/identity';
import {
  assess,
  isCounted,
  ledgerOf,
  type Decision,
  type LedgerEntry,
} from '../../src/domain/ledger';
import { reasons, UNCLEAR, type Reason } from '../../src/domain/reason';
import type { YoungPerson } from '../../src/domain/youngPerson';

const UNSURE: Classification = { reason: UNCLEAR, confidence: 0.4, review: true, evidence: [] };
const ended: Classification = {
  reason: 'Return home',
  confidence: 0.9,
  review: false,
  evidence: [],
};

const young = (reference: string, note = '', over: Partial<YoungPerson> = {}): YoungPerson => ({
  reference,
  cohort: 'Cohort 1',
  opportunity: '',
  circumstances: {
    note,
    original: { placement: 'IFA', provider: 'Private', cost: 900 },
    current: { placement: 'Home', provider: '', cost: 0 },
  },
  counted: true,
  sheet: 'Tracker',
  row: 5,
  ...over,
});

/** On consecutive rows, as a sheet has them. */
const listed = (people: YoungPerson[]): YoungPerson[] =>
  people.map((person, i) => ({ ...person, row: i + 5 }));

const ledger = (people: YoungPerson[], decisions: Decision[] = []): LedgerEntry[] =>
  ledgerOf(
    assess(listed(people), ({ note }) => (note === '' ? UNSURE : ended)),
    decisions,
  );

describe('the ledger', () => {
  it('says what the add-in says where nobody decided', () => {
    const [entry] = ledger([young('YP1', 'Went home in May')]);
    expect(entry).toMatchObject({
      reference: 'YP1',
      reason: 'Return home',
      proposed: 'Return home',
      confidence: 0.9,
      review: false,
      decidedBy: 'add-in',
      standing: 'counted',
      original: 900,
      current: 0,
      sheet: 'Tracker',
      row: 5,
    });
    expect(entry).not.toHaveProperty('decidedOn');
  });

  it('keeps what the officer decided, whatever the capitals and spaces of the reference', () => {
    const [entry] = ledger([young('YP1')]);
    const decision = decide(entry!, 'SGO granted', 'Order seen');
    const [again] = ledger([young(' yp1 ')], [decision]);
    expect(again).toMatchObject({
      reason: 'SGO granted',
      proposed: UNCLEAR,
      decidedBy: 'officer',
      decisionNote: 'Order seen',
      review: false,
      standing: 'counted',
    });
  });

  it.each<[string, Partial<YoungPerson['circumstances']>]>([
    ['note', { note: 'Moved' }],
    ['placement', { current: { placement: 'Resi', provider: '', cost: 0 } }],
    ['cost', { current: { placement: 'Home', provider: '', cost: 0.01 } }],
    ['date of birth', { dateOfBirth: '2008-01-01' }],
    ['end date', { endedOn: '2024-05-01' }],
  ])('puts a decision up for another look when the %s changed since', (_, change) => {
    const person = young('YP1');
    const [entry] = ledger([person]);
    const decision = decide(entry!, 'SGO granted');
    const changed = { ...person, circumstances: { ...person.circumstances, ...change } };
    const [again] = ledger([changed], [decision]);
    expect(again).toMatchObject({
      reason: 'SGO granted',
      decidedBy: 'officer',
      review: true,
      standing: 'facts changed',
    });
    expect(isCounted(again!)).toBe(true);
    expect(ledger([changed], [decide(again!, 'SGO granted')])[0]).toMatchObject({
      review: false,
      standing: 'counted',
    });
  });

  it('takes no notice of capitals, spaces, another review, or another cohort', () => {
    const person = young('YP1', 'Order made');
    const decision = decide(ledger([person])[0]!, 'SGO granted');
    const circumstances = {
      ...person.circumstances,
      note: ' ORDER   made',
      reviewDate: '2025-01-01',
    };
    const [again] = ledger([{ ...person, cohort: 'Cohort 2', circumstances }], [decision]);
    expect(again).toMatchObject({ review: false, standing: 'counted' });
  });

  it('gives the reason back to the add-in when the decision is taken back', () => {
    const people = [young('YP1', 'Went home')];
    const decision = decide(ledger(people)[0]!, 'SGO granted');
    const [decided] = ledger(people, [decision]);
    const [entry] = ledger(people, laidOver([decision], [takeBack(decided!)]));
    expect(entry).toMatchObject({ reason: 'Return home', decidedBy: 'add-in', decisionNote: '' });
  });

  it('keeps the decisions on those who are no longer in the tracker last and in no total', () => {
    const decision = decide(ledger([young('YP1')])[0]!, 'Turned 18', 'Birthday in June');
    const entries = ledger([young('YP2')], [decision]);
    expect(entries.map(({ reference, standing }) => [reference, standing])).toEqual([
      ['YP2', 'counted'],
      ['YP1', 'departed'],
    ]);
    expect(entries[1]).toMatchObject({
      reason: 'Turned 18',
      decisionNote: 'Birthday in June',
      cohort: 'Cohort 1',
      review: false,
    });
    expect(entries[1]).not.toHaveProperty('original');
    expect(entries.filter(isCounted)).toHaveLength(1);
    expect(ledger([young('YP2')], [decision, takeBack(entries[1]!)])).toHaveLength(1);
    // Back in the tracker, the decision is there again.
    expect(ledger([young('YP1')], [decide(entries[1]!, 'Turned 18')])[0]!.reason).toBe('Turned 18');
  });

  it('has every young person, also without costs, and counts those with both', () => {
    const person = young('YP1', 'Went home', { counted: false });
    const circumstances = { ...person.circumstances, original: { placement: '', provider: '' } };
    const [entry] = ledger([{ ...person, circumstances }]);
    expect(entry).toMatchObject({ reason: 'Return home', standing: 'not counted', current: 0 });
    expect(entry!.original).toBeUndefined();
    expect(isCounted(entry!)).toBe(false);
  });

  it('knows rows without a reference of their own by their facts, and twins by their place', () => {
    const entries = ledger([
      young('', 'Went home'),
      young('', 'Order made'),
      young('YP1', 'One'),
      young('yp1', 'Two'),
      young('', 'Twin'),
      young('', 'Twin'),
      young('YP2'),
    ]);
    expect(entries.map(({ key }) => knownBy(key))).toEqual([
      'facts',
      'facts',
      'facts',
      'facts',
      'row and facts',
      'row and facts',
      'reference',
    ]);
    expect(new Set(entries.map(({ key }) => key)).size).toBe(7);
  });

  it('finds a decision again when its reference comes to stand twice, by the same facts alone', () => {
    const decision = decide(ledger([young('YP1', 'One')])[0]!, 'SGO granted');
    const twice = ledger([young('YP1', 'Two'), young('YP1', 'One')], [decision]);
    expect(twice.map(({ decidedBy }) => decidedBy)).toEqual(['add-in', 'officer']);
    const other = ledger([young('YP1', 'Two'), young('YP1', 'Three')], [decision]);
    expect(other.map(({ standing }) => standing)).toEqual(['counted', 'counted', 'departed']);
    const alone = ledger([young('YP1', 'One')], [decide(twice[1]!, 'Turned 18')]);
    expect(alone[0]).toMatchObject({ reason: 'Turned 18', decidedBy: 'officer' });
  });

  it('does not guess whose decision it was once one of two twins has gone', () => {
    const twins = [young('', 'Twin'), young('', 'Twin')];
    const decisions = ledger(twins).map((entry, i) =>
      decide(entry, i === 0 ? 'SGO granted' : 'Turned 18'),
    );
    expect(ledger(twins, decisions).map(({ reason }) => reason)).toEqual([
      'SGO granted',
      'Turned 18',
    ]);
    expect(ledger([young('', 'Twin')], decisions).map(({ standing }) => standing)).toEqual([
      'counted',
      'departed',
      'departed',
    ]);
  });

  const person = fc.record({
    reference: fc.constantFrom('', ' ', 'YP1', 'yp1', 'YP2', 'YP3', '7001', 'EX-12'),
    note: fc.constantFrom('', 'Went home', 'Order made', 'Moved to Cedar House'),
    cost: fc.constantFrom(undefined, 0, 900.5),
  });
  /** Young people, each with a cohort of its own to be told by: no fact, and no part of a key. */
  const people = fc.array(person, { maxLength: 8 }).map((rows) =>
    rows.map(({ reference, note, cost }, i) => ({
      ...young(reference, note, { cohort: `child ${i}`, row: i + 5, counted: cost !== undefined }),
      circumstances: {
        ...young('', note).circumstances,
        current: { placement: 'IFA', provider: '', cost },
      },
    })),
  );
  const decided = (rows: YoungPerson[], chosen: number[]): Decision[] =>
    ledgerOf(
      assess(rows, () => UNSURE),
      [],
    ).map((entry, i) => decide(entry, reasons[chosen[i % chosen.length]!]!, entry.cohort));
  const choices = fc.array(fc.nat(reasons.length - 1), { minLength: 1, maxLength: 8 });

  it('never gives a decision to another young person, whoever joins, leaves or moves about', () => {
    fc.assert(
      fc.property(
        people,
        people,
        choices,
        fc.infiniteStream(fc.boolean()),
        (before, joining, chosen, stays) => {
          const kept = before.filter(() => stays.next().value);
          const after = [...joining.map((each) => ({ ...each, cohort: 'joined' })), ...kept];
          const moved = after.map((each, i) => ({ ...each, row: i + 40 }));
          const entries = ledgerOf(
            assess(moved, () => UNSURE),
            decided(before, chosen),
          );
          for (const entry of entries.filter(({ sheet }) => sheet !== undefined)) {
            if (entry.decidedBy !== 'officer') continue;
            const maker = before.find(({ cohort }) => cohort === entry.decisionNote)!;
            const same = (text: string) => text.trim().toLowerCase();
            expect(same(entry.reference)).toBe(same(maker.reference));
            // A reference of one's own is enough; without one the facts have to be the same.
            if (knownBy(entry.key) !== 'reference')
              expect(entry.circumstances).toEqual(maker.circumstances);
          }
        },
      ),
    );
  });

  it('does not depend on the order of rows that are told apart without their place', () => {
    fc.assert(
      fc.property(people, choices, fc.nat(), (rows, chosen, turn) => {
        const decisions = decided(rows, chosen);
        const turned = rows.map((_, i) => rows[(i + turn) % rows.length]!);
        const told = (order: YoungPerson[]) =>
          ledgerOf(
            assess(order, () => UNSURE),
            decisions,
          )
            .map(({ cohort, reason, standing, key }) => `${key} ${cohort} ${reason} ${standing}`)
            .sort();
        expect(told(turned)).toEqual(told(rows));
      }),
    );
  });

  it('loses no decision: each is on a row of the tracker or on one of its own', () => {
    fc.assert(
      fc.property(people, people, choices, (before, after, chosen) => {
        const decisions = decided(before, chosen);
        const entries = ledgerOf(
          assess(after, () => UNSURE),
          decisions,
        );
        const kept = entries.filter(({ decidedBy }) => decidedBy === 'officer');
        expect(kept).toHaveLength(decisions.length);
        expect(entries).toHaveLength(
          after.length + kept.filter(({ standing }) => standing === 'departed').length,
        );
      }),
    );
  });
});

describe('decisions in the settings of a workbook', () => {
  const decision = (key: string, reason: Reason | null, note = ''): Decision => ({
    key,
    reason,
    note,
    facts: 'f',
    reference: key,
    cohort: '',
    opportunity: '',
  });

  it('are read back as they were kept, and nothing else is', () => {
    const kept = [decision('a', 'SGO granted', 'n'), decision('b', null)];
    expect(keptDecisions(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
    const odd = [null, 7, {}, { key: 'a', reason: 'Because', facts: 'f' }, { key: 1, facts: '' }];
    expect(keptDecisions(odd)).toEqual([]);
    expect(keptDecisions({ 0: kept[0] })).toEqual([]);
    expect(keptDecisions(undefined)).toEqual([]);
  });

  it('are those that the ledger sheet does not say', () => {
    const written = [decision('a', 'SGO granted'), decision('b', 'Turned 18')];
    const now = [decision('a', 'SGO granted'), decision('b', null), decision('c', 'No change')];
    expect(notYetWritten(now, written)).toEqual(now.slice(1));
    expect(laidOver(written, notYetWritten(now, written))).toEqual(now);
  });
});
