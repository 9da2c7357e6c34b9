import { describe, expect, it } from 'vitest';
import {
  integrityAdvice,
  integritySums,
} from '../../../../renderer/state/evidence/integrity-summary.ts';
import { madeCheck, madeSignFile } from '../../core/export/report/made-check.ts';
import { evidenceSource } from '../../../fixtures/evidence-source.ts';
import { MemoryCase } from '../../../fixtures/memory-case.ts';
import { deskEvents, idle, openDesk, until } from '../desk.ts';
import { inEnglish } from '../../../../renderer/core/words/phrase.ts';

function checkedCase(): MemoryCase {
  const reader = new MemoryCase(deskEvents).store();
  reader.sourceList = [
    evidenceSource({ id: 1 }),
    evidenceSource({ id: 2, shape: 'CloudTrail digest file' }),
    evidenceSource({ id: 3, duplicateOf: 1, importId: 2 }),
  ];
  return reader;
}

describe('IntegrityState', () => {
  it('shows and stops the run that was begun last, whatever it ended', async () => {
    const { session, checks } = await openDesk(checkedCase());
    const { integrity } = session;
    const first = integrity.start('case');
    const second = integrity.compare('case', []);
    await first;
    expect(integrity.run).toBeDefined();
    checks.tell({ kind: 'progress', progress: { filesDone: 1, filesInAll: 2 } });
    expect(integrity.run?.progress?.filesInAll).toBe(2);
    integrity.stop();
    await second;
    expect(checks.cancelled).toBe(2);
    expect(integrity.run).toBeUndefined();
    expect(integrity.compared).toBeUndefined();
  });

  it('says how the files beside the case compare, until another case is opened', async () => {
    const { session, checks } = await openDesk(checkedCase());
    const originals = [{ path: '/a', file: new Blob([]) }];
    const work = session.integrity.compare('case', originals);
    expect(checks.asked).toEqual({ caseId: 'case', originals });
    const comparison = { same: 1, differs: [], missing: [2], others: 0 };
    checks.tell({ kind: 'compared', comparison });
    await work;
    expect(session.integrity.compared).toMatchObject(comparison);
    session.integrity.forget();
    expect(session.integrity.compared).toBeUndefined();
  });

  it('shows no comparison in a case that it is not of', async () => {
    const { session, checks, queries } = await openDesk(checkedCase());
    const work = session.integrity.compare('case', []);
    queries.hold();
    checks.tell({ kind: 'compared', comparison: { same: 1, differs: [], missing: [], others: 0 } });
    await until(() => queries.asked.at(-1) === 'sources');
    session.caseWork.close();
    queries.release();
    await work;
    expect(session.integrity.compared).toBeUndefined();
  });

  it('shows what the last check of an opened case found, and what was imported since', async () => {
    const reader = checkedCase();
    reader.integrityCheck = madeCheck();
    const { session } = await openDesk(reader);
    const { integrity } = session;
    expect(integrity.logOf(1)?.verdict).toBe('altered');
    expect(integrity.logOf(3)?.verdict).toBe('altered');
    expect(integrity.logOf(2)).toBeUndefined();
    expect(integrity.unchecked).toBe(1);
    expect(integrity.findings.map(({ title }) => inEnglish(title))).toEqual([
      'Log file altered',
      'Log file missing',
      'No digests',
    ]);
  });

  it('checks on request, tells how far it is, and takes up what was found', async () => {
    const reader = checkedCase();
    const { session, checks } = await openDesk(reader);
    const { integrity } = session;
    const work = integrity.start('case');
    expect(checks.started).toEqual(['case']);
    checks.tell({ kind: 'progress', progress: { filesDone: 1, filesInAll: 2 } });
    expect(integrity.run?.progress?.filesDone).toBe(1);
    expect(session.activity.idle).toBe(false);
    reader.integrityCheck = madeCheck();
    checks.tell({ kind: 'done' });
    await work;
    expect(integrity.run).toBeUndefined();
    expect(integrity.check?.lastSource).toBe(2);
  });

  it('selects events by what a check has just found of their files', async () => {
    const reader = checkedCase();
    const { session, checks } = await openDesk(reader);
    session.search.pivot('integrity', 'altered');
    await idle(session);
    expect(session.search.sums?.count).toBe(0);
    const work = session.integrity.start('case');
    reader.integrityCheck = madeCheck();
    checks.tell({ kind: 'done' });
    await work;
    await idle(session);
    expect(session.search.sums?.count).toBe(6);
    expect(session.facets.fields).toContain('integrity');
  });

  it('stops, and keeps what the check before found', async () => {
    const reader = checkedCase();
    reader.integrityCheck = madeCheck();
    const { session, checks } = await openDesk(reader);
    const work = session.integrity.start('case');
    session.integrity.stop();
    await work;
    expect(checks.cancelled).toBe(1);
    expect(session.integrity.check).toEqual(madeCheck());
    await idle(session);
  });

  it('says why a check failed, and what to do', async () => {
    const { session, checks } = await openDesk(checkedCase());
    const work = session.integrity.start('case');
    checks.tell({ kind: 'failed', reason: 'The disk is gone.' });
    await work;
    expect(session.notices.list[0]).toMatchObject({ title: 'The evidence was not checked' });
  });

  it('checks by itself after an import where there are digests, and only then', async () => {
    const { session, checks } = await openDesk(checkedCase());
    const work = session.integrity.followImport('case', 2);
    await until(() => checks.started.length > 0);
    expect(checks.started).toEqual(['case']);
    checks.tell({ kind: 'done' });
    await work;
    await session.integrity.followImport('case', 7);
    expect(checks.started).toEqual(['case']);
    const reader = new MemoryCase(deskEvents).store();
    reader.sourceList = [evidenceSource({ id: 1 })];
    const other = await openDesk(reader);
    await other.session.integrity.followImport('case', 1);
    expect(other.checks.started).toEqual([]);
  });

  it('ends the check when its case is closed, and takes nothing of it up', async () => {
    const reader = checkedCase();
    reader.integrityCheck = madeCheck();
    const { session, checks } = await openDesk(reader);
    const work = session.integrity.start('case');
    session.caseWork.close();
    await work;
    expect(checks.cancelled).toBe(1);
    expect(session.integrity.check).toBeUndefined();
  });
});

describe('integritySums', () => {
  it('counts files and verdicts', () => {
    expect(integritySums(madeCheck())).toBe(
      '2 of 2 files have the SHA-256 noted at import. By 1 CloudTrail digest: 1 log file, 1 altered, 1 missing.',
    );
  });

  it('counts the results of queries apart from log files', () => {
    const { trail } = madeCheck();
    if (trail === undefined) throw new Error('it has one');
    const checked = madeCheck({
      trail: {
        ...trail,
        logs: [...trail.logs, { source: 4, verdict: 'proven', digest: 3, remark: '' }],
        signFiles: [madeSignFile({ missing: ['result_2.csv.gz'] })],
      },
    });
    expect(integritySums(checked)).toContain(
      '1 log file, 1 altered, 1 missing. By 1 CloudTrail Lake sign file: 1 query result, 1 proven, 1 missing.',
    );
  });
});

describe('integrityAdvice', () => {
  it('says which command fetches the keys, of which region and time', () => {
    const [advice] = integrityAdvice(madeCheck());
    expect(advice?.text).toContain('self-consistent, not proven');
    expect(advice?.command).toBe(
      'aws cloudtrail list-public-keys --region REGION --start-time 1970-01-01T01:00:00Z --end-time 1970-01-01T01:00:00Z > keys-REGION.json',
    );
  });

  it('asks for the keys of sign files too, by the end of the query', () => {
    const { trail } = madeCheck();
    if (trail === undefined) throw new Error('it has one');
    const signFiles = [madeSignFile({ signature: 'key missing', trust: 'consistent' })];
    const [advice] = integrityAdvice(madeCheck({ trail: { ...trail, digests: [], signFiles } }));
    expect(advice?.command).toBe(
      'aws cloudtrail list-public-keys --region us-east-1 --start-time 1970-01-01T02:00:00Z --end-time 1970-01-01T02:00:00Z > keys-us-east-1.json',
    );
  });

  it('says where digests are to be had when there are none', () => {
    expect(integrityAdvice(madeCheck({ trail: undefined }))[0]?.text).toContain(
      'CloudTrail-Digest',
    );
  });
});
