import { translated } from '../../messages/message.svelte.ts';

/** Something the investigator is told: once, until dismissed. */
export interface Notice {
  readonly id: number;
  /** `note`: nothing was done and nothing went wrong. */
  readonly kind: 'done' | 'note' | 'problem';
  /** What it is about. */
  readonly title: string;
  /** Why, and the way out. */
  readonly text: string;
  readonly action: NoticeAction | undefined;
}

export interface NoticeAction {
  readonly label: string;
  run(): void;
}

/** A failure in the three parts every message needs. */
export interface Problem {
  readonly thing: string;
  readonly reason: string;
  readonly wayOut: string;
}

const maxNotices = 5;
/** What is done or noted is said for ten seconds; what went wrong stays until it is dismissed. */
const doneFor = 10_000;

/** What the window has to say beside its views. */
export class Notices {
  #list: readonly Notice[] = $state.raw([]);
  #lastId = 0;

  get list(): readonly Notice[] {
    return this.#list;
  }

  done(title: string, text: string, action?: NoticeAction): void {
    this.#add('done', title, text, action);
  }

  note(title: string, text: string): void {
    this.#add('note', title, text, undefined);
  }

  /** `action` leads the way out, where the app can. */
  problem({ thing, reason, wayOut }: Problem, action?: NoticeAction): void {
    // Some come from other threads and the main process, in English.
    const text = `${translated(reason)} ${translated(wayOut)}`.trim();
    this.#add('problem', thing, text, action);
  }

  dismiss(id: number): void {
    this.#list = this.#list.filter((notice) => notice.id !== id);
  }

  #add(kind: Notice['kind'], title: string, text: string, action: NoticeAction | undefined): void {
    // What was noted is of use until the next note. What went wrong is told each time, but once.
    const others = this.#list.filter((one) =>
      kind === 'note' ? one.kind !== 'note' : one.title !== title || one.text !== text,
    );
    this.#lastId += 1;
    const notice = { id: this.#lastId, kind, title, text, action };
    this.#list = [...others, notice].slice(-maxNotices);
    if (kind === 'problem') return;
    setTimeout(() => {
      this.dismiss(notice.id);
    }, doneFor);
  }
}
