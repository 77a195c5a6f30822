import { defaultChoices, keptChoices, withChosen } from '../../src/commands/choices';
import { typedChoices } from '../../src/commands/typedChoices';

describe('choices', () => {
  it('are read back as they were kept', () => {
    const kept = {
      sheet: 'Tracker',
      columns: { cohort: 'Group', note: '' },
      basis: '365/7',
      signs: 'brackets',
      wording: {
        title: 'Appendix B',
        authority: 'Leicestershire County Council',
        committee: 'Scrutiny',
        meeting: '2025-01-14',
        period: 'Quarter 3',
      },
      asAt: '2024-12-03',
      materiality: 2.5,
      figures: 'values',
      without: ['discharges'],
      terms: { highCost: 12_000, newFamilies: 20, uplift: 0.03 },
      suppress: 3,
    };
    expect(keptChoices(JSON.parse(JSON.stringify(kept)))).toEqual(kept);
  });

  it.each([
    [undefined],
    [null],
    [7],
    ['x'],
    [
      {
        basis: {},
        signs: 'loud',
        columns: [1],
        sheet: 3,
        asAt: 'soon',
        materiality: -1,
        wording: { title: 7, authority: '  ', meeting: 'soon', period: null },
        figures: 'some',
        suppress: 12,
      },
    ],
    [{ wording: 'Appendix' }],
  ])('fall back to the usual ones where the setting is %j', (setting) => {
    expect(keptChoices(setting)).toEqual({ ...defaultChoices, sheet: undefined, asAt: undefined });
  });

  it('are laid over those kept, column by column', () => {
    const kept = { ...defaultChoices, columns: { cohort: 'Group', note: 'Remarks' } };
    expect(withChosen(kept, { basis: '53', columns: { note: '' } })).toEqual({
      ...kept,
      basis: '53',
      columns: { cohort: 'Group', note: '' },
    });
  });

  it('are laid over those kept word by word, each single-spaced', () => {
    const kept = keptChoices({ wording: { title: ' Appendix\n B ', authority: 'Council' } });
    const typed = typedChoices({ committee: 'Scrutiny ', title: '', meeting: '14 Jan 2025' });
    expect(withChosen(kept, typed).wording).toEqual({
      authority: 'Council',
      committee: 'Scrutiny',
      meeting: '2025-01-14',
    });
    expect(typedChoices({ meeting: ' ' }).wording).toEqual({ meeting: undefined });
    expect(() => typedChoices({ meeting: 'Tuesday' })).toThrow(
      /date of the meeting, ‘Tuesday’, is not a date/,
    );
  });

  it('are typed as officers type them', () => {
    expect(
      typedChoices({ sheet: 'A', basis: '2024-25', asAt: '3 Dec 2024', materiality: '£2.50' }),
    ).toEqual({
      sheet: 'A',
      basis: '2024/25',
      asAt: '2024-12-03',
      materiality: 2.5,
    });
    expect(typedChoices({ values: true })).toEqual({ figures: 'values' });
    expect(typedChoices({ values: false })).toEqual({});
    expect(typedChoices({})).toEqual({});
    expect(() => typedChoices({ basis: '51' })).toThrow(/basis ‘51’ is not one of/);
    expect(() => typedChoices({ asAt: '31/02/2024' })).toThrow(
      /as-at date ‘31\/02\/2024’ is not a date/,
    );
    expect(() => typedChoices({ materiality: 'little' })).toThrow(/materiality ‘little’/);
  });
});
