import type {
  AwsHost,
  ConnectRequest,
  CredentialChoice,
  KnownCredentials,
  PastedKeys,
} from '../../host/host.ts';

/** What is typed into the form, kept while the app runs: no secret is among it. */
export interface CredentialsDraft {
  /** As {@link AwsCredentials.chosen}; empty: those that most likely are meant. */
  chosen: string;
  mfaCode: string;
  region: string;
  asksIdentity: boolean;
}

export const environmentKeys = 'environment';
export const pastedKeys = 'pasted';
export const machineRole = 'machine';
export const profilePrefix = 'profile:';

/** Whose credentials to ask AWS with, the same for every source. */
export class AwsCredentials {
  readonly draft: CredentialsDraft = $state({
    ...{ chosen: '', mfaCode: '', region: '', asksIdentity: true },
  });
  readonly #aws: AwsHost;
  #known: KnownCredentials | undefined = $state.raw();
  #pasted: PastedKeys | undefined = $state.raw();

  constructor(aws: AwsHost) {
    this.#aws = aws;
  }

  /** Undefined until they are read. */
  get known(): KnownCredentials | undefined {
    return this.#known;
  }
  get pasted(): PastedKeys | undefined {
    return this.#pasted;
  }

  /** {@link environmentKeys}, {@link pastedKeys}, {@link machineRole}, or a profile's name. */
  get chosen(): string {
    return this.draft.chosen === '' ? this.#likely : this.draft.chosen;
  }

  /** The profile that is chosen. */
  get profile(): KnownCredentials['profiles'][number] | undefined {
    return this.#known?.profiles.find(({ name }) => profilePrefix + name === this.chosen);
  }

  /** The region that is asked where none is typed. */
  get usualRegion(): string {
    return this.profile?.region ?? this.#known?.region ?? 'us-east-1';
  }

  /** Reads which there are, anew each time. */
  async load(): Promise<void> {
    this.#known = await this.#aws.listCredentials({});
  }

  /** Keys out of the clipboard; false where there are none in it. */
  async paste(): Promise<boolean> {
    const found = await this.#aws.pasteKeys({});
    this.#pasted = found ?? this.#pasted;
    return found !== undefined;
  }

  /** What to connect with. An MFA code is taken out of the draft: it counts once. */
  take(): ConnectRequest {
    const credentials = this.#choice;
    this.draft.mfaCode = '';
    const { region, asksIdentity } = this.draft;
    return { credentials, region: region.trim() || undefined, askIdentity: asksIdentity };
  }

  get #choice(): CredentialChoice {
    switch (this.chosen) {
      case environmentKeys:
        return { kind: 'environment' };
      case machineRole:
        return { kind: 'machine' };
      case pastedKeys:
        return { kind: 'pasted' };
      default: {
        const mfaCode = this.profile?.mfaSerial === undefined ? undefined : this.draft.mfaCode;
        return { kind: 'profile', profile: this.chosen.slice(profilePrefix.length), mfaCode };
      }
    }
  }

  /** What is there to be used: a person with a profile most likely means it. */
  get #likely(): string {
    if (this.#known === undefined) return '';
    const [first] = this.#known.profiles;
    if (this.#known.environment) return environmentKeys;
    return first === undefined ? pastedKeys : profilePrefix + first.name;
  }
}
