import heldOut from '../assets/data/reasons-held-out.json';
import { readDate } from '../src/domain/calendar';
import type { Circumstances } from '../src/domain/circumstances';
import { readMoney } from '../src/domain/money';
import type { Reading } from '../src/domain/reading';
import { reasonNamed, type Reason } from '../src/domain/reason';
import { dataRows } from './csvRows';

/** A young person's change of cost with the reason that a reader gave it. */
export interface LabelledRow {
  id: string;
  circumstances: Circumstances;
  label: Reason;
  /** Another reason that the reader would accept. */
  secondLabel?: Reason;
}

/** The rows of the development set that are put aside: what is made or learned never sees them. */
export const isPutAside = ({ id }: LabelledRow): boolean => putAside.has(id);

const putAside = new Set(heldOut.ids);

/**
 * The labelled rows of a file in assets/data. Amounts and dates that nobody could read are unknown,
 * as in a tracker. Throws where a label is none of the reasons.
 */
export function labelledRows(file: string): LabelledRow[] {
  const [headings = [], ...rows] = dataRows(file);
  return rows.map((cells) => {
    const cell = (heading: string): string => cells[headings.indexOf(heading)] ?? '';
    const date = (heading: string) => known(readDate(cell(heading), 1900));
    const placement = (side: 'from' | 'to') => ({
      placement: cell(`${side}_type`),
      provider: cell(`${side}_provider`),
      cost: known(readMoney(cell(`${side}_weekly_cost`))),
    });
    return {
      id: cell('id'),
      circumstances: {
        note: cell('note'),
        original: placement('from'),
        current: placement('to'),
        dateOfBirth: date('dob'),
        endedOn: date('ended_on'),
        reviewDate: date('review_date'),
      },
      label: labelled(cell('label'), cell('id')),
      secondLabel: reasonNamed(cell('second_acceptable_label')),
    };
  });
}

const known = <T>(reading: Reading<T>): T | undefined =>
  reading.kind === 'value' ? reading.value : undefined;

function labelled(text: string, id: string): Reason {
  const reason = reasonNamed(text);
  if (reason === undefined) throw new Error(`${id} is labelled "${text}", which is no reason`);
  return reason;
}
