import type { CaseContents } from '../../renderer/workers/query/query.ts';
import type { Truth } from '../made/truth.ts';
import { AppDriver, forgetProfile } from './app-driver.ts';
import type { Figures } from './figures.ts';
import { madeTrail, type MadeTrail } from './made-trail.ts';

/** A profile of the app with one case in it. */
export interface ImportedCase {
  readonly profile: string;
  readonly trail: MadeTrail;
}

const imported = new Map<number, Promise<ImportedCase>>();

/** The bench trail of so many events as a case, imported anew once in each run of the benches. */
export function importedCase(events: number, figures: Figures): Promise<ImportedCase> {
  const known = imported.get(events);
  if (known) return known;
  const made = importOnce(events, figures);
  imported.set(events, made);
  return made;
}

async function importOnce(events: number, figures: Figures): Promise<ImportedCase> {
  const say = (line: string): void => {
    figures.say(line);
  };
  const trail = await madeTrail(events, say);
  const profile = `case-${events}`;
  await forgetProfile(profile);
  const driver = await AppDriver.start(profile);
  say(`importing ${trail.truth.records.toLocaleString('en')} records …`);
  await driver.importFolder(trail.folder);
  await checkContents(driver, trail.truth);
  await driver.close();
  return { profile, trail };
}

/** Throws unless the case holds exactly what was planted: a fast import of something else is none. */
export async function checkContents(driver: AppDriver, truth: Truth): Promise<void> {
  await driver.startWorker();
  const [answer] = await driver.ask('open', [{ caseId: await driver.caseId() }]);
  // The worker's answer to `open`, as QueryCalls has it.
  const contents = answer?.reply as CaseContents;
  const found = {
    events: contents.events,
    elb: contents.elbEvents,
    read: contents.sums.read,
    kept: contents.sums.kept,
    duplicate: contents.sums.duplicate,
    rejected: contents.sums.rejected,
    files: contents.sums.imported,
    span: contents.span,
  };
  const planted = {
    events: truth.events,
    elb: truth.elb,
    read: truth.records,
    kept: truth.events,
    duplicate: truth.duplicates,
    rejected: 0,
    files: truth.files,
    span: { start: truth.span.start, end: found.span?.end },
  };
  if (JSON.stringify(found) !== JSON.stringify(planted)) {
    throw new Error(
      `the case is not what was planted:\n${JSON.stringify(found)}\n${JSON.stringify(planted)}`,
    );
  }
}
