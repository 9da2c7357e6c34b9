import { describe, expect, it } from 'vitest';
import { compareOriginals } from '../../../../renderer/core/integrity/compare-originals.ts';
import { evidenceSource } from '../../../fixtures/evidence-source.ts';

const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(64)) as [
  string,
  string,
  string,
  string,
];
const source = (id: number, path: string, sha256: string, parent?: number) => ({
  ...evidenceSource(),
  ...{ id, path, sha256, parent },
});

describe('compareOriginals', () => {
  it('tells what is the same, what has changed where it lay, and what is not there', () => {
    const sources = [
      source(1, '/evidence/a.json', a),
      source(2, '/evidence/b.json', b),
      source(3, '/evidence/c.json', c),
    ];
    const found = [
      { path: '/evidence/a.json', sha256: a },
      { path: '/evidence/b.json', sha256: d },
      { path: '/evidence/new.json', sha256: '0'.repeat(64) },
    ];
    expect(compareOriginals(sources, found)).toEqual({
      same: 1,
      differs: [{ source: 2, found: d }],
      missing: [3],
      others: 2,
    });
  });

  it('knows a file by its bytes wherever it was moved, and one that was changed by its place', () => {
    const sources = [source(1, '/evidence/a.json', a), source(2, '/evidence/b.json', b)];
    const found = [
      { path: '/backup/x/a.json', sha256: a },
      { path: '/backup/b.json', sha256: b },
      { path: '/evidence/b.json', sha256: undefined },
    ];
    expect(compareOriginals(sources, found)).toEqual({
      same: 1,
      differs: [{ source: 2, found: undefined }],
      missing: [],
      others: 1,
    });
  });

  it('looks at archives, and not at the files in them', () => {
    const sources = [source(1, '/all.zip', a), source(2, '/all.zip » one.json', b, 1)];
    expect(compareOriginals(sources, [{ path: '/all.zip', sha256: a }])).toEqual({
      ...{ same: 1, differs: [], missing: [], others: 0 },
    });
  });
});
