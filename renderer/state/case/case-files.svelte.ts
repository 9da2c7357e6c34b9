import { message } from '../../messages/message.svelte.ts';
import type { CaseFile } from '../../sources/case-file.ts';
import type { Host, OpenSave } from '../../host/host.ts';
import type {
  CaseFileAsk,
  CaseFileProgress,
  CaseFileTell,
} from '../../workers/case-file/case-file.ts';
import type { Activity } from '../app/activity.svelte.ts';
import type { CaseJournal } from './case-journal.svelte.ts';
import type { CaseInfo, CaseList } from './case-list.svelte.ts';
import { fileNameFor } from '../export/export-kinds.ts';
import { reasonOf } from '../latest.ts';
import type { Notices } from '../app/notices.svelte.ts';

/** The case file worker. */
export interface CaseFilePort {
  /** Tells until the file is written, read, sealed or failed, or nothing more once cancelled. */
  start(
    ask: CaseFileAsk,
    tell: (tell: CaseFileTell) => void,
  ): {
    /** The bytes told last are written. */
    taken(): void;
    cancel(): void;
  };
}

/** What is done with a case file. */
export type CaseFileRun =
  | { readonly phase: 'none' }
  | {
      readonly phase: 'saving' | 'opening';
      readonly progress: CaseFileProgress | undefined;
    }
  /** The file wants a passphrase; `wrong`: the one that was given is another one. */
  | { readonly phase: 'sealed'; readonly name: string; readonly wrong: boolean };

/** A case that was read, and the SHA-256 of its file. */
interface ArrivedCase {
  readonly info: CaseInfo;
  readonly sha256: string;
}

interface Parts {
  readonly port: CaseFilePort;
  readonly host: Host;
  readonly cases: CaseList;
  readonly journal: CaseJournal;
  readonly notices: Notices;
  readonly activity: Activity;
  /** Shows a case in the window. */
  readonly show: (info: CaseInfo) => Promise<void>;
}

/** Saves whole cases into files, and opens such files: one at a time. */
export class CaseFiles {
  readonly #parts: Parts;
  #current: CaseFileRun = $state.raw({ phase: 'none' });
  #stop: (() => void) | undefined;
  #passphrase: ((given: string | undefined) => void) | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  get current(): CaseFileRun {
    return this.#current;
  }

  /** Asks where to, and saves the case there; sealed where a passphrase is given. */
  async save(info: CaseInfo, passphrase: string | undefined): Promise<void> {
    const { host, activity, notices } = this.#parts;
    if (this.#current.phase !== 'none') return;
    this.#current = { phase: 'saving', progress: undefined };
    try {
      const save = await host.openSave(fileNameFor(info.name, 'case.trailwitness'), 'case');
      if (save !== undefined) await activity.track(this.#save(info, passphrase, save));
    } catch (error) {
      const thing = message('caseFile.notSaved');
      const wayOut = message('caseFile.notSavedWayOut');
      notices.problem({ thing, reason: reasonOf(error), wayOut });
    }
    this.#current = { phase: 'none' };
  }

  /** Makes a case of the file, and shows it; asks for a passphrase where one is wanted. */
  async open(file: CaseFile): Promise<void> {
    const { cases, activity, notices } = this.#parts;
    if (this.#current.phase !== 'none') return;
    this.#current = { phase: 'opening', progress: undefined };
    let arrived: ArrivedCase | undefined;
    try {
      arrived = await activity.track(this.#read(file));
    } catch (error) {
      const thing = message('caseFile.notOpened', { name: file.name });
      const wayOut = message('caseFile.notOpenedWayOut');
      notices.problem({ thing, reason: reasonOf(error), wayOut });
      await cases.removeArriving();
    }
    // The case is shown like any other, when nothing is under way with whole cases any more.
    this.#current = { phase: 'none' };
    if (arrived !== undefined) await activity.track(this.#show(file, arrived));
  }

  /** Makes a case of the file, without asking anybody. Rejects where it is sealed, or not as written. */
  async take(file: CaseFile): Promise<CaseInfo> {
    const caseId = crypto.randomUUID();
    const ask = { caseId, file: await file.blob(), passphrase: undefined };
    const end = await this.#run({ kind: 'read', ...ask });
    if (end?.kind === 'failed') throw new Error(end.reason);
    const info = end?.kind === 'read' ? await this.#arrived(caseId) : undefined;
    if (info !== undefined) return info;
    throw new Error('it is sealed with a passphrase: open it in the window, and export from there');
  }

  /** The passphrase that was asked for; undefined: the file is not opened. */
  give(passphrase: string | undefined): void {
    this.#passphrase?.(passphrase);
  }

  /** Stops what is under way, and leaves nothing of it. */
  cancel(): void {
    this.#stop?.();
  }

  async #save(info: CaseInfo, passphrase: string | undefined, save: OpenSave): Promise<void> {
    const { host, journal, notices } = this.#parts;
    const app = (await host.launch()).version;
    const end = await this.#run({ kind: 'write', caseId: info.id, app, passphrase }, (bytes) =>
      save.write(bytes),
    );
    if (end?.kind !== 'written') {
      await save.discard();
      if (end?.kind === 'failed') throw new Error(end.reason);
      return;
    }
    const saved = await save.close();
    await journal.record({ kind: 'exported', what: whatIsSaved(passphrase), ...saved });
    const { path, sha256 } = saved;
    notices.done(message('caseFile.saved'), message('caseFile.savedWhere', { path, sha256 }), {
      label: message('caseFile.showInFolder'),
      run: () => void host.showSaved(saved.path),
    });
  }

  /** Undefined where it was stopped, or no passphrase given. */
  async #read(file: CaseFile): Promise<ArrivedCase | undefined> {
    const { cases } = this.#parts;
    const blob = await file.blob();
    const caseId = crypto.randomUUID();
    let passphrase: string | undefined;
    let end = await this.#run({ kind: 'read', file: blob, caseId, passphrase });
    while (end?.kind === 'sealed') {
      passphrase = await this.#askPassphrase(file.name, passphrase !== undefined);
      if (passphrase === undefined) return undefined;
      this.#current = { phase: 'opening', progress: undefined };
      end = await this.#run({ kind: 'read', file: blob, caseId, passphrase });
    }
    if (end?.kind === 'failed') throw new Error(end.reason);
    if (end?.kind !== 'read') {
      await cases.removeArriving();
      return undefined;
    }
    const info = await this.#arrived(caseId);
    return info && { info, sha256: end.sha256 };
  }

  async #show({ name, path, bytes }: CaseFile, { info, sha256 }: ArrivedCase): Promise<void> {
    const { journal, notices, show } = this.#parts;
    await show(info);
    await journal.record({ kind: 'opened from file', path, bytes, sha256 });
    notices.done(
      message('caseFile.opened', { name: info.name }),
      message('caseFile.openedNext', { file: name }),
    );
  }

  async #arrived(caseId: string): Promise<CaseInfo | undefined> {
    const { cases } = this.#parts;
    await cases.load();
    return cases.cases.find(({ id }) => id === caseId);
  }

  /** Runs the worker to its end; undefined where it was stopped. */
  async #run(
    ask: CaseFileAsk,
    write: (bytes: Uint8Array) => Promise<void> = () => Promise.resolve(),
  ): Promise<Exclude<CaseFileTell, { kind: 'progress' | 'bytes' }> | undefined> {
    const end = await new Promise<
      Exclude<CaseFileTell, { kind: 'progress' | 'bytes' }> | undefined
    >((resolve) => {
      const run = this.#parts.port.start(ask, (tell) => {
        if (tell.kind === 'progress') this.#tellProgress(tell.progress);
        else if (tell.kind !== 'bytes') resolve(tell);
        else {
          void write(tell.bytes).then(
            () => {
              run.taken();
            },
            (error: unknown) => {
              run.cancel();
              resolve({ kind: 'failed', reason: reasonOf(error) });
            },
          );
        }
      });
      this.#stop = () => {
        run.cancel();
        resolve(undefined);
      };
    });
    this.#stop = undefined;
    return end;
  }

  #tellProgress(progress: CaseFileProgress): void {
    const { phase } = this.#current;
    if (phase === 'saving' || phase === 'opening') this.#current = { phase, progress };
  }

  #askPassphrase(name: string, wrong: boolean): Promise<string | undefined> {
    this.#current = { phase: 'sealed', name, wrong };
    return new Promise((resolve) => (this.#passphrase = resolve));
  }
}

function whatIsSaved(passphrase: string | undefined): string {
  return passphrase === undefined
    ? 'the whole case as a case file'
    : 'the whole case as a case file, sealed with a passphrase';
}
