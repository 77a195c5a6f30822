import * as fc from 'fast-check';
import type { Evidence } from '../../../src/domain/classify/classification';
import { noteParts } from '../../../src/taskpane/review/noteParts';
import { EVIDENCE, NOTE } from './reviewExample';

const evidence = fc.array(
  fc.record<Evidence>(
    {
      kind: fc.constantFrom('note', 'fact', 'set aside'),
      text: fc.constant('Why'),
      span: fc.tuple(fc.integer({ min: -3, max: 60 }), fc.integer({ min: -3, max: 60 })),
    },
    { requiredKeys: ['kind', 'text'] },
  ),
);

describe('the parts of a note', () => {
  it('put together are the note, whatever the evidence, and no part is empty', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), evidence, (note, found) => {
        const parts = noteParts(note, found);
        expect(parts.map((part) => part.text).join('')).toBe(note);
        expect(parts.every((part) => part.text !== '')).toBe(true);
      }),
    );
  });

  it('end each piece of evidence with words in the note once', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), evidence, (note, found) => {
        const within = found.flatMap(({ span }, place) =>
          span && Math.max(0, span[0]) < Math.min(note.length, span[1]) ? [place] : [],
        );
        const ends = noteParts(note, found).flatMap((part) => part.ends);
        expect(ends.sort((a, b) => a - b)).toEqual(within);
      }),
    );
  });

  it('mark what decided and what was set aside', () => {
    expect(noteParts(NOTE, EVIDENCE)).toEqual([
      { text: 'Panel ', mark: undefined, ends: [] },
      { text: 'asked for a step down', mark: 'set aside', ends: [0] },
      { text: '. ', mark: undefined, ends: [] },
      { text: 'Turned 18 on 3 May', mark: 'decided', ends: [1] },
      { text: ' and moved to own tenancy.', mark: undefined, ends: [] },
    ]);
  });

  it('mark words that both decided and were set aside as deciding', () => {
    const both: Evidence[] = [
      { kind: 'set aside', text: '', span: [0, 4] },
      { kind: 'note', text: '', span: [2, 6] },
    ];
    expect(noteParts('abcdef', both).map(({ text, mark }) => [text, mark])).toEqual([
      ['ab', 'set aside'],
      ['cd', 'decided'],
      ['ef', 'decided'],
    ]);
  });
});
