import type { AwsConnected, AwsHost, AwsIdentity } from '../../host/host.ts';
import type { AwsTask } from './aws-task.svelte.ts';

/** A connection to AWS, as a source uses it. */
export interface AwsLink {
  readonly aws: AwsHost;
  readonly connected: AwsConnected;
  readonly task: AwsTask;
  /** Closes the dialog and does this; the connection ends with it. */
  handOver(work: () => Promise<void>): Promise<void>;
}

/** The button that leads on. */
export interface NextStep {
  readonly label: string;
  readonly isReady: boolean;
  run(): Promise<void>;
}

/** A place in AWS that evidence comes from: what the dialog needs to know of it. */
export interface AwsSource {
  /** What was typed of it can be asked for; it says itself what is wrong where not. */
  check(): boolean;
  /** STS knows whose the credentials are: not where an endpoint outside of AWS is asked. */
  readonly isOfAws: boolean;
  /** Connected: gets ready, and asks the service nothing yet. */
  begin(link: AwsLink): Promise<void>;
  /** Forgets the connection and all that was learned over it; what was typed stays. */
  reset(): void;
  /** What to do next; undefined: nothing can be done. */
  readonly next: NextStep | undefined;
}

/** Whose answers they are: the account's number, or the access key where it isn't known. */
export function whoseAnswers(identity: AwsIdentity): string {
  return identity.kind === 'known' ? identity.account : identity.accessKeyId;
}

/** Under which name it is asked: the ARN, or the access key where that isn't known. */
export function whoAsks(identity: AwsIdentity): string {
  return identity.kind === 'known' ? identity.arn : `access key ${identity.accessKeyId}`;
}
