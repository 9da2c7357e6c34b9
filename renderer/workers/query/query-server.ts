import { storeFailure } from '../../store/store-failure.ts';
import { caseAnswers } from './case-answers.ts';
import type { CaseReader, OpenCaseReader } from '../case-reader.ts';
import { fileExport } from './file-export.ts';
import type { FileExport, FilePart } from './file-parts.ts';
import { contentsOf, loadCase, type LoadedCase } from './loaded-case.ts';
import type { CaseContents, QueryAnswer, QueryAsk, QueryReply, QueryRequest } from './query.ts';

/** The query worker's whole behaviour, free of `self`, so that a test calls it directly. */
export class QueryServer {
  readonly #openReader: OpenCaseReader;
  #case: Promise<LoadedCase> | undefined;
  #timesOpened = 0;
  #lastRefresh: Promise<unknown> = Promise.resolve();
  #file: FileExport | undefined;

  constructor(openReader: OpenCaseReader) {
    this.#openReader = openReader;
  }

  /** Answers one question. A failure is an answer too. */
  async answer(ask: QueryAsk): Promise<QueryAnswer> {
    const { number } = ask;
    try {
      return { number, kind: 'answered', ...(await this.#reply(ask)) };
    } catch (error) {
      return { number, kind: 'failed', reason: storeFailure(error, '') };
    }
  }

  async #reply({ call, request }: QueryAsk): Promise<TimedReply> {
    // The client's `ask` ties the request's type to its call, which a message cannot carry.
    const typed = request as never;
    if (call === 'open') return timed(() => this.#open(typed));
    if (call === 'refresh') return timed(() => this.#refresh());
    if (call === 'beginFile') return timed(() => this.#beginFile(typed));
    if (call === 'nextPart') return timed(() => this.#nextPart(typed));
    const answerCall = caseAnswers[call] as (loaded: LoadedCase, request: never) => unknown;
    const loaded = await this.#loaded();
    return timed(() => answerCall(loaded, typed));
  }

  /** The case as last read. Waits while it is being opened, not while it is being read again. */
  #loaded(): Promise<LoadedCase> {
    return this.#case ?? Promise.reject(new Error('No case is open'));
  }

  async #open({ caseId }: QueryRequest<'open'>): Promise<CaseContents> {
    const earlierClosed = closed(this.#case);
    const opening = this.#openReader(caseId).then(loadOrClose);
    this.#case = opening;
    this.#timesOpened++;
    this.#file = undefined;
    const [loaded] = await Promise.all([opening, earlierClosed]);
    return contentsOf(loaded);
  }

  /** One after another: each starts from what the one before has read. */
  #refresh(): Promise<CaseContents> {
    const asked = this.#timesOpened;
    const refresh = this.#lastRefresh.then(() => this.#readAgain(asked));
    this.#lastRefresh = refresh.catch(() => undefined);
    return refresh;
  }

  async #readAgain(asked: number): Promise<CaseContents> {
    const earlier = await this.#loaded();
    const loaded = await loadCase(earlier.reader, earlier);
    if (this.#timesOpened !== asked) throw new Error('Another case was opened meanwhile');
    this.#case = Promise.resolve(loaded);
    return contentsOf(loaded);
  }

  /** A file's parts are all of the case as it is now, whatever is imported meanwhile. */
  async #beginFile({ file }: QueryRequest<'beginFile'>): Promise<QueryReply<'beginFile'>> {
    const begun = await fileExport(await this.#loaded(), file);
    this.#file = begun;
    return { rows: begun.rows };
  }

  #nextPart({ mostRows }: QueryRequest<'nextPart'>): Promise<FilePart> {
    return this.#file?.next(mostRows) ?? Promise.reject(new Error('The case was closed meanwhile'));
  }
}

/** A reply, and how long it took to make. */
interface TimedReply {
  readonly reply: unknown;
  readonly milliseconds: number;
}

/** What has not to be waited for is timed by itself: other questions are answered before it is sent. */
async function timed(answer: () => unknown): Promise<TimedReply> {
  const start = performance.now();
  const reply = answer();
  if (!(reply instanceof Promise)) return { reply, milliseconds: performance.now() - start };
  const value: unknown = await reply;
  return { reply: value, milliseconds: performance.now() - start };
}

async function loadOrClose(reader: CaseReader): Promise<LoadedCase> {
  try {
    return await loadCase(reader);
  } catch (error) {
    reader.close();
    throw error;
  }
}

/** A case that could not be opened has nothing to close. */
async function closed(opened: Promise<LoadedCase> | undefined): Promise<void> {
  const loaded = await opened?.catch(() => undefined);
  loaded?.actors.stop();
  loaded?.reader.close();
}
