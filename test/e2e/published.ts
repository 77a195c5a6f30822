/** Cohorts of paper 000: young people, original, current, difference, average, a year at 52 weeks. */
export const COHORTS: [string, ...number[]][] = [
  ['Cohort 1', 57, 183523.64, 151234.9, -32288.74, -566.47, -1679014.48],
  ['Cohort 2', 46, 53632.25, 71196.13, 17563.88, 381.82, 913321.76],
  ['Total', 103, 237155.89, 222431.03, -14724.86, -142.96, -765692.72],
];

/** Identified opportunities of paper 000: young people, difference, average. */
export const OPPORTUNITIES: [string, ...number[]][] = [
  ['Opportunity 1 (Reunification)', 15, -12261.8, -817.45],
  ['Opportunity 2 (Placement move from residential to fostering)', 24, -21177.55, -882.4],
  ['Opportunity 3 (Move from an Independent Fostering Agency to in house)', 18, 1150.61, 63.92],
];

/** As they read in the pane and on the sheets; `costs` are the columns that show no sign. */
export const asShown = (rows: [string, ...number[]][], costs: number[]): string[][] =>
  rows.map((row) =>
    row.map((value, column) => {
      if (typeof value === 'string' || column === 1) return String(value);
      const pounds = Math.abs(value).toLocaleString('en-GB', { minimumFractionDigits: 2 });
      const sign = value < 0 ? '-' : costs.includes(column) ? '' : '+';
      return `${sign}£${pounds}`;
    }),
  );
