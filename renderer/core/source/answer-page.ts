/**
 * The name of the evidence file that one page of an answer becomes, numbered from 1. That it is the
 * last one is part of it.
 */
export function answerPageName(number: number, isLast: boolean): string {
  return `page-${String(number).padStart(5, '0')}${isLast ? '-last' : ''}.json`;
}
