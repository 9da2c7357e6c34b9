import { answerPageName } from '../core/source/answer-page.ts';
import type { AnswerPage, AwsProblem, Told } from '../host/host.ts';
import type { LocalFile, UnlistedEntry } from './local-file.ts';

interface AnswerFile extends LocalFile {
  readonly query: string | undefined;
}

/** A page of an answer, or that it ends before its end, as the ingest worker takes it. */
export type AnswerInput = AnswerFile | UnlistedEntry;

/** What is asked page by page. */
export interface PagedAnswer {
  /** The address below which the pages lie, with a slash at its end. */
  readonly folder: string;
  /** Noted with each page. */
  readonly query?: string | undefined;
  readonly signal: AbortSignal;
  /** The page from there on. */
  readonly ask: (next: string | undefined) => Promise<Told<AnswerPage>>;
  /** Hears why there is no more of it. */
  readonly failed: (problem: AwsProblem) => void;
}

/**
 * The pages of an answer, each as the file that came over the network. None is asked for before the
 * one ahead of it was taken. What can't be had is a line of its own, and the last one.
 */
export async function* answerPages({
  folder,
  query,
  signal,
  ask,
  failed,
}: PagedAnswer): AsyncGenerator<AnswerInput, void, undefined> {
  const seen = new Set<string>();
  let next: string | undefined;
  for (let number = 1; ; number++) {
    const told = await ask(next);
    if (signal.aborted) return;
    if (told.kind === 'problem') {
      failed(told.problem);
      yield unread(folder, told.problem);
      return;
    }
    const { bytes, next: following } = told.answer;
    const name = answerPageName(number, following === undefined);
    const file = new File([bytes], name, { type: 'application/json', lastModified: Date.now() });
    yield { kind: 'file', file, path: folder + name, query };
    if (following === undefined) return;
    if (seen.has(following)) {
      failed(goesRound);
      yield unread(folder, goesRound);
      return;
    }
    seen.add(following);
    next = following;
  }
}

function unread(path: string, { reason, wayOut }: AwsProblem): AnswerInput {
  return { kind: 'unlisted', path, outcome: 'unreadable', reason: `${reason} ${wayOut}` };
}

const goesRound: AwsProblem = {
  scope: 'object',
  reason: 'AWS gave the same place to go on from twice.',
  wayOut: 'Import the same again: nothing is stored twice.',
};
