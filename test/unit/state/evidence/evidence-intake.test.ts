import { describe, expect, it } from 'vitest';
import { MemoryCase } from '../../../fixtures/memory-case.ts';
import { deskEvents, makeDesk } from '../desk.ts';

describe('EvidenceIntake', () => {
  it('says so where a folder that was picked has no file in it', async () => {
    const { session } = makeDesk(new MemoryCase(deskEvents).store());
    await session.intake.pick([]);
    expect(session.notices.list.map(({ text }) => text).join(' ')).toContain(
      'There is no file in the folder',
    );
    expect(session.openCase.info).toBeUndefined();
  });

  it('imports nothing of what was picked as a case file and is none', async () => {
    const { session } = makeDesk(new MemoryCase(deskEvents).store());
    await session.intake.pickCaseFile(new File(['no case at all'], 'notes.txt'));
    expect(session.notices.list.map(({ text }) => text).join(' ')).toContain('It is no case file');
    expect(session.importRun.running).toBe(false);
    expect(session.openCase.info).toBeUndefined();
  });
});
