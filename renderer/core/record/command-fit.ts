import { isElbSource } from './elb-api.ts';

/** The commands of the AWS CLI that call Elastic Load Balancing: `elb` classic, `elbv2` the rest. */
const elbCommands: ReadonlySet<string> = new Set(['elb', 'elbv2']);

/** Services whose commands do more than the call they are named after. */
const manyCalls: ReadonlySet<string> = new Set([
  ...['configure', 'ddb', 'deploy', 'dlm', 'emr', 'history', 's3', 's3api', 'sso', 'login'],
]);

/** High-level commands of services that otherwise have one command a call. */
const highLevel: ReadonlySet<string> = new Set([
  ...['deploy', 'package', 'wait', 'tail', 'subscribe', 'wizard', 'get-login-password'],
  ...['update-kubeconfig', 'get-token', 'start-session', 'validate-logs', 'create-subscription'],
]);

/** What the CLI calls by itself to come by credentials, before the command's own call. */
const forCredentials: ReadonlySet<string> = new Set([
  ...['AssumeRole', 'AssumeRoleWithWebIdentity', 'AssumeRoleWithSAML', 'GetRoleCredentials'],
  ...['CreateToken', 'RegisterClient', 'StartDeviceAuthorization', 'GetSessionToken'],
]);

/**
 * Whether a command that a user agent names (`elbv2.create-rule`) can have made this call. False is
 * worth a look, and no proof: the caller wrote the text, and one command may make several calls.
 * True where it cannot be told. AWS: commands are the API's names in lower case with dashes.
 */
export function commandFits(command: string, eventSource: string, eventName: string): boolean {
  const [service = '', operation = '', ...rest] = command.toLowerCase().split('.');
  if (operation === '' || rest.length > 0 || eventName === '') return true;
  if (manyCalls.has(service) || highLevel.has(operation)) return true;
  if (forCredentials.has(eventName)) return true;
  if (isElbSource(eventSource) !== elbCommands.has(service)) return false;
  return plainName(operation.replaceAll('-', '')) === plainName(eventName);
}

/** Some services put their API's version behind the name: "ListFunctions20150331". */
function plainName(name: string): string {
  return name.toLowerCase().replace(/(?:20\d\d_?\d\d_?\d\d)?(?:v\d)?$/, '');
}
