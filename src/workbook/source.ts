/** What a role's column holds; decides how its cells are read and whether a proposal is believed. */
export type ColumnContent = 'money' | 'date' | 'text';

export interface ColumnRole {
  /** What the pane calls it. */
  label: string;
  required: boolean;
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
  roles: Record<Role, ColumnRole>;
  /** Roles that show only when headings are compared with each other. */
  alsoNamed?: (headings: readonly string[]) => Partial<Record<Role, Told>>;
}

export const rolesOf = <Role extends string>(kind: SourceKind<Role>): Role[] =>
  Object.keys(kind.roles) as Role[];
