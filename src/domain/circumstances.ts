import type { IsoDate } from './reading';

/** One placement as the tracker has it: words or SSDA903 codes, '' where the cell is blank. */
export interface PlacementFacts {
  placement: string;
  provider: string;
  /** £ a week; undefined where there is no amount that can be read. */
  cost?: number;
}

/** All that is known of why a young person's weekly cost changed. */
export interface Circumstances {
  /** The officer's note; '' where there is none. */
  note: string;
  original: PlacementFacts;
  current: PlacementFacts;
  dateOfBirth?: IsoDate;
  endedOn?: IsoDate;
  /** When the row was last reviewed: what lies after it is a plan. */
  reviewDate?: IsoDate;
}
