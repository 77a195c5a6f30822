import type { FinancialYear } from '../calendar';
import type { IsoDate } from '../reading';

/** What a column's cells are read as. */
export interface Held {
  text: string;
  /** £ a week. */
  money: number;
  /** £, in all or a year. */
  amount: number;
  date: IsoDate;
  /** A whole number, nought or more. */
  count: number;
  /** A fraction, 0.2 for 20%; more than 1 where somebody typed more than all of it. */
  share: number;
  year: FinancialYear;
  number: number;
}

/** What a role's column holds; decides how its cells are read and whether a proposal is believed. */
export type ColumnContent = keyof Held;

export interface ColumnRole {
  /** What the pane calls it. */
  label: string;
  /** True where a list without the column is none of its kind, and a row without a value is left out. */
  required: boolean;
  /** True where a list has the column but a row counts with a blank cell in it. */
  mayBeBlank?: boolean;
  /** Of a role that several columns hold, each with a value of its own: how many a list of its kind has at least. */
  columnsAtLeast?: number;
  holds: ColumnContent;
  /** True where it tells one row from another. */
  identifies?: boolean;
  /**
   * How well a heading, already put into plain words by `headingWords`, names this role:
   * 1 certain, 0 not at all. Contents are weighed elsewhere.
   */
  named: (heading: string) => number;
}

/** A role told by comparison: the column among the headings, and how surely, as in `named`. */
export interface Told {
  column: number;
  score: number;
}

/** A kind of list that officers keep on a sheet: its columns and the headings they go by. */
export interface SourceKind<Role extends string> {
  kind: string;
  /** As in "no placements tracker was found". */
  label: string;
  /** What a row is: 'young person', 'scheme'. A list that is none of people may head a column 'children'. */
  row: { one: string; many: string; isPerson: boolean };
  roles: Record<Role, ColumnRole>;
  /** Roles that show only when headings are compared with each other. */
  alsoNamed?: (headings: readonly string[]) => Partial<Record<Role, Told>>;
  /** True of headings, in plain words, that make it a list of another kind, whatever else they name. */
  isOther?: (headings: readonly string[]) => boolean;
  /** Of a list that is spread over sheets, one a date: how many, and which sheets belong to it. */
  sheets?: { atLeast: number; belongs: (sheet: { name: string; title: string }) => boolean };
  /** Kinds whose own list may serve as one of this kind too, where the workbook has no better. */
  servedBy?: readonly string[];
  /** True of a row that is rightly without a required value: it is left out, and no problem. */
  isOver?: (values: Partial<Record<Role, string | number>>) => boolean;
}

export const rolesOf = <Role extends string>(kind: SourceKind<Role>): Role[] =>
  Object.keys(kind.roles) as Role[];

/** A column that a list of its kind may lack, or whose cells may be blank. */
export const optional = <Holds extends ColumnContent>(
  label: string,
  holds: Holds,
  named: ColumnRole['named'],
) => ({ label, holds, named, required: false }) as const;

/** A column that a list of its kind has, with a value in every row that counts. */
export const required = <Holds extends ColumnContent>(
  label: string,
  holds: Holds,
  named: ColumnRole['named'],
) => ({ label, holds, named, required: true }) as const;

/** A column that a list of its kind has; a blank cell says something too, one that cannot be read leaves its row out. */
export const expected = <Holds extends ColumnContent>(
  label: string,
  holds: Holds,
  named: ColumnRole['named'],
) => ({ label, holds, named, required: true, mayBeBlank: true }) as const;

type Roles = Record<string, ColumnRole>;

/** Declares a kind of list, and with it the shape of its rows. */
export const listKind = <Declared extends Roles>(
  kind: Omit<SourceKind<string>, 'roles' | 'alsoNamed' | 'isOver'> & {
    roles: Declared;
    alsoNamed?: SourceKind<keyof Declared & string>['alsoNamed'];
    isOver?: SourceKind<keyof Declared & string>['isOver'];
  },
): ListKind<Declared> => kind as ListKind<Declared>;

export interface ListKind<Declared extends Roles> extends SourceKind<keyof Declared & string> {
  roles: Declared;
}

/** Whichever kind. */
export type AnyKind = ListKind<Roles>;

/** A row of a list: the value of each role, undefined where a column or a cell has none. */
export type RowOf<Kind extends { roles: Roles }> = {
  [Role in keyof Kind['roles']]: Kind['roles'][Role] extends { columnsAtLeast: number }
    ? HeldUnder<Held[Kind['roles'][Role]['holds']]>[]
    : Kind['roles'][Role] extends { mayBeBlank: true }
      ? Held[Kind['roles'][Role]['holds']] | undefined
      : Kind['roles'][Role]['required'] extends true
        ? Held[Kind['roles'][Role]['holds']]
        : Held[Kind['roles'][Role]['holds']] | undefined;
} & { at: CellsOf<keyof Kind['roles'] & string> };

/** The value of one of several columns, which its heading tells from the others; a blank cell has none. */
export interface HeldUnder<Value> {
  heading: string;
  value: Value;
  /** The cell's address. */
  at: string;
}

/** The address of each role's cell, "'Savings 24-25'!D7"; of a role without a column, that of the row. */
export type CellsOf<Role extends string> = Record<Role, string>;

/** Something in a list that an officer should look at. */
export interface ListProblem {
  /** Of the cell, as Excel writes it. */
  address: string;
  /** The row's reference, '' where it has none. */
  ref: string;
  /** A whole sentence that says what is wrong and what to do. */
  message: string;
}

/** A list as found in the workbook and read, over one sheet or several with the same headings. */
export interface SourceList<Kind extends { roles: Roles } = AnyKind> {
  kind: string;
  /** As its kind has it: 'list of discharges'. */
  label: string;
  /** "'Savings 24-25'!A1:G16", headings included; one a sheet. */
  addresses: string[];
  sheets: string[];
  /** What stands above the headings, one a sheet. */
  titles: string[];
  /** The heading of each column that was taken. */
  headings: Partial<Record<keyof Kind['roles'] & string, string>>;
  rows: RowOf<Kind>[];
  /** Rows that say something and are not among `rows`; each is in `problems`. */
  leftOut: number;
  /** Rows that are over (`isOver`), and so among neither. */
  over?: number;
  problems: ListProblem[];
  /** True where it is the tracker itself, which serves for want of a list of this kind. */
  isTracker?: boolean;
}

/** The lists of a kind, the one that fits its kind best first. */
export const listsOf = <Declared extends Roles>(
  lists: readonly SourceList[],
  kind: ListKind<Declared>,
): SourceList<ListKind<Declared>>[] =>
  lists.filter((list) => list.kind === kind.kind) as unknown as SourceList<ListKind<Declared>>[];
