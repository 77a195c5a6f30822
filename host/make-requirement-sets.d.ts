type Table = Record<string, { set: string; members?: Record<string, string> }>;

/** Reads the requirement sets out of the text of index.d.ts of @types/office-js. */
export function readRequirementSets(declarations: string): Table;

/** As readRequirementSets, of the types that are installed. */
export function currentTable(): Table;
