import type { Json } from '../../made/json.ts';

/** What tests read of a record of the made trail. Nothing else in it is promised here. */
export interface ReadRecord {
  readonly eventVersion: string;
  readonly userIdentity: {
    readonly type: string;
    readonly arn?: string;
    readonly principalId?: string;
    readonly accessKeyId?: string;
    readonly invokedBy?: string;
    readonly sessionContext?: { readonly attributes: { readonly mfaAuthenticated: string } };
  };
  readonly eventTime: string;
  readonly eventSource: string;
  readonly eventName: string;
  readonly awsRegion: string;
  readonly sourceIPAddress: string;
  readonly userAgent: string;
  readonly errorCode?: string;
  readonly errorMessage?: string;
  readonly requestParameters: Json;
  readonly responseElements: Json;
  readonly requestID: string;
  readonly eventID: string;
  readonly readOnly: boolean;
  readonly apiVersion?: string;
  readonly recipientAccountId: string;
  readonly sharedEventID?: string;
}

/** The records of a trail file's text. */
export function readRecords(text: string): readonly ReadRecord[] {
  const file = JSON.parse(text) as { readonly Records: readonly ReadRecord[] };
  return file.Records;
}
