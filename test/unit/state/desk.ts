import 'fake-indexeddb/auto';
import type { IntegrityAsk, IntegrityTell } from '../../../renderer/workers/integrity/integrity.ts';
import { createHash } from 'node:crypto';
import type {
  Host,
  OfferedFile,
  OpenedPaths,
  OpenSave,
  SaveKind,
} from '../../../renderer/host/host.ts';
import type { CaseFilePort } from '../../../renderer/state/case/case-files.svelte.ts';
import type { ImportPort } from '../../../renderer/state/evidence/import-run.svelte.ts';
import type { QueryPort, QueryService } from '../../../renderer/state/query-port.ts';
import type { IntegrityPort } from '../../../renderer/state/evidence/integrity.svelte.ts';
import type { RecordSearchPort } from '../../../renderer/state/search/record-searches.svelte.ts';
import { createSession, type Session } from '../../../renderer/state/app/session.ts';
import { Cases } from '../../../renderer/store/cases.ts';
import { JournalStore } from '../../../renderer/store/journal-store.ts';
import type {
  EvidenceInput,
  ImportProgress,
  IngestTell,
} from '../../../renderer/workers/ingest/ingest.ts';
import type { CaseFileAsk, CaseFileTell } from '../../../renderer/workers/case-file/case-file.ts';
import type { CaseReader } from '../../../renderer/workers/case-reader.ts';
import type { RecordSearchTell } from '../../../renderer/workers/record-search/record-search.ts';
import type { RecordPlaces } from '../../../renderer/core/table/record-places.ts';
import { QueryClient } from '../../../renderer/workers/query/query-client.ts';
import type { QueryCall } from '../../../renderer/workers/query/query.ts';
import { QueryServer } from '../../../renderer/workers/query/query-server.ts';
import { plainEvents } from '../../fixtures/events.ts';
import { MemoryCase } from '../../fixtures/memory-case.ts';

/** Four ELB calls by two keys from two addresses, and two calls of other services. */
export const deskEvents = plainEvents(`
  time | is           | eventName             | eventSource                        | sourceIp    | accessKey | userAgent | region
  1000 | elb readOnly | DescribeLoadBalancers | elasticloadbalancing.amazonaws.com | 203.0.113.9 | AKIA1     | curl/8.5  | eu-west-1
  2000 | elb          | ModifyListener        | elasticloadbalancing.amazonaws.com | 203.0.113.9 | AKIA1     | curl/8.5  | eu-west-1
  3000 | elb denied   | DeleteLoadBalancer    | elasticloadbalancing.amazonaws.com | 198.51.1.1  | AKIA2     | Boto3/1.4 | us-east-1
  4000 |              | AssumeRole            | sts.amazonaws.com                  | 203.0.113.9 | AKIA1     | curl/8.5  | us-east-1
  5000 | elb readOnly | DescribeRules         | elasticloadbalancing.amazonaws.com | 198.51.1.1  |           | Boto3/1.4 | us-east-1
  6000 | readOnly     | ListBuckets           | s3.amazonaws.com                   | 198.51.1.1  | AKIA2     | Boto3/1.4 | us-east-1
`);

/** The query worker's server behind its client, with a gate on the way back. */
export class GatedQueries implements QueryService {
  readonly #client: QueryClient;
  readonly #asked: QueryCall[] = [];
  #lose: (reason: string) => void = () => undefined;
  #held: (() => void)[] | undefined;

  constructor(readers: ReadonlyMap<string, CaseReader>) {
    this.#client = new QueryClient((hear, died) => {
      const server = new QueryServer((caseId) => {
        const reader = readers.get(caseId);
        return reader === undefined
          ? Promise.reject(new Error(`There is no case ${caseId}`))
          : Promise.resolve(reader);
      });
      let isAlive = true;
      this.#lose = (reason) => {
        isAlive = false;
        died(reason);
      };
      return {
        postMessage: (asks) => {
          for (const ask of asks) {
            void server.answer(ask).then((answer) => {
              const arrive = (): void => {
                if (isAlive) hear([answer]);
              };
              if (this.#held === undefined) arrive();
              else this.#held.push(arrive);
            });
          }
        },
      };
    });
    this.ask = (call, request, signal) => {
      this.#asked.push(call);
      return this.#client.ask(call, request, signal);
    };
  }

  onLost(listener: (reason: string) => void): void {
    this.#client.onLost(listener);
  }

  /** The worker ends by itself; another one stands in for it. */
  lose(reason: string): void {
    this.#lose(reason);
  }

  readonly ask: QueryPort['ask'];

  /** The calls asked so far, first to last. */
  get asked(): readonly QueryCall[] {
    return this.#asked;
  }

  /** Answers wait from now on. */
  hold(): void {
    this.#held ??= [];
  }

  /** The answers that waited arrive, the last one first: the worst order. */
  release(): void {
    const held = this.#held ?? [];
    this.#held = undefined;
    for (const arrive of held.toReversed()) arrive();
  }
}

/** An ingest worker that does what the test says. */
export class ToldImports implements ImportPort {
  readonly slices: (readonly EvidenceInput[])[] = [];
  cancelled = false;
  /** What pause and resume asked, in order. */
  readonly pauses: boolean[] = [];
  #tell: (tell: IngestTell) => void = () => undefined;
  #listed: Promise<void> = Promise.resolve();

  start(
    _caseId: string,
    files: AsyncIterable<readonly EvidenceInput[]>,
    tell: (tell: IngestTell) => void,
  ): ReturnType<ImportPort['start']> {
    this.#tell = tell;
    this.#listed = this.#list(files);
    return {
      cancel: () => {
        this.cancelled = true;
      },
      pause: (paused) => {
        this.pauses.push(paused);
      },
    };
  }

  /** Tells, once the whole list has been taken. */
  async tell(tell: IngestTell): Promise<void> {
    await this.#listed;
    this.#tell(tell);
  }

  async #list(files: AsyncIterable<readonly EvidenceInput[]>): Promise<void> {
    for await (const slice of files) this.slices.push(slice);
  }
}

/** Integrity checks that tell what a test has them tell. */
export class ToldChecks implements IntegrityPort {
  readonly started: string[] = [];
  asked: IntegrityAsk | undefined;
  cancelled = 0;
  tell: (tell: IntegrityTell) => void = () => undefined;

  start(ask: IntegrityAsk, tell: (tell: IntegrityTell) => void): { cancel(): void } {
    this.started.push(ask.caseId);
    this.asked = ask;
    this.tell = tell;
    return {
      cancel: () => {
        this.cancelled++;
      },
    };
  }
}

/** Searches in whole records that tell what a test has them tell. */
export class ToldSearches implements RecordSearchPort {
  readonly parts = 2;
  /** What was looked for, and in how many records. */
  readonly started: { readonly text: string; readonly searches: number }[] = [];
  cancelled = 0;
  tell: (tell: RecordSearchTell) => void = () => undefined;

  start(
    _caseId: string,
    text: string,
    parts: readonly RecordPlaces[],
    tell: (tell: RecordSearchTell) => void,
  ): { cancel(): void } {
    this.started.push({ text, searches: parts.reduce((sum, { ref }) => sum + ref.length, 0) });
    this.tell = tell;
    return {
      cancel: () => {
        this.cancelled++;
      },
    };
  }
}

/** A case file worker that tells what a test has it tell. */
export class ToldCaseFiles implements CaseFilePort {
  readonly asked: CaseFileAsk[] = [];
  taken = 0;
  cancelled = 0;
  tell: (tell: CaseFileTell) => void = () => undefined;

  start(ask: CaseFileAsk, tell: (tell: CaseFileTell) => void): ReturnType<CaseFilePort['start']> {
    this.asked.push(ask);
    this.tell = tell;
    return {
      taken: () => {
        this.taken++;
      },
      cancel: () => {
        this.cancelled++;
      },
    };
  }
}

/** A host whose dialogs always answer, and whose files lie in memory. */
export class MemoryHost implements Host {
  readonly whyNoPrinting = undefined;
  readonly files = new Map<string, Uint8Array>();
  readonly pages = new Map<string, string>();
  /** By the names of the files that they stand beside. */
  readonly manifests = new Map<string, string>();
  readonly printed: { readonly text: string; readonly error: boolean }[] = [];
  readonly shown: string[] = [];
  offers: readonly (readonly OfferedFile[])[] = [];
  launched: Awaited<ReturnType<Host['launch']>> = {
    ...{ version: '1.2.3', platform: 'linux', hasPaths: false, sample: false },
    ...{ caseName: '', batch: undefined },
  };
  exitCode: number | undefined;
  /** The user cancels the next dialog. */
  cancels = false;
  /** Ends when a report is printed. */
  printing: Promise<void> = Promise.resolve();
  /** What writing fails with. */
  failure: Error | undefined;
  /** What writing the manifest fails with. */
  noManifest: Error | undefined;

  launch(): ReturnType<Host['launch']> {
    return Promise.resolve(this.launched);
  }

  offerOwn(): Promise<boolean> {
    return Promise.resolve(false);
  }

  readonly hasSample = true;
  readonly aws = undefined;
  offerSample(): Promise<void> {
    return Promise.resolve();
  }

  readonly #opened: OpenedPaths[] = [];
  #hearOpened: (() => void) | undefined;

  /** Names paths while the app is open. They wait until the window asks, as the desktop's do. */
  open(opened: OpenedPaths): void {
    this.#opened.push(opened);
    this.#hearOpened?.();
  }

  async nextOpened(): Promise<OpenedPaths> {
    for (;;) {
      const first = this.#opened.shift();
      if (first !== undefined) return first;
      await new Promise<void>((resolve) => (this.#hearOpened = resolve));
    }
  }

  offerOpened(): Promise<void> {
    return Promise.resolve();
  }

  // eslint-disable-next-line @typescript-eslint/require-await -- the list is there already
  async *offered(): AsyncGenerator<readonly OfferedFile[]> {
    yield* this.offers;
  }

  openSave(name: string, kind: SaveKind | 'case'): Promise<OpenSave | undefined> {
    if (this.cancels) return Promise.resolve(undefined);
    const parts: Uint8Array[] = [];
    let page = '';
    return Promise.resolve({
      path: `/out/${name}`,
      write: (bytes) => {
        parts.push(bytes);
        return this.failure === undefined ? Promise.resolve() : Promise.reject(this.failure);
      },
      print: (html) => {
        page = html;
        return this.printing;
      },
      close: () => {
        if (kind === 'pdf') this.pages.set(name, page);
        else this.files.set(name, joined(parts));
        const whole = joined(parts);
        const hash = createHash('sha256').update(kind === 'pdf' ? page : whole);
        const bytes = kind === 'pdf' ? page.length : whole.length;
        return Promise.resolve({ path: `/out/${name}`, bytes, sha256: hash.digest('hex') });
      },
      writeManifest: (text) => {
        this.manifests.set(name, text);
        return this.noManifest === undefined ? Promise.resolve() : Promise.reject(this.noManifest);
      },
      discard: () => Promise.resolve(),
    });
  }

  pathOf(file: File): string {
    return `/evidence/${file.name}`;
  }

  showSaved(path: string): Promise<void> {
    this.shown.push(path);
    return Promise.resolve();
  }

  print(text: string, error: boolean): Promise<void> {
    this.printed.push({ text, error });
    return Promise.resolve();
  }

  exit(code: number): Promise<void> {
    this.exitCode = code;
    return Promise.resolve();
  }
}

export interface Desk {
  readonly session: Session;
  readonly queries: GatedQueries;
  readonly imports: ToldImports;
  readonly checks: ToldChecks;
  readonly records: ToldSearches;
  readonly caseFiles: ToldCaseFiles;
  readonly host: MemoryHost;
  readonly cases: Cases;
  /** The case that `openDesk` opened, or that the next one made will read. */
  readonly reader: MemoryCase;
  readonly saved: Map<string, string>;
}

/** A window's state on the real query server, with cases in memory. */
export function makeDesk(reader = new MemoryCase(deskEvents).store()): Desk {
  const saved = new Map<string, string>();
  const readers = { get: () => reader } as unknown as ReadonlyMap<string, CaseReader>;
  const queries = new GatedQueries(readers);
  const imports = new ToldImports();
  const checks = new ToldChecks();
  const records = new ToldSearches();
  const caseFiles = new ToldCaseFiles();
  const host = new MemoryHost();
  const cases = new Cases();
  const session = createSession({
    query: queries,
    imports,
    integrity: checks,
    records,
    caseFiles,
    cases,
    journals: (caseId) => new JournalStore(caseId),
    host,
    painter: {
      html: (model, { caseName }) => Promise.resolve(`<h1>${caseName}: ${model.sums.count}</h1>`),
      figure: (model) => `<svg>${model.sums.count}</svg>`,
      rasterise: (svg) => Promise.resolve(new TextEncoder().encode(`PNG of ${svg}`)),
    },
    storage: {
      getItem: (key) => saved.get(key) ?? null,
      setItem: (key, value) => {
        saved.set(key, value);
      },
    },
  });
  return { session, queries, imports, checks, records, caseFiles, host, cases, reader, saved };
}

/** The same with a case open, and everything that opening asks for answered. */
export async function openDesk(reader?: MemoryCase): Promise<Desk> {
  const desk = makeDesk(reader);
  await desk.session.caseWork.create('Checkout outage');
  await idle(desk.session);
  return desk;
}

/** Resolves when nothing is under way any more. */
export async function idle({ activity }: Session): Promise<void> {
  await turn();
  await until(() => activity.idle);
}

/** Resolves when the condition holds; the runner's own time limit ends a wait in vain. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await turn();
}

/** Lets everything that is ready run. */
export function turn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}

/** Progress of an import with these sums. */
export function progressOf(sums: Partial<ImportProgress['sums']>): ImportProgress {
  return {
    sums: {
      ...{ files: 1, imported: 1, partly: 0, duplicateFiles: 0, skipped: 0, unreadable: 0 },
      ...{ read: 6, kept: 6, duplicate: 0, rejected: 0, elb: 4, bytes: 1000 },
      ...sums,
    },
    ...{ filesDone: 1, filesInAll: 1, bytesDone: 1000, bytesInAll: 1000, listed: true },
  };
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
