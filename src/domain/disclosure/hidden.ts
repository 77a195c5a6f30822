/** What stands for a figure that is not published: the mark official statistics use for 'confidential'. */
export const HIDDEN = '[c]';

/** Counts from 1 to it are hidden where nobody says otherwise, as official statistics do. */
export const USUAL_THRESHOLD = 5;
