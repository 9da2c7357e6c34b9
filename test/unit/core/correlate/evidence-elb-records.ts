import { gunzipSync, strFromU8, unzipSync } from 'fflate';
import { isElbSource } from '../../../../renderer/core/record/elb-api.ts';
import { isObject, member } from '../../../../renderer/core/record/json-value.ts';
import { filesBelow } from '../../../fixtures/evidence-folder.ts';

/** The Elastic Load Balancing records of a folder of logs, read the plain and slow way. */
export async function elbRecordsBelow(folder: string): Promise<unknown[]> {
  const records: unknown[] = [];
  for (const { name, blob } of filesBelow(folder)) {
    if (!/\.(?:json|jsonl|log|gz|zip)$/.test(name) || name === 'EXPECTED.json') continue;
    for (const text of textsIn(new Uint8Array(await blob.arrayBuffer()))) {
      for (const value of valuesIn(text)) gather(value, records);
    }
  }
  return records;
}

function textsIn(bytes: Uint8Array): string[] {
  if (bytes[0] === 0x1f) return [strFromU8(gunzipSync(bytes))];
  if (bytes[0] === 0x50) return Object.values(unzipSync(bytes)).map((file) => strFromU8(file));
  return [strFromU8(bytes)];
}

function valuesIn(text: string): unknown[] {
  const whole = parsed(text);
  return whole === undefined ? text.split('\n').map(parsed) : [whole];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function gather(value: unknown, records: unknown[]): void {
  if (Array.isArray(value)) for (const entry of value) gather(entry, records);
  if (!isObject(value)) return;
  const source = member(value, 'eventSource');
  if (typeof source === 'string') {
    if (isElbSource(source)) records.push(value);
  } else {
    for (const entry of Object.values(value)) gather(entry, records);
  }
}
