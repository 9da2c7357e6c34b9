import { at, unquoted } from './json-value.ts';

/**
 * A document of Elastic's CloudTrail integration without the original record, turned back into
 * CloudTrail's names (the integration's table of exported fields); undefined where it is another.
 */
export function fromElastic(document: unknown): unknown {
  const source = at(document, '_source') ?? document;
  const trail = at(source, 'aws', 'cloudtrail');
  const identity = at(trail, 'user_identity');
  const session = at(identity, 'session_context');
  const eventName = at(source, 'event', 'action');
  const eventSource = at(source, 'event', 'provider');
  if (typeof eventName !== 'string' || typeof eventSource !== 'string') return undefined;
  return {
    eventVersion: at(trail, 'event_version'),
    userIdentity: {
      type: at(identity, 'type'),
      principalId: at(source, 'user', 'id'),
      arn: at(identity, 'arn'),
      accountId: at(source, 'cloud', 'account', 'id'),
      accessKeyId: at(identity, 'access_key_id'),
      userName: at(source, 'user', 'name'),
      invokedBy: at(identity, 'invoked_by'),
      sessionContext: {
        attributes: {
          creationDate: at(session, 'creation_date'),
          mfaAuthenticated: at(session, 'mfa_authenticated'),
        },
        sessionIssuer: {
          type: at(session, 'session_issuer', 'type'),
          arn: at(session, 'session_issuer', 'arn'),
          principalId: at(session, 'session_issuer', 'principal_id'),
          accountId: at(session, 'session_issuer', 'account_id'),
        },
      },
    },
    eventTime: at(source, '@timestamp'),
    eventSource,
    eventName,
    awsRegion: at(source, 'cloud', 'region'),
    sourceIPAddress: at(source, 'source', 'address') ?? at(source, 'source', 'ip'),
    userAgent: at(source, 'user_agent', 'original'),
    errorCode: at(trail, 'error_code'),
    errorMessage: at(trail, 'error_message'),
    requestParameters: unquoted(at(trail, 'request_parameters')),
    responseElements: unquoted(at(trail, 'response_elements')),
    additionalEventData: unquoted(at(trail, 'additional_eventdata')),
    requestID: at(trail, 'request_id'),
    eventID: at(source, 'event', 'id'),
    readOnly: at(trail, 'read_only'),
    resources: at(trail, 'resources'),
    eventType: at(trail, 'event_type'),
    apiVersion: at(trail, 'api_version'),
    recipientAccountId: at(trail, 'recipient_account_id'),
    sharedEventID: at(trail, 'shared_event_id'),
    vpcEndpointId: at(trail, 'vpc_endpoint_id'),
  };
}
