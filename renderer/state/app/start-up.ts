import { message } from '../../messages/message.svelte.ts';
import { runBatch } from '../export/batch-run.ts';
import type { CaseStore } from '../case/case-list.svelte.ts';
import { sampleCaseName } from '../evidence/evidence-intake.ts';
import { reasonOf } from '../latest.ts';
import type { Session } from './session.ts';
import type { Launch } from '../../host/host.ts';

/** Does what the app was started for: a batch run that ends it, an import, or just the window. */
export async function startUp(session: Session, store: CaseStore): Promise<void> {
  const { host, cases, intake } = session;
  const launch = await launchOf(session);
  if (launch === undefined) return;
  const caseName = launch.sample ? sampleCaseName : launch.caseName;
  if (launch.batch !== undefined) {
    const offers = (): ReturnType<typeof intake.offered> => intake.offered();
    const code = await runBatch(
      { ...session, cases: store, zone: 'UTC', offers, caseFile: () => intake.offeredCaseFile() },
      caseName,
      launch.batch,
    );
    await host.exit(code);
    return;
  }
  await cases.removeArriving();
  await cases.load();
  void intake.followStarts();
  if (launch.sample) await intake.takeSample();
  else if (launch.hasPaths) await intake.takeOffered(caseName);
}

async function launchOf({ host, notices }: Session): Promise<Launch | undefined> {
  try {
    return await host.launch();
  } catch (error) {
    const thing = message('window.launchUnknown');
    notices.problem({
      thing,
      reason: reasonOf(error),
      wayOut: message('window.launchUnknownWayOut'),
    });
    return undefined;
  }
}
