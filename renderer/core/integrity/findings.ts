import type { EpochMs, SourceId, Span } from '../base/units.ts';
import type { EvidenceSource } from '../source/evidence.ts';
import type { TrailCheck } from './check-trail.ts';
import type { IntegrityCheck } from './integrity-check.ts';
import {
  digestInWords,
  gapMeanings,
  isAgainst,
  logVerdictMeanings,
  logVerdictWords,
  signatureWords,
} from './integrity-words.ts';

/** Something that a check found and that somebody has to look at. */
export interface Finding {
  readonly title: string;
  /** Path of the evidence file, or what it is of. */
  readonly subject: string;
  /** The time that is in doubt; undefined where it is a whole file. */
  readonly span: Span<EpochMs> | undefined;
  readonly detail: string;
}

/** What speaks against the evidence, the gravest first. Empty where nothing does. */
export function findingsOf(
  { evidence, trail }: IntegrityCheck,
  sources: readonly EvidenceSource[],
): readonly Finding[] {
  const byId = new Map(sources.map((source) => [source.id, source]));
  const pathOf = (source: SourceId): string => byId.get(source)?.path ?? `file ${source}`;
  const changed = evidence.differs.map(({ source, found }) => ({
    title: 'Changed since import',
    subject: pathOf(source),
    span: undefined,
    detail: `SHA-256 at import ${byId.get(source)?.sha256 ?? ''}, now ${found}`,
  }));
  const gone = evidence.gone.map(({ source, reason }) => ({
    title: 'Bytes are gone',
    subject: pathOf(source),
    span: undefined,
    detail: reason,
  }));
  return [...changed, ...gone, ...(trail === undefined ? [] : trailFindings(trail, byId))];
}

function trailFindings(
  trail: TrailCheck,
  byId: ReadonlyMap<SourceId, EvidenceSource>,
): readonly Finding[] {
  const pathOf = (source: SourceId): string => byId.get(source)?.path ?? `file ${source}`;
  const logs = trail.logs
    .filter(({ verdict }) => isAgainst(verdict))
    .map(({ source, verdict, remark }) => ({
      title: `Log file ${logVerdictWords[verdict]}`,
      subject: pathOf(source),
      span: byId.get(source)?.span,
      detail: [logVerdictMeanings[verdict], remark].join(' ').trim(),
    }));
  const missing = trail.missing.map(({ key, span, digest }) => ({
    title: 'Log file missing',
    subject: key,
    span,
    detail: `Named by ${pathOf(digest)}, and not among the evidence.`,
  }));
  const digests = trail.digests
    .filter(({ trust, isMoved }) => trust === 'broken' || isMoved)
    .map((digest) => ({
      title: digest.trust === 'broken' ? 'Digest not sound' : 'Digest moved',
      subject: pathOf(digest.source),
      span: digest.window,
      detail: digestInWords(digest),
    }));
  const bad = trail.badDigests.map(({ source, reason }) => ({
    title: 'Digest or sign file not readable',
    subject: pathOf(source),
    span: undefined,
    detail: reason,
  }));
  const gaps = trail.gaps.map(({ account, region, trail: name, span, kind }) => ({
    title: kind === 'backfilled' ? 'Digests written later' : 'No digests',
    subject: `trail ${name} in ${region}, account ${account}`,
    span,
    detail: gapMeanings[kind],
  }));
  const ofQueries = signFileFindings(trail, pathOf);
  return [...logs, ...missing, ...ofQueries, ...digests, ...bad, ...gaps, ...keyFindings(trail)];
}

function signFileFindings(
  { signFiles = [] }: TrailCheck,
  pathOf: (source: SourceId) => string,
): readonly Finding[] {
  return signFiles.flatMap((signFile) => {
    const path = pathOf(signFile.source);
    const lost = signFile.missing.map((name) => ({
      title: 'Query result missing',
      subject: name,
      span: undefined,
      detail: `Named by ${path}, and not among the evidence.`,
    }));
    if (signFile.trust !== 'broken') return lost;
    const detail = signatureWords[signFile.signature];
    return [...lost, { title: 'Sign file not sound', subject: path, span: undefined, detail }];
  });
}

function keyFindings({ refusedKeys }: TrailCheck): readonly Finding[] {
  if (refusedKeys === 0) return [];
  const detail =
    'They are no public keys, or labelled with another fingerprint than their bytes have.';
  return [
    { title: 'Public keys refused', subject: `${refusedKeys} entries`, span: undefined, detail },
  ];
}
