import {
  referencesOf,
  tablesNamedIn,
  withReferences,
} from '../../../host/model/formula-references';

const spelt = (formula: string) =>
  referencesOf(formula).map(({ sheet, local }) => (sheet ? `${sheet}|${local}` : local));

describe('the references of a formula', () => {
  it.each<[string, string[]]>([
    ['=A1+$B$2:C3*2', ['A1', '$B$2:C3']],
    ['=SUM(A:A,3:$4)', ['A:A', '3:$4']],
    ["=Sheet2!A1+'It''s mine'!B2:B9", ['Sheet2|A1', "It's mine|B2:B9"]],
    ["=SUM(Jan:Mar!B2,'Q 1:Q 2'!C3)", ['Jan:Mar|B2', 'Q 1:Q 2|C3']],
    ['=LOG10(A1)&"see B7 and ""C8"""', ['A1']],
    ['=Rate_A1+Rate.B2+ABCD12+1E5+XFE1', []],
    ['=SUM(Table1[[#This Row],[A1]],Costs[B2])+D4', ['D4']],
    ["=[1]Sheet1!A1+'[Other.xlsx]S'!A2+'C:\\[Other.xlsx]S'!A3+A4", ['A4']],
    ['=A1#+INDEX(B:B,C3):D4', ['A1', 'B:B', 'C3', 'D4']],
  ])('%s points at %j', (formula, expected) => {
    expect(spelt(formula)).toEqual(expected);
    expect(withReferences(formula)).toBe(formula);
  });

  it('are spelt anew and the rest of the formula stays', () => {
    const formula = `='My sheet'!$A$1&"A1"&LOG10(B2)`;
    expect(withReferences(formula, ({ local }) => `<${local}>`)).toBe(
      `='My sheet'!<$A$1>&"A1"&LOG10(<B2>)`,
    );
  });
});

describe('the tables of a formula', () => {
  it.each<[string, string[]]>([
    ['=SUM(Costs[B2])+Sheet1!A1', ['Costs']],
    ["=A_1[[#This Row],[It''s '[a']]]-Ünits.2[#All]", ['A_1', 'Ünits.2']],
    ['="Costs[B2]"&[Other.xlsx]S!A2', []],
    ["='C:\\[Other.xlsx]S'!A3+INDEX(A1:B2,1)", []],
  ])('%s names %j', (formula, expected) => {
    expect(tablesNamedIn(formula)).toEqual(expected);
  });
});
