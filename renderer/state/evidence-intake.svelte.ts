import type { Host } from '../host/host.ts';
import { droppedFiles, takeDropped } from '../sources/dropped-files.ts';
import { offeredFiles } from '../sources/offered-files.ts';
import { pickedFiles } from '../sources/picked-files.ts';
import { caseNameFor, type CaseWork } from './case-work.ts';
import type { Offer } from './import-run.svelte.ts';
import type { Notices } from './notices.svelte.ts';

/** The ways that evidence comes in: dropped, picked, or named on the command line. */
export class EvidenceIntake {
  readonly #host: Host;
  readonly #caseWork: CaseWork;
  readonly #notices: Notices;
  #sampleName: string | undefined = $state.raw();

  constructor(host: Host, caseWork: CaseWork, notices: Notices) {
    this.#host = host;
    this.#caseWork = caseWork;
    this.#notices = notices;
  }

  /** To be called within the drop event. */
  async drop(transfer: DataTransfer): Promise<void> {
    const dropped = takeDropped(transfer, (file) => this.#host.pathOf(file));
    if (dropped.length === 0) {
      const reason = 'What was dropped holds no file or folder.';
      const wayOut = 'Drop CloudTrail log files, folders of them, or .zip archives.';
      this.#notices.problem({ thing: 'Nothing was imported', reason, wayOut });
      return;
    }
    const names = dropped.map(({ entry }) => entry.name);
    await this.#caseWork.import(droppedFiles(dropped), caseNameFor(names, today()));
  }

  async pick(files: readonly File[]): Promise<void> {
    if (files.length === 0) return;
    const names = files.map((file) => chosenName(file));
    const offers = pickedFiles(files, (file) => this.#host.pathOf(file));
    await this.#caseWork.import(offers, caseNameFor(names, today()));
  }

  /** The app was started with a sample case, which can be loaded again. */
  get hasSample(): boolean {
    return this.#sampleName !== undefined;
  }

  /** Says that what the command line names is a sample, for a case of this name. */
  offerSample(caseName: string): void {
    this.#sampleName = caseName;
  }

  /** The sample, into a new case. */
  async takeSample(): Promise<void> {
    if (this.#sampleName !== undefined) await this.takeOffered(this.#sampleName);
  }

  /** What the command line names, into a new case. */
  async takeOffered(caseName: string): Promise<void> {
    this.#caseWork.close();
    const ledgerAfter = this.hasSample ? 'unless fine' : 'always';
    await this.#caseWork.import(this.offered(), caseName, ledgerAfter);
  }

  /** What the command line names. */
  offered(): AsyncIterable<Offer> {
    return offeredFiles(this.#host);
  }
}

/** The picked folder's name, or the file's where files were picked. */
function chosenName({ webkitRelativePath, name }: File): string {
  const [folder = ''] = webkitRelativePath.split('/');
  return folder === '' ? name : folder;
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}
