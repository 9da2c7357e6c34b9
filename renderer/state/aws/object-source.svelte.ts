import { objectPlace, objectUri, type ObjectPlace } from '../../core/source/object-place.ts';
import { findTrails } from '../../core/source/trail-layout.ts';
import type { ListedObject, OpenedStore } from '../../host/host.ts';
import { storedObjects } from '../../sources/stored-objects.ts';
import { message } from '../../messages/message.svelte.ts';
import { whoAsks, type AwsLink, type AwsSource, type NextStep } from './aws-link.ts';
import type { CaseWork } from '../case/case-work.ts';
import { bytesText } from '../app/number-text.ts';
import {
  ObjectLister,
  selectObjects,
  type ObjectCount,
  type ObjectSelection,
} from './object-listing.ts';
import type { OpenCase } from '../case/open-case.svelte.ts';
import type { QueryPort } from '../query-port.ts';
import { TrailChoice } from './trail-choice.svelte.ts';

/** A store that is connected, and how far the way to an import from it has been gone. */
export interface StoreStep {
  readonly link: AwsLink;
  readonly place: ObjectPlace;
  readonly store: OpenedStore;
  /** Undefined until its folders were listed. */
  readonly choice: TrailChoice | undefined;
}

/** What is typed of a store, kept while the app runs. */
export interface StoreDraft {
  address: string;
  endpoint: string;
  pathStyle: boolean;
  requesterPays: boolean;
}

/** What an import was to fetch that stopped before its end. */
interface UnfinishedImport {
  readonly draft: StoreDraft;
  readonly objects: readonly ListedObject[];
}

interface Parts {
  readonly query: QueryPort;
  readonly openCase: OpenCase;
  readonly caseWork: CaseWork;
  /** Shows the dialog again, turned to this source. */
  readonly reopen: () => void;
}

/** For each reader one, and some for those that stand in for readers lost over damaged files. */
const ports = 16;

/** Import from an S3 bucket: find the trails, choose among them, count, fetch. */
export class ObjectSource implements AwsSource {
  readonly draft: StoreDraft = $state({
    ...{ address: '', endpoint: '', pathStyle: false, requesterPays: false },
  });
  readonly #parts: Parts;
  #isWrong = $state(false);
  #step: StoreStep | undefined = $state.raw();
  #selection: ObjectSelection | undefined = $state.raw();
  #unfinished: UnfinishedImport | undefined;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** It was tried to connect with an address that is none. */
  get isWrong(): boolean {
    return this.#isWrong;
  }
  /** Undefined until connected. */
  get step(): StoreStep | undefined {
    return this.#step;
  }
  /** What was counted of the present choice. */
  get selection(): ObjectSelection | undefined {
    return this.#selection;
  }
  get isOfAws(): boolean {
    return this.draft.endpoint.trim() === '';
  }

  check(): boolean {
    this.#isWrong = objectPlace(this.draft.address) === undefined;
    return !this.#isWrong;
  }

  async begin(link: AwsLink): Promise<void> {
    const place = objectPlace(this.draft.address);
    if (place === undefined) return;
    const { endpoint, pathStyle, requesterPays } = this.draft;
    const { connection } = link.connected;
    const at = endpoint.trim() || undefined;
    const store = await link.aws.openStore({ connection, endpoint: at, pathStyle, requesterPays });
    const unfinished = this.#unfinished;
    const isSame =
      unfinished?.draft.address === this.draft.address && unfinished.draft.endpoint === endpoint;
    this.#selection = isSame ? await this.#select(place, unfinished.objects) : undefined;
    this.#step = { link, place, store, choice: undefined };
  }

  /** Offers nothing any more of an import that stopped before its end. */
  forgetUnfinished(): void {
    this.#unfinished = undefined;
  }

  reset(): void {
    this.#step = undefined;
    this.#selection = undefined;
  }

  get next(): NextStep | undefined {
    const step = this.#step;
    if (step === undefined) return undefined;
    const { choice } = step;
    const { work } = step.link.task;
    const isIdle = work === undefined;
    const selection = this.#selection;
    if (selection !== undefined) {
      const { objects } = selection.count;
      const label = message('bucket.import', { count: objects });
      return { label, isReady: objects > 0, run: () => this.#import(step, selection) };
    }
    if (choice === undefined)
      return { label: message('bucket.listFolders'), isReady: isIdle, run: () => this.#look(step) };
    const isReady = isIdle && (choice.layout.folders.length === 0 || choice.prefixes.length > 0);
    return {
      label: message('bucket.countObjects'),
      isReady,
      run: () => this.#count(step, choice),
    };
  }

  /** Lists folders, to find the trails. */
  #look(step: StoreStep): Promise<void> {
    const { link, place, store } = step;
    return link.task.run(message('bucket.listingFolders'), async (signal) => {
      const lister = new ObjectLister(link.aws, store.store, place.bucket, signal);
      const layout = await findTrails(place.prefix, (prefix) => lister.folders(prefix));
      const choice = new TrailChoice(layout, () => {
        link.task.stop();
        this.#selection = undefined;
      });
      this.#step = { ...step, choice };
    });
  }

  /** Lists the objects of the choice. */
  #count({ link, place, store }: StoreStep, choice: TrailChoice): Promise<void> {
    return link.task.run(countingText({ objects: 0, bytes: 0 }), async (signal, tell) => {
      const lister = new ObjectLister(link.aws, store.store, place.bucket, signal);
      const prefixes = choice.layout.folders.length === 0 ? [place.prefix] : choice.prefixes;
      const listed = await lister.objects(prefixes, (count) => {
        tell(countingText(count));
      });
      const selection = await this.#select(place, listed);
      signal.throwIfAborted();
      this.#selection = selection;
    });
  }

  /** What of these objects the case lacks. */
  async #select(
    { bucket }: ObjectPlace,
    objects: readonly ListedObject[],
  ): Promise<ObjectSelection> {
    const { query, openCase } = this.#parts;
    const inCase = openCase.info === undefined ? [] : await query.ask('sources', {});
    return selectObjects(bucket, objects, inCase);
  }

  /** Imports what was counted. */
  #import({ link, place, store }: StoreStep, selection: ObjectSelection): Promise<void> {
    const { objects, bytes } = selection.count;
    const what = `GetObject: ${objects} objects, ${bytes} bytes, below ${objectUri(place)}`;
    const asked = { what, identity: whoAsks(link.connected.identity) };
    const openPorts = (): Promise<readonly MessagePort[]> => link.aws.openPorts(store.store, ports);
    const offers = storedObjects(place.bucket, selection.objects);
    const goOn = { label: message('aws.goOn'), run: this.#goOnWith(selection) };
    return link.handOver(() =>
      this.#parts.caseWork.import(offers, place.bucket, 'always', { asked, openPorts, goOn }),
    );
  }

  /** Leads back to what is fetched now: who connects again is offered what the case lacks of it. */
  #goOnWith({ objects }: ObjectSelection): () => void {
    const draft = { ...this.draft };
    return () => {
      this.#unfinished = { draft, objects };
      Object.assign(this.draft, draft);
      this.#parts.reopen();
    };
  }
}

function countingText({ objects, bytes }: ObjectCount): string {
  return message('bucket.listing', { count: objects, bytes: bytesText(bytes) });
}

/** What the address means, to be shown; undefined where it is none. */
export function shownPlace(text: string): string | undefined {
  const place = objectPlace(text);
  return place && objectUri(place);
}
