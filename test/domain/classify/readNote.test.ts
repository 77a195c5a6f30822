import { readNote } from '../../../src/domain/classify/readNote';

/** Each event of a kind as it is told. */
const told = (note: string, kind: string) =>
  readNote(note, '2025-06-30')
    .events.filter((event) => event.kind === kind)
    .map(({ standing }) => standing);

describe('what a note tells', () => {
  it.each([
    ['Carers gave notice', 'notice', ['happened']],
    ['Carers gave notice but withdrew it in June', 'notice', ['denied']],
    ['Notice was rescinded on the 9th', 'notice', ['denied']],
    ['SGO granted 12/5', 'sgo', ['happened']],
    ['SGO to be granted in the autumn', 'sgoNamed', ['planned']],
    ['His brother was granted an SGO', 'sgo', ['someone else']],
    ['No uplift was agreed', 'uplift', ['denied']],
    ['Uplift request refused', 'uplift', ['denied']],
    ['Uplift requested, not agreed yet', 'uplift', ['denied']],
    ['Placement broke down in 2019', 'breakdown', ['past']],
    ['2022: placement broke down', 'breakdown', ['past']],
    ['His sister, whose placement broke down, is elsewhere', 'breakdown', ['someone else']],
    ['Went solo. His sister did not', 'solo', ['happened']],
    ['Solo was quoted in January but not bought', 'solo', ['denied']],
    ['Placed with his brother after the placement broke down', 'breakdown', ['happened']],
    ['Order has not been discharged', 'careEnded', ['denied']],
  ])('%s', (note, kind, standings) => {
    expect(told(note, kind)).toEqual(standings);
  });

  it('has each event’s words where they stand in the note', () => {
    const note = 'Home since May.  Provider’s UPLIFT agreed — 3%';
    for (const { from, to, words } of readNote(note).events)
      expect(note.slice(from, to)).toBe(words);
  });

  it('tells the place that was left from the place gone to', () => {
    const { places } = readNote('Moved from agency carers to a children’s home');
    expect(places.map(({ group, part }) => [group, part])).toEqual([
      ['IFA', 'from'],
      ['Residential', 'to'],
    ]);
  });
});
