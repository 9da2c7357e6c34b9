import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cutLabels,
  keptHead,
  type LabelCut,
} from '../../../../../renderer/views/timeline/lanes/cut-labels.ts';

/** What is seen of a cut label in a column of so many characters. */
function seen({ head, tail, gives }: LabelCut, room: number): string {
  if (head.length + tail.length <= room) return head + tail;
  if (gives === 'head') return `${head.slice(0, room - 1 - tail.length)}…${tail}`;
  const start = head.length > keptHead ? `${head.slice(0, keptHead)}…` : head;
  const left = room - start.length;
  return start + (tail.length > left ? `${tail.slice(0, left - 1)}…` : tail);
}
const seenOf = (labels: readonly string[], room: number, keptEnd: number) =>
  cutLabels(labels, room, keptEnd).map((cut) => seen(cut, room));

describe('cutLabels', () => {
  it('leaves alone what there is room for', () => {
    expect(cutLabels(['203.0.113.7'], 22, 8)).toEqual([
      { head: '203.0.113.7', tail: '', gives: 'head' },
    ]);
  });

  it('takes the middle of a long label, or its end where the end says least', () => {
    const role = 'arn:aws:iam::123456789012:role/deploy';
    expect(seenOf([role], 22, 8)).toEqual(['arn:aws:iam::…e/deploy']);
    expect(seenOf([role], 22, 0)).toEqual(['arn:aws:iam::12345678…']);
  });

  it('shows user agents from where they differ, from the start of a word', () => {
    const agents = [
      'aws-cli/1.32.27 Python/3.9.16 Linux/5.10.1 botocore/1.34.101',
      'aws-cli/1.32.27 Python/3.9.16 Linux/6.1.55 botocore/1.34.101',
      'aws-cli/1.32.27 Python/3.11.8 Darwin/23.4.0 botocore/1.34.101',
    ];
    expect(seenOf(agents, 30, 0)).toEqual([
      'aws-cli…5.10.1 botocore/1.34.…',
      'aws-cli…6.1.55 botocore/1.34.…',
      'aws-cli/1.32.27 Python/3.11.8…',
    ]);
  });

  it('shows target groups that a cluster named from where they differ', () => {
    const groups = [
      'k8s-production-checkout-0a1b2c3d (target group)',
      'k8s-production-payments-9f8e7d6c (target group)',
    ];
    expect(seenOf(groups, 24, 8)).toEqual(['k8s-pro…checkout-0a1b2c…', 'k8s-pro…payments-9f8e7d…']);
  });

  it('shows the end of a label that another one goes on from, and labels that are the same', () => {
    const long = 'arn:aws:iam::123456789012:role/deploy';
    expect(seenOf([long, `${long}-of-more`], 20, 0)).toEqual([
      'arn:aws…deploy',
      'arn:aws…deploy-of-m…',
    ]);
    expect(seenOf([long, long], 20, 0)).toEqual(['arn:aws…deploy', 'arn:aws…deploy']);
  });

  it('cuts through no character', () => {
    const [one, two] = cutLabels(['😀😀😀😀😀😀😀😀', '😀😀😀😀😀😀😀😁'], 6, 1);
    for (const { head, tail } of [one, two].filter((cut) => cut !== undefined)) {
      expect(head.isWellFormed() && tail.isWellFormed()).toBe(true);
    }
  });

  it('lets no two different labels look alike, and keeps all of the text', () => {
    const part = fc.constantFrom('aws-cli/', '1.32.27 ', 'Python', 'md/arch#', 'x', 'y', '/');
    const label = fc.array(part, { minLength: 1, maxLength: 14 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(
        fc.uniqueArray(label, { maxLength: 12 }),
        fc.constantFrom(0, 6, 8),
        (labels, keptEnd) => {
          const cuts = cutLabels(labels, 24, keptEnd);
          expect(cuts.map(({ head, tail }) => head + tail)).toEqual(labels);
          expect(new Set(seenOf(labels, 24, keptEnd)).size).toBe(labels.length);
        },
      ),
    );
  });
});
