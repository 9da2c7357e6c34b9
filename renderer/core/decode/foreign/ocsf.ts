import { at, firstText, unquoted } from './json-value.ts';

/**
 * An OCSF event that Security Lake made of a CloudTrail record, turned back into CloudTrail's
 * names; undefined where it is of another source. The mapping is AWS's, as published with the OCSF
 * examples (CloudTrail, versions 1.0 to 1.5); what it leaves out has no field here.
 */
export function fromOcsf(event: unknown): unknown {
  const eventName = firstText(at(event, 'api', 'operation'));
  const eventSource = firstText(at(event, 'api', 'service', 'name'));
  if (eventName === undefined || eventSource === undefined) return undefined;
  const kept = unmappedOf(event);
  return {
    eventVersion: at(event, 'metadata', 'product', 'version'),
    userIdentity: identityOf(event),
    eventTime: timeOf(event),
    eventSource,
    eventName,
    awsRegion: at(event, 'cloud', 'region'),
    sourceIPAddress: firstText(
      at(event, 'src_endpoint', 'ip'),
      at(event, 'src_endpoint', 'domain'),
    ),
    userAgent: at(event, 'http_request', 'user_agent'),
    errorCode: at(event, 'api', 'response', 'error'),
    errorMessage: at(event, 'api', 'response', 'message'),
    requestParameters: unquoted(
      at(event, 'api', 'request', 'data') ?? kept.get('requestParameters'),
    ),
    responseElements: unquoted(
      at(event, 'api', 'response', 'data') ?? kept.get('responseElements'),
    ),
    additionalEventData: unquoted(kept.get('additionalEventData')),
    requestID: at(event, 'api', 'request', 'uid'),
    eventID: at(event, 'metadata', 'uid'),
    readOnly: truth(kept.get('readOnly')),
    resources: resourcesOf(event),
    eventType: at(event, 'metadata', 'event_code') ?? kept.get('eventType'),
    apiVersion: at(event, 'api', 'version'),
    recipientAccountId: kept.get('recipientAccountId') ?? at(event, 'cloud', 'account', 'uid'),
    sharedEventID: kept.get('sharedEventID'),
    vpcEndpointId: at(event, 'src_endpoint', 'uid'),
    sessionCredentialFromConsole: kept.get('sessionCredentialFromConsole'),
  };
}

/** Milliseconds since 1970 in `time`; text with an offset in `time_dt`. */
function timeOf(event: unknown): unknown {
  const time = at(event, 'time');
  const isTime = typeof time === 'number' && Math.abs(time) <= 8.64e15;
  return isTime ? new Date(time).toISOString().replace('.000Z', 'Z') : at(event, 'time_dt');
}

function identityOf(event: unknown): unknown {
  const user = at(event, 'actor', 'user');
  const session = at(event, 'actor', 'session');
  const ids = [at(user, 'uid'), at(user, 'uid_alt'), at(user, 'uuid')];
  const isArn = (id: unknown): boolean => typeof id === 'string' && id.startsWith('arn:');
  const isMfa = at(session, 'is_mfa');
  return {
    type: at(user, 'type'),
    principalId: ids.find((id) => id !== undefined && !isArn(id)),
    arn: ids.find(isArn),
    accountId: at(user, 'account', 'uid') ?? at(user, 'account_uid'),
    accessKeyId: at(user, 'credential_uid'),
    userName: at(user, 'name'),
    invokedBy: at(event, 'actor', 'invoked_by'),
    identityProvider: at(event, 'actor', 'idp', 'name'),
    sessionContext: {
      attributes: {
        creationDate: at(session, 'created_time_dt'),
        mfaAuthenticated: typeof isMfa === 'boolean' ? String(isMfa) : isMfa,
      },
      sessionIssuer: { arn: at(session, 'issuer') },
    },
  };
}

function resourcesOf(event: unknown): unknown {
  const resources = at(event, 'resources');
  if (!Array.isArray(resources)) return undefined;
  return resources.map((resource: unknown) => ({
    ARN: at(resource, 'uid'),
    accountId: at(resource, 'account', 'uid') ?? at(resource, 'account_uid'),
    type: at(resource, 'type'),
  }));
}

/** An object in JSON; in Parquet a map, which comes as an object or as pairs. */
function unmappedOf(event: unknown): ReadonlyMap<string, unknown> {
  const unmapped = at(event, 'unmapped');
  if (Array.isArray(unmapped)) {
    return new Map(unmapped.map((pair: unknown) => [String(at(pair, 'key')), at(pair, 'value')]));
  }
  return new Map(typeof unmapped === 'object' ? Object.entries(unmapped ?? {}) : []);
}

function truth(value: unknown): unknown {
  return value === 'true' ? true : value === 'false' ? false : value;
}
