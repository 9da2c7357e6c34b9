import { beforeEach, describe, expect, it } from 'vitest';
import { sumsLine } from '../../../../renderer/state/export/batch-run.ts';
import { startUp } from '../../../../renderer/state/app/start-up.ts';
import type { OfferedFile } from '../../../../renderer/host/host.ts';
import { evidenceSource } from '../../../fixtures/evidence-source.ts';
import { MemoryCase } from '../../../fixtures/memory-case.ts';
import { deskEvents, makeDesk, progressOf, until, type Desk } from '../desk.ts';
import type { IngestTell } from '../../../../renderer/workers/ingest/ingest.ts';

const offered = (path: string): OfferedFile => ({
  ...{ number: 0, path, name: path, bytes: 1, modified: 0, refusal: undefined },
});

const done: IngestTell = {
  ...{ kind: 'done', importId: 1, cancelled: false, progress: progressOf({}) },
};

function batchDesk(exports: readonly ('csv' | 'pdf' | 'png' | 'ledger')[], allServices = false) {
  const desk = makeDesk(new MemoryCase(deskEvents).store());
  desk.host.offers = [[offered('/logs/a.json')]];
  desk.host.launched = {
    ...desk.host.launched,
    ...{
      hasPaths: true,
      caseName: 'logs',
      batch: { allServices, exports, redact: false, paper: 'A4' },
    },
  };
  return desk;
}

async function runWith(desk: Desk, last: IngestTell): Promise<void> {
  const running = startUp(desk.session, desk.cases);
  await until(() => desk.session.importRun.running);
  await desk.imports.tell(last);
  await running;
}

const linesOf = ({ host }: Desk, error: boolean): readonly string[] =>
  host.printed.filter((line) => line.error === error).map(({ text }) => text);

describe('a batch run', () => {
  it('imports, writes the exports asked for, prints the sums and ends with 0', async () => {
    const desk = batchDesk(['csv', 'pdf', 'png', 'ledger']);
    await runWith(desk, done);
    expect(desk.imports.slices.flat().map(({ path }) => path)).toEqual(['/logs/a.json']);
    expect([...desk.host.files.keys(), ...desk.host.pages.keys()]).toHaveLength(4);
    expect(linesOf(desk, false).at(-1)).toBe(
      '1 file: 1 imported; 6 read = 6 kept + 0 duplicate + 0 rejected; 4 ELB',
    );
    expect(linesOf(desk, true)).toEqual([]);
    expect(desk.host.exitCode).toBe(0);
  });

  it('exports ELB events, or those of all services', async () => {
    for (const [allServices, rows] of [
      [false, 4],
      [true, 6],
    ] as const) {
      const desk = batchDesk(['csv'], allServices);
      await runWith(desk, done);
      const [csv] = desk.host.files.values();
      expect(new TextDecoder().decode(csv).trim().split('\r\n')).toHaveLength(rows + 1);
    }
  });

  it('names files that were skipped, twenty at most, and says where the others are', async () => {
    const desk = batchDesk([]);
    desk.reader.sourceList = Array.from({ length: 22 }, (_, place) =>
      evidenceSource({ path: `/logs/${place}.txt`, verdict: 'skipped', reason: 'it is no JSON' }),
    );
    await runWith(desk, done);
    const lines = linesOf(desk, true);
    expect(lines).toHaveLength(21);
    expect(lines[0]).toBe('/logs/0.txt: skipped, it is no JSON');
    expect(lines.at(-1)).toBe('2 more were skipped: --ledger FILE lists all.');
    expect(desk.host.exitCode).toBe(0);
  });

  it('says that there was no file, and that no event is of load balancers', async () => {
    const empty = batchDesk([]);
    await runWith(empty, { ...done, progress: progressOf({ files: 0, read: 0, kept: 0 }) });
    expect(linesOf(empty, true)[0]).toBe('There is no file in what was named.');
    const others = batchDesk(['csv']);
    await runWith(others, { ...done, progress: progressOf({ elb: 0 }) });
    expect(linesOf(others, true)).toEqual([
      'None of 6 events is of Elastic Load Balancing: what is exported of events is empty. With --all it has those of all services.',
    ]);
  });

  it('names every file that was not read, and ends with 2', async () => {
    const desk = batchDesk([]);
    desk.reader.sourceList = [
      evidenceSource({ verdict: 'imported' }),
      evidenceSource({ path: '/logs/locked', verdict: 'unreadable', reason: 'permission denied' }),
      evidenceSource({ path: '/logs/cut.gz', verdict: 'unreadable', reason: 'truncated' }),
    ];
    await runWith(desk, done);
    expect(linesOf(desk, true)).toEqual([
      '/logs/locked: permission denied',
      '/logs/cut.gz: truncated',
    ]);
    expect(desk.host.exitCode).toBe(2);
  });

  it('lets no file’s name forge a line', async () => {
    const desk = batchDesk([]);
    const path = '/logs/a\n0 files: all well\u001b[2K.json';
    desk.reader.sourceList = [evidenceSource({ path, verdict: 'unreadable', reason: 'truncated' })];
    await runWith(desk, done);
    expect(linesOf(desk, true)).toEqual(['/logs/a⟦LF⟧0 files: all well⟦ESC⟧[2K.json: truncated']);
  });

  it('ends with 2 where records were rejected', async () => {
    const desk = batchDesk([]);
    await runWith(desk, { ...done, progress: progressOf({ rejected: 1 }) });
    expect(desk.host.exitCode).toBe(2);
  });

  it('ends with 1 where nothing could be done', async () => {
    const desk = batchDesk(['csv']);
    await runWith(desk, { kind: 'failed', reason: 'the disk is full' });
    expect(linesOf(desk, true)).toEqual(['Stopped: nothing was imported: the disk is full']);
    expect(desk.host.exitCode).toBe(1);
    const nothing = batchDesk([]);
    await runWith(nothing, { ...done, progress: progressOf({ read: 0, kept: 0 }) });
    expect(nothing.host.exitCode).toBe(1);
  });

  it('exports nothing but the ledger where no record was kept, and says so', async () => {
    const desk = batchDesk(['csv', 'pdf', 'png', 'ledger']);
    await runWith(desk, { ...done, progress: progressOf({ read: 0, kept: 0 }) });
    expect([...desk.host.files.keys(), ...desk.host.pages.keys()]).toEqual([
      'logs - import ledger.csv',
    ]);
    expect(linesOf(desk, true)).toEqual([
      'No CloudTrail records were found: there is nothing to export.',
    ]);
    expect(desk.host.exitCode).toBe(1);
    const rejected = batchDesk(['csv']);
    await runWith(rejected, { ...done, progress: progressOf({ read: 3, kept: 0, rejected: 3 }) });
    expect(rejected.host.files.size).toBe(0);
    expect(linesOf(rejected, true)[0]).toContain('No CloudTrail records could be read');
    expect(rejected.host.exitCode).toBe(1);
  });

  it('ends with 1, and the reason, where an export can’t be written', async () => {
    const desk = batchDesk(['csv']);
    desk.host.failure = new Error('EACCES: permission denied');
    await runWith(desk, done);
    expect(linesOf(desk, true)).toEqual(['Stopped: EACCES: permission denied']);
    expect(desk.host.exitCode).toBe(1);
  });
});

describe('startUp with a window', () => {
  beforeEach(async () => {
    const { cases } = makeDesk();
    for (const { id } of await cases.list()) await cases.remove(id);
  });

  it('imports the named paths into a new case at once', async () => {
    const desk = batchDesk([]);
    desk.host.launched = { ...desk.host.launched, batch: undefined };
    await runWith(desk, done);
    expect(desk.session.openCase.info?.name).toBe('logs');
    expect(desk.session.ledger.isOpen).toBe(true);
    expect(desk.host.exitCode).toBeUndefined();
  });

  it('calls the sample case synthetic', async () => {
    const desk = batchDesk([]);
    desk.host.launched = { ...desk.host.launched, batch: undefined, sample: true };
    await runWith(desk, done);
    expect(desk.session.openCase.info?.name).toBe('Sample incident (synthetic)');
    expect(desk.session.ledger.isOpen).toBe(false);
  });

  it('shows the sample again in the case that was made for it', async () => {
    const desk = batchDesk([]);
    desk.host.launched = { ...desk.host.launched, batch: undefined, sample: true };
    await runWith(desk, done);
    const first = desk.session.openCase.info;
    desk.session.caseWork.close();
    await desk.session.intake.takeSample();
    expect(desk.session.openCase.info?.id).toBe(first?.id);
  });

  it('only lists the cases where it was started without paths', async () => {
    const desk = makeDesk();
    await startUp(desk.session, desk.cases);
    expect(desk.session.cases.loaded).toBe(true);
    expect(desk.session.openCase.opened.phase).toBe('none');
  });
});

describe('sumsLine', () => {
  it('names the verdicts that occurred, and adds up', () => {
    const { sums } = progressOf({
      ...{ files: 292, imported: 188, skipped: 102, unreadable: 2 },
      ...{ read: 3583, kept: 3582, duplicate: 1, rejected: 0, elb: 42 },
    });
    expect(sumsLine(sums)).toBe(
      '292 files: 188 imported, 102 skipped, 2 unreadable; ' +
        '3,583 read = 3,582 kept + 1 duplicate + 0 rejected; 42 ELB',
    );
  });
});
