import type { Filter } from '../../core/query/filter.ts';
import type { AwsHost } from '../../host/host.ts';
import { message } from '../../messages/message.svelte.ts';
import { AthenaSource } from './athena-source.svelte.ts';
import { AwsCredentials } from './aws-credentials.svelte.ts';
import type { AwsLink, AwsSource } from './aws-link.ts';
import { answered, AwsTask } from './aws-task.svelte.ts';
import type { CaseWork } from '../case/case-work.ts';
import { HistorySource } from './history-source.svelte.ts';
import type { Notices } from '../app/notices.svelte.ts';
import { ObjectSource } from './object-source.svelte.ts';
import type { OpenCase } from '../case/open-case.svelte.ts';
import type { QueryPort } from '../query-port.ts';

export type { AwsIdentity } from '../../host/host.ts';

interface Parts {
  readonly aws: AwsHost;
  readonly query: QueryPort;
  readonly openCase: OpenCase;
  readonly caseWork: CaseWork;
  readonly notices: Notices;
  /** The filter of the window. */
  readonly filter: () => Filter;
}

/** Where in AWS evidence comes from. */
export const awsSources = ['s3', 'history', 'athena'] as const;
export type AwsSourceName = (typeof awsSources)[number];

/**
 * Import from AWS, step by step: what to ask and with whose credentials, then what the source has.
 * Nothing is asked before its button is pressed.
 */
export class AwsImport {
  readonly credentials: AwsCredentials;
  readonly task = new AwsTask();
  readonly objects: ObjectSource;
  readonly history: HistorySource;
  readonly athena: AthenaSource;
  readonly #aws: AwsHost;
  #isOpen = $state(false);
  #sourceName: AwsSourceName = $state('s3');
  #link: AwsLink | undefined = $state.raw();

  constructor({ aws, query, openCase, caseWork, notices, filter }: Parts) {
    this.#aws = aws;
    this.credentials = new AwsCredentials(aws);
    const reopen = (name: AwsSourceName) => (): void => {
      this.choose(name);
      void this.open();
    };
    this.objects = new ObjectSource({ query, openCase, caseWork, reopen: reopen('s3') });
    this.history = new HistorySource({
      ...{ query, openCase, caseWork, notices },
      reopen: reopen('history'),
    });
    const known = () => openCase.contents?.span;
    this.athena = new AthenaSource({ caseWork, notices, filter, known });
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Undefined until connected. */
  get link(): AwsLink | undefined {
    return this.#link;
  }

  get sourceName(): AwsSourceName {
    return this.#sourceName;
  }

  /** What is asked. */
  get source(): AwsSource {
    switch (this.#sourceName) {
      case 's3':
        return this.objects;
      case 'history':
        return this.history;
      case 'athena':
        return this.athena;
    }
  }

  /** Turns to another source, as long as nothing is connected. */
  choose(name: AwsSourceName): void {
    if (this.#link !== undefined) return;
    this.task.clear();
    this.#sourceName = name;
  }

  /** Shows the dialog. */
  async open(): Promise<void> {
    this.#isOpen = true;
    await this.task.run(message('credentials.reading'), () => this.credentials.load());
  }

  /** Shows the dialog, to ask Athena for what a filter selects. */
  async askAthena(filter: Filter): Promise<void> {
    this.choose('athena');
    this.athena.want(filter);
    await this.open();
  }

  /** Closes the dialog, and the connection with it. */
  close(): void {
    this.back();
    this.athena.want(undefined);
    this.objects.forgetUnfinished();
    this.#isOpen = false;
  }

  /** Back to what to ask, without a connection. */
  back(): void {
    this.task.clear();
    this.source.reset();
    const link = this.#link;
    this.#link = undefined;
    if (link !== undefined) this.#disconnect(link.connected.connection);
  }

  /** Gets credentials and asks whose they are. */
  async connect(): Promise<void> {
    const { source } = this;
    if (!source.check()) return;
    const request = this.credentials.take();
    const askIdentity = request.askIdentity && source.isOfAws;
    await this.task.run(message('credentials.getting'), async (signal) => {
      const connected = answered(await this.#aws.connectAws({ ...request, askIdentity }));
      const { task } = this;
      const handOver = (work: () => Promise<void>): Promise<void> => this.#handOver(work);
      const link = { aws: this.#aws, connected, task, handOver };
      try {
        signal.throwIfAborted();
        await source.begin(link);
        signal.throwIfAborted();
        this.#link = link;
      } catch (error) {
        this.#disconnect(connected.connection);
        throw error;
      }
    });
  }

  async #handOver(work: () => Promise<void>): Promise<void> {
    const link = this.#link;
    this.#link = undefined;
    this.#isOpen = false;
    this.source.reset();
    this.objects.forgetUnfinished();
    try {
      await work();
    } finally {
      if (link !== undefined) this.#disconnect(link.connected.connection);
    }
  }

  #disconnect(connection: number): void {
    void this.#aws.disconnectAws({ connection });
  }
}
