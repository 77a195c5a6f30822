import fc from 'fast-check';
import type { Circumstances } from '../../../src/domain/circumstances';
import { classify } from '../../../src/domain/classify/classify';
import { NO_CHANGE, type Reason } from '../../../src/domain/reason';

/** Something that can happen to a child, as a thing and as what was done. */
interface Event {
  reason: Reason;
  thing: string;
  done: string;
  /** The row where it has happened. */
  after: Omit<Circumstances, 'note'>;
}

const placed = (placement: string, provider: string, cost: number) => ({
  placement,
  provider,
  cost,
});
const home = placed('Residential', 'Amberlea Homes', 5200);
const agency = placed('IFA', 'Merrow Fostering', 950);
const own = placed('In-house fostering', 'LCC', 450);
const ended = placed('', '', 0);

const events: readonly Event[] = [
  {
    reason: 'To solo placement',
    thing: 'move to a solo placement',
    done: 'moved to a solo placement',
    after: { original: home, current: placed('Solo residential', 'Dunmere Care', 9400) },
  },
  {
    reason: 'To residential',
    thing: "move to a children's home",
    done: "moved to a children's home",
    after: { original: agency, current: placed('Residential', 'Dunmere Care', 5100) },
  },
  {
    reason: 'To foster care',
    thing: 'step down to foster carers',
    done: 'stepped down to foster carers',
    after: { original: home, current: agency },
  },
  {
    reason: 'To external IFA',
    thing: 'move to agency carers',
    done: 'moved to agency carers',
    after: { original: own, current: agency },
  },
  {
    reason: 'From IFA to in-house',
    thing: 'move to in-house carers',
    done: 'moved to in-house carers',
    after: { original: agency, current: own },
  },
  {
    reason: 'To specialist provision',
    thing: 'move to a therapeutic home',
    done: 'moved to a therapeutic home',
    after: { original: home, current: placed('Therapeutic', 'Wren Care', 7400) },
  },
  {
    reason: 'To supported accommodation',
    thing: 'move to supported accommodation',
    done: 'moved to supported accommodation',
    after: { original: home, current: placed('Supported accommodation', 'Larkrise', 1200) },
  },
  {
    reason: 'Return home',
    thing: 'return home to mum',
    done: 'returned home to mum',
    after: { original: agency, current: ended },
  },
  {
    reason: 'SGO granted',
    thing: 'SGO',
    done: 'was granted an SGO',
    after: { original: own, current: placed('', '', 180) },
  },
  {
    reason: 'Same placement, uplift agreed',
    thing: 'uplift',
    done: 'got an uplift of 4%',
    after: { original: home, current: { ...home, cost: 5408 } },
  },
  {
    reason: 'Increased staffing',
    thing: 'increase in staffing',
    done: 'got extra staffing',
    after: { original: home, current: { ...home, cost: 6600 } },
  },
];

const anEvent = fc.constantFrom(...events);
const reasonOf = (note: string, fields: Omit<Circumstances, 'note'>): Reason =>
  classify({ note, ...fields, reviewDate: '2025-06-30' }).reason;

/** Nothing in the fields has changed. */
const asBefore = ({ after }: Event) => ({ original: after.original, current: after.original });

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const sentence = (text: string): string => `${capital(text)}.`;

const neutral = fc.constantFrom(
  'Health assessment is done.',
  'Reviewed by the IRO on 12/05/2025.',
  'Attends college in town.',
  'SW visits every six weeks.',
);

describe('the clause that decides', () => {
  it('decides where it has happened', () => {
    fc.assert(
      fc.property(anEvent, fc.constantFrom('He', 'She', 'YP'), (event, who) => {
        expect(reasonOf(sentence(`${who} ${event.done}`), event.after)).toBe(event.reason);
      }),
    );
  });

  const cases: [string, (event: Event) => fc.Arbitrary<string>][] = [
    [
      'is denied',
      ({ thing }) =>
        fc.constantFrom(
          sentence(`the ${thing} did not go ahead`),
          sentence(`${thing} was cancelled`),
          sentence(`there was no ${thing}`),
          sentence(`${thing} fell through`),
          sentence(`${thing} was turned down`),
        ),
    ],
    [
      'is a plan or a request',
      ({ thing }) =>
        fc.constantFrom(
          sentence(`${thing} planned for the autumn`),
          sentence(`awaiting ${thing}`),
          sentence(`panel will consider a ${thing}`),
          sentence(`${thing} requested, decision pending`),
          sentence(`hoping for a ${thing} next month`),
        ),
    ],
    [
      'is about a brother or sister',
      ({ done }) =>
        fc.constantFrom(
          sentence(`his brother ${done}`),
          sentence(`her older sister ${done} in May`),
          sentence(`sibling ${done}`),
          sentence(`his twin ${done} and he is where he was`),
        ),
    ],
    [
      'is history',
      ({ done }) =>
        fc.constantFrom(
          sentence(`he ${done} in 2019`),
          sentence(`in 2020 she ${done}`),
          sentence(`${done} years ago`),
        ),
    ],
  ];
  it.each(cases)('does not decide where it %s', (_, notesFor) => {
    fc.assert(
      fc.property(
        anEvent.chain((event) => notesFor(event).map((note) => ({ event, note }))),
        ({ event, note }) => {
          expect(`${note} ${reasonOf(note, asBefore(event))}`).toBe(`${note} ${NO_CHANGE}`);
        },
      ),
    );
  });
});

describe('an answer stays the same', () => {
  const told = fc.record({ event: anEvent, around: fc.array(neutral, { maxLength: 3 }) });
  const noteOf = (event: Event) => sentence(`he ${event.done} on 3 June`);

  it('whatever the order of the sentences', () => {
    fc.assert(
      fc.property(told, fc.nat(3), ({ event, around }, at) => {
        const sentences: string[] = [...around];
        sentences.splice(at, 0, noteOf(event));
        expect(reasonOf(sentences.join(' '), event.after)).toBe(event.reason);
      }),
    );
  });

  it('whatever its capitals', () => {
    fc.assert(
      fc.property(told, fc.boolean(), ({ event, around }, upper) => {
        const note = [noteOf(event), ...around].join(' ');
        const changed = upper ? note.toUpperCase() : note.toLowerCase();
        expect(reasonOf(changed, event.after)).toBe(event.reason);
      }),
    );
  });

  it('in whatever form its date is', () => {
    const dates = [
      '3/6',
      '03/06/25',
      '3.6.2025',
      '3 Jun',
      '3rd June 2025',
      '2025-06-03',
      'Jun 3rd',
    ];
    fc.assert(
      fc.property(anEvent, fc.constantFrom(...dates), (event, date) => {
        expect(reasonOf(`He ${event.done} on ${date}`, event.after)).toBe(event.reason);
        expect(reasonOf(`He ${event.done} ${date}.`, event.after)).toBe(event.reason);
      }),
    );
  });

  /** Words of five letters and more, but for their first letter. */
  const slip = fc.record({
    word: fc.nat(),
    at: fc.nat(),
    kind: fc.constantFrom('left out', 'twice', 'swapped', 'another'),
  });
  const misspelt = (
    note: string,
    { word, at, kind }: { word: number; at: number; kind: string },
  ) => {
    const words = [...note.matchAll(/[a-z]{5,}/g)];
    const chosen = words[word % words.length]!;
    const place = chosen.index + 1 + (at % (chosen[0].length - 2));
    const letter = note[place]!;
    const next = note[place + 1]!;
    if (kind === 'left out') return note.slice(0, place) + note.slice(place + 1);
    if (kind === 'twice') return note.slice(0, place) + letter + note.slice(place);
    if (kind === 'swapped') return note.slice(0, place) + next + letter + note.slice(place + 2);
    return `${note.slice(0, place)}x${note.slice(place + 1)}`;
  };

  it('with one misspelt letter', () => {
    fc.assert(
      fc.property(anEvent, slip, (event, mistake) => {
        const note = misspelt(noteOf(event), mistake);
        expect(`${note} ${reasonOf(note, event.after)}`).toBe(`${note} ${event.reason}`);
      }),
      { numRuns: 400 },
    );
  });
});
