import { counted } from '../../domain/counted';
import type { ReviewFilter } from './reviewList';

/** @example '103 young people: 101 settled, 2 need you.' */
export function settledSentence({ all, needed }: Record<ReviewFilter, number>): string {
  const people = counted(all, 'young person', 'young people');
  if (needed === 0) return `${people}: all settled.`;
  const [settled, left] = [all - needed, needed].map((count) => count.toLocaleString('en-GB'));
  return `${people}: ${settled} settled, ${left} ${needed === 1 ? 'needs' : 'need'} you.`;
}
