import { describe, expect, it } from 'vitest';
import { Together } from '../../../renderer/workers/together.ts';

describe('Together', () => {
  it('hands over as one list what was added before it is time, each once and in its order', () => {
    const delivered: (readonly string[])[] = [];
    const due: (() => void)[] = [];
    const together = new Together<string>(
      (items) => delivered.push(items),
      (run) => due.push(run),
    );
    together.add('a');
    together.add('b');
    expect(delivered).toEqual([]);
    due.shift()?.();
    together.add('c');
    due.shift()?.();
    expect(delivered).toEqual([['a', 'b'], ['c']]);
    expect(due).toEqual([]);
  });
});
