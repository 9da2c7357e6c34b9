import type { EpochMs } from '../base/units.ts';
import type { SavedView } from './saved-view.ts';
import type { FindingTarget, Marking, Tag } from './finding.ts';

/** A change that can be taken back: it says what was before, and what is after. */
export type Change =
  /** `place` is where the finding stands, or stood, among the findings. */
  | {
      readonly kind: 'marked';
      readonly target: FindingTarget;
      readonly before: Marking;
      readonly after: Marking;
      readonly place: number;
    }
  /** A finding was moved to another place in the story. */
  | {
      readonly kind: 'moved';
      readonly target: FindingTarget;
      readonly before: number;
      readonly after: number;
    }
  | {
      readonly kind: 'tag';
      readonly id: number;
      readonly before?: Tag | undefined;
      readonly after?: Tag | undefined;
    }
  | {
      readonly kind: 'view';
      readonly id: number;
      readonly before?: SavedView | undefined;
      readonly after?: SavedView | undefined;
    };

/** Something that happened to the case, and stays so. */
export type Happening =
  /** The journal begins; `created` is when the case was made. */
  | { readonly kind: 'case created'; readonly name: string; readonly created: EpochMs }
  | { readonly kind: 'case renamed'; readonly before: string; readonly after: string }
  /** AWS was asked for evidence: `what` of it, under which name. What came of it is an import. */
  | { readonly kind: 'evidence asked'; readonly what: string; readonly identity: string }
  | EvidenceAdded
  /** An import was undone: its files and events went out of the case. */
  | {
      readonly kind: 'evidence removed';
      readonly importId: number;
      readonly files: number;
      readonly kept: number;
    }
  /** The case came out of a case file: entries before this one were written elsewhere. */
  | {
      readonly kind: 'opened from file';
      readonly path: string;
      readonly bytes: number;
      readonly sha256: string;
    }
  | {
      readonly kind: 'exported';
      /** What, in words. */
      readonly what: string;
      readonly path: string;
      readonly bytes: number;
      readonly sha256: string;
      /** The filter it is of, in the query language; undefined where it is of the whole case. */
      readonly filter?: string | undefined;
    };

/** An import, with what it read. */
export interface EvidenceAdded {
  readonly kind: 'evidence added';
  readonly importId: number;
  /** False: it was stopped, or the app died. What was read is in the case. */
  readonly finished: boolean;
  readonly files: number;
  readonly bytes: number;
  /** Of the list of files as `sha256sum` prints one (see evidence-list.ts). */
  readonly listSha256: string;
  readonly read: number;
  readonly kept: number;
  readonly duplicate: number;
  readonly rejected: number;
}

export type JournalAct = Change | Happening;

/** The change that takes another one back. */
export function reversed(change: Change): Change {
  switch (change.kind) {
    case 'marked':
      return { ...change, before: change.after, after: change.before };
    case 'moved':
      return { ...change, before: change.after, after: change.before };
    case 'tag':
      return { ...change, before: change.after, after: change.before };
    case 'view':
      return { ...change, before: change.after, after: change.before };
  }
}

/** Whether an act can be taken back. */
export function isChange(act: JournalAct): act is Change {
  return act.kind === 'marked' || act.kind === 'moved' || act.kind === 'tag' || act.kind === 'view';
}
