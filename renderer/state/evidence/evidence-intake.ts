import type { Host } from '../../host/host.ts';
import { message } from '../../messages/message.svelte.ts';
import { loneCaseFile, type CaseFile, type CaseFileSlice } from '../../sources/case-file.ts';
import { droppedEvidence, takeDropped } from '../../sources/dropped-files.ts';
import type { OwnEvidence } from '../../sources/local-file.ts';
import { offeredFiles, ownFiles } from '../../sources/offered-files.ts';
import { pickedEvidence } from '../../sources/picked-files.ts';
import type { CaseFiles } from '../case/case-files.svelte.ts';
import type { CaseList } from '../case/case-list.svelte.ts';
import { caseNameFor, type CaseWork } from '../case/case-work.ts';
import type { Offer } from './import-run.svelte.ts';
import type { Notices } from '../app/notices.svelte.ts';

export const sampleCaseName = 'Sample incident (synthetic)';

/** The ways that evidence comes in: dropped, picked, or named on the command line. */
export class EvidenceIntake {
  readonly #host: Host;
  readonly #cases: CaseList;
  readonly #caseWork: CaseWork;
  readonly #caseFiles: CaseFiles;
  readonly #notices: Notices;

  constructor(parts: {
    readonly host: Host;
    readonly cases: CaseList;
    readonly caseWork: CaseWork;
    readonly caseFiles: CaseFiles;
    readonly notices: Notices;
  }) {
    this.#host = parts.host;
    this.#cases = parts.cases;
    this.#caseWork = parts.caseWork;
    this.#caseFiles = parts.caseFiles;
    this.#notices = parts.notices;
  }

  /** To be called within the drop event. */
  async drop(transfer: DataTransfer): Promise<void> {
    const dropped = takeDropped(transfer, (file) => this.#host.pathOf(file));
    if (dropped.length === 0) {
      this.#tellNothing(message('intake.nothingWhy'));
      return;
    }
    const isLone = dropped.length === 1 && dropped[0]?.entry.isFile === true;
    const evidence = droppedEvidence(dropped);
    if (isLone && (await this.#openIfCaseFile(evidence.slices()))) return;
    const names = dropped.map(({ entry }) => entry.name);
    await this.#caseWork.import(ownFiles(this.#host, evidence), caseNameFor(names, today()));
  }

  /** Files, or those of a folder: none where that is empty. */
  async pick(files: readonly File[]): Promise<void> {
    if (files.length === 0) {
      this.#tellNothing(message('intake.emptyFolder'));
      return;
    }
    const names = files.map((file) => chosenName(file));
    const evidence = this.#picked(files);
    if (files.length === 1 && (await this.#openIfCaseFile(evidence.slices()))) return;
    await this.#caseWork.import(ownFiles(this.#host, evidence), caseNameFor(names, today()));
  }

  /** Opens the case that is in a picked file; says so where it is no case file. */
  async pickCaseFile(file: File): Promise<void> {
    if (await this.#openIfCaseFile(this.#picked([file]).slices())) return;
    this.#notices.problem({
      thing: message('caseFile.notOpened', { name: file.name }),
      reason: message('caseFile.isNone'),
      wayOut: message('caseFile.isNoneWayOut'),
    });
  }

  /** The synthetic sample can be shown. */
  get hasSample(): boolean {
    return this.#host.hasSample;
  }

  /** The sample's case, which is made where it is not there yet. */
  async takeSample(): Promise<void> {
    await this.#cases.load();
    const made = this.#cases.cases.find(
      ({ name, events }) => name === sampleCaseName && events > 0,
    );
    if (made !== undefined) return this.#caseWork.open(made);
    await this.#host.offerSample();
    await this.#takeOffered(sampleCaseName, 'unless fine');
  }

  /** What the command line names, into a new case. */
  async takeOffered(caseName: string): Promise<void> {
    if (await this.#openIfCaseFile(offeredFiles(this.#host))) return;
    await this.#takeOffered(caseName, 'always');
  }

  /** Takes what is named to the app while it is open, for as long as the page is there. */
  async followStarts(): Promise<never> {
    for (;;) {
      const { sample, caseName } = await this.#host.nextOpened();
      // What runs reads from the offer that stands: another one would end it.
      if (this.#caseWork.isBusy()) continue;
      if (sample) await this.takeSample();
      else {
        await this.#host.offerOpened();
        await this.takeOffered(caseName);
      }
    }
  }

  /** Opens the one file that this is, where it is a case file; false where it is anything else. */
  async #openIfCaseFile(offers: AsyncIterable<CaseFileSlice>): Promise<boolean> {
    const file = await loneCaseFile(offers);
    if (file === undefined) return false;
    if (!this.#caseWork.isBusy()) await this.#caseFiles.open(file);
    return true;
  }

  #picked(files: readonly File[]): OwnEvidence {
    return pickedEvidence(files, (file) => this.#host.pathOf(file));
  }

  #tellNothing(reason: string): void {
    const wayOut = message('intake.nothingWayOut');
    this.#notices.problem({ thing: message('intake.nothing'), reason, wayOut });
  }

  async #takeOffered(caseName: string, ledgerAfter: 'always' | 'unless fine'): Promise<void> {
    this.#caseWork.close();
    await this.#caseWork.import(this.offered(), caseName, ledgerAfter);
  }

  /** The case file that the command line names, where it names that and nothing else. */
  offeredCaseFile(): Promise<CaseFile | undefined> {
    return loneCaseFile(offeredFiles(this.#host));
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
