import type { PublishedAppendix } from '../reports/published';

/** What no XML holds: control characters but for line breaks and tabs, and halves of characters. */
const UNPRINTABLE = /(?![\n\t])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu;

const plain = (text: string): string => text.replace(/\r\n?/g, '\n').replace(UNPRINTABLE, '');

/** The appendix with every text such as a file can hold it; a file with others is refused or repaired. */
export const printable = (appendix: PublishedAppendix): PublishedAppendix =>
  JSON.parse(JSON.stringify(appendix), (_key, value: unknown) =>
    typeof value === 'string' ? plain(value) : value,
  ) as PublishedAppendix;
