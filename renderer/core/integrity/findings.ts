import type { EpochMs, SourceId, Span } from '../base/units.ts';
import type { EvidenceSource } from '../source/evidence.ts';
import { phrase, type Phrase } from '../words/phrase.ts';
import type { TrailCheck } from './check-trail.ts';
import { digestGapInWords, digestInWords, signatureInWords } from './digest-words.ts';
import type { IntegrityCheck } from './integrity-check.ts';
import { isAgainst } from './log-checks.ts';

/** Something that a check found and that somebody has to look at. */
export interface Finding {
  readonly title: Phrase;
  /** Path of the evidence file, or what it is of. */
  readonly subject: string | Phrase;
  /** The time that is in doubt; undefined where it is a whole file. */
  readonly span: Span<EpochMs> | undefined;
  readonly detail: Phrase;
}

/** What speaks against the evidence, the gravest first. Empty where nothing does. */
export function findingsOf(
  { evidence, trail }: IntegrityCheck,
  sources: readonly EvidenceSource[],
): readonly Finding[] {
  const byId = new Map(sources.map((source) => [source.id, source]));
  const changed = evidence.differs.map(({ source, found }) => {
    const sha256 = byId.get(source)?.sha256 ?? '';
    const detail = phrase('doubt.changedText', { sha256, found });
    return {
      title: phrase('doubt.changed'),
      subject: pathOf(source, byId),
      span: undefined,
      detail,
    };
  });
  const gone = evidence.gone.map(({ source, reason }) => ({
    title: phrase('doubt.gone'),
    subject: pathOf(source, byId),
    span: undefined,
    detail: asTold(reason),
  }));
  return [...changed, ...gone, ...(trail === undefined ? [] : trailFindings(trail, byId))];
}

type SourcesById = ReadonlyMap<SourceId, EvidenceSource>;

function pathOf(source: SourceId, byId: SourcesById): string {
  return byId.get(source)?.path ?? `file ${source}`;
}

/** What the check noted, which lies in the case. */
function asTold(sentence: string): Phrase {
  return phrase('doubt.asTold', { text: { sentence } });
}

function trailFindings(trail: TrailCheck, byId: SourcesById): readonly Finding[] {
  const logs = trail.logs
    .filter(({ verdict }) => isAgainst(verdict))
    .map(({ source, verdict, remark }) => {
      const means = phrase(`verdict.${verdict}Means`);
      const both = { means, remark: { sentence: remark } };
      return {
        title: phrase('doubt.log', { verdict: phrase(`verdict.${verdict}`) }),
        subject: pathOf(source, byId),
        span: byId.get(source)?.span,
        detail: remark === '' ? means : phrase('doubt.logText', both),
      };
    });
  const missing = trail.missing.map(({ key, span, digest }) => ({
    title: phrase('doubt.missing'),
    subject: key,
    span,
    detail: phrase('doubt.missingText', { digest: pathOf(digest, byId) }),
  }));
  const digests = trail.digests
    .filter(({ trust, isMoved }) => trust === 'broken' || isMoved)
    .map((digest) => ({
      title: phrase(digest.trust === 'broken' ? 'doubt.digestBroken' : 'doubt.digestMoved'),
      subject: pathOf(digest.source, byId),
      span: digest.window,
      detail: digestInWords(digest),
    }));
  const bad = trail.badDigests.map(({ source, reason }) => ({
    title: phrase('doubt.digestUnread'),
    subject: pathOf(source, byId),
    span: undefined,
    detail: asTold(reason),
  }));
  const gaps = trail.gaps.map((gap) => {
    const words = digestGapInWords(gap);
    const title = phrase(gap.kind === 'backfilled' ? 'doubt.backfilled' : 'doubt.noDigests');
    return { title, subject: words.trail, span: gap.span, detail: words.why };
  });
  const ofQueries = signFileFindings(trail, byId);
  return [...logs, ...missing, ...ofQueries, ...digests, ...bad, ...gaps, ...keyFindings(trail)];
}

function signFileFindings({ signFiles = [] }: TrailCheck, byId: SourcesById): readonly Finding[] {
  return signFiles.flatMap(({ source, missing, trust, signature }) => {
    const path = pathOf(source, byId);
    const lost = missing.map((name) => ({
      title: phrase('doubt.resultMissing'),
      subject: name,
      span: undefined,
      detail: phrase('doubt.missingText', { digest: path }),
    }));
    if (trust !== 'broken') return lost;
    const title = phrase('doubt.signFileBroken');
    return [
      ...lost,
      { title, subject: path, span: undefined, detail: signatureInWords(signature) },
    ];
  });
}

function keyFindings({ refusedKeys }: TrailCheck): readonly Finding[] {
  if (refusedKeys === 0) return [];
  const title = phrase('doubt.refusedKeys');
  const subject = phrase('doubt.refusedCount', { count: refusedKeys });
  return [{ title, subject, span: undefined, detail: phrase('doubt.refusedText') }];
}
