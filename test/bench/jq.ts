import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execute = promisify(execFile);

const columns =
  '.Records[] | [.eventTime,.eventID,.eventSource,.eventName,.awsRegion,.recipientAccountId,.sourceIPAddress,.userAgent,.userIdentity.accessKeyId,.errorCode]';

/** Whether jq is installed. */
export async function hasJq(): Promise<boolean> {
  try {
    await execute('jq', ['--version']);
    return true;
  } catch {
    return false;
  }
}

/** Reads the columns of all records with zcat and jq, one process each; answers how many and how long. */
export async function jqColumns(
  folder: string,
): Promise<{ readonly records: number; readonly milliseconds: number }> {
  const script = `find "$0" -name '*.json.gz' -print0 | xargs -0 zcat | jq -c "$1" | wc -l`;
  const start = performance.now();
  const { stdout } = await execute('sh', ['-c', script, folder, columns]);
  return { records: Number(stdout), milliseconds: performance.now() - start };
}
